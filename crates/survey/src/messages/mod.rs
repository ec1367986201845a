//! What is said around a survey. Every language is one file in `messages/`.

#[cfg(feature = "json")]
mod files;

use crate::answer::Problem;
use crate::definition::{Look, Question, QuestionKind};
use crate::language::Direction;
use crate::map::Map;
use std::ops::Index;

/// One line. In the order of the files, and of what the popup is handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Line {
    /// What the language calls itself.
    Name,
    /// The button that opens the popup.
    Feedback,
    /// The same, when the popup cannot be had.
    Unavailable,
    /// Behind a question that may be left out.
    Optional,
    /// The button that sends.
    Send,
    /// The button to the next page.
    Next,
    /// The button to the page before.
    Back,
    /// The button that closes.
    Close,
    /// The button that puts a prompt off.
    Later,
    /// Where one stands: `{n}` of `{total}`.
    Progress,
    /// While the answer is on its way.
    Sending,
    /// The endpoint could not be reached: the answer is kept and will be sent.
    SavedOnDevice,
    /// As before, where the device keeps nothing: only while the page is open.
    KeptInPage,
    /// The endpoint will not take it, ever; the words follow, to be copied.
    Refused,
    /// Above the list of what is missing.
    Problems,
    /// A scale without an answer.
    ChooseNumber,
    /// A choice without an answer.
    ChooseOne,
    /// A choice of several without an answer.
    ChooseSome,
    /// A matrix with a row without an answer.
    ChooseEach,
    /// A text without an answer.
    Write,
    /// Something else was chosen without words.
    WriteOther,
    /// A text that is too long; `{limit}` is how many characters are taken.
    TooLong,
    /// Not an e-mail address.
    Email,
    /// An address without leave to use it.
    AgreeOrEmpty,
    /// No agreement where it is required.
    MustAgree,
    /// An answer that the question does not offer.
    NotAnAnswer,
    /// The choice of something else.
    Other,
    /// The field for it.
    OtherWords,
    /// The field for an address.
    EmailLabel,
    /// Leave to use it.
    Agree,
    /// What 1 of 5 means, and so on.
    Csat1,
    /// 2 of 5.
    Csat2,
    /// 3 of 5.
    Csat3,
    /// 4 of 5.
    Csat4,
    /// 5 of 5.
    Csat5,
    /// One star, and so on.
    Star1,
    /// Two stars.
    Star2,
    /// Three stars.
    Star3,
    /// Four stars.
    Star4,
    /// Five stars.
    Star5,
    /// What a screen reader says when a prompt appears: `{question}`, and the key that leads there.
    Announced,
    /// The button that copies what could not be stored.
    Copy,
    /// Names the frame with the hosted page.
    FrameTitle,
    /// Leads to it where frames are refused.
    FrameLink,
}

impl Line {
    /// How many there are.
    pub const COUNT: usize = Line::FrameLink as usize + 1;

    /// What `value`, 1 to 5, means as satisfaction.
    pub fn satisfaction(value: i64) -> Self {
        [Line::Csat1, Line::Csat2, Line::Csat3, Line::Csat4, Line::Csat5][place(value)]
    }

    /// `value` stars, 1 to 5.
    pub fn stars(value: i64) -> Self {
        [Line::Star1, Line::Star2, Line::Star3, Line::Star4, Line::Star5][place(value)]
    }
}

fn place(value: i64) -> usize {
    usize::try_from(value.clamp(1, 5) - 1).unwrap_or_default()
}

/// The lines of one language, and how it writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Messages {
    /// BCP 47 tag, the primary subtag alone.
    pub tag: String,
    /// Which way it is written.
    pub direction: Direction,
    /// The digit zero; the nine others follow it in Unicode.
    pub zero: char,
    /// By [`Line`].
    pub lines: Vec<String>,
    /// How many characters are left, by plural category (CLDR); `{n}` is the number.
    pub characters_left: Map<String>,
}

impl Index<Line> for Messages {
    type Output = str;

    fn index(&self, line: Line) -> &str {
        self.lines.get(line as usize).map_or("", |line| line)
    }
}

impl Messages {
    /// A number, not below zero, in the digits of the language.
    pub fn number(&self, number: u32) -> String {
        let mut written = Vec::new();
        let mut rest = number;
        loop {
            written.push(char::from_u32(u32::from(self.zero) + rest % 10).unwrap_or('?'));
            rest /= 10;
            if rest == 0 {
                return written.into_iter().rev().collect();
            }
        }
    }

    /// A line with numbers and words in its places.
    pub fn with(&self, line: Line, places: &[(&str, &str)]) -> String {
        crate::fill::put(&self[line], places)
    }

    /// What a visitor is told about a problem: what is missing, and what to do.
    pub fn problem(&self, question: &Question, problem: Problem) -> String {
        let line = match problem {
            Problem::TooLong => {
                let is_text = matches!(question.kind, QuestionKind::ShortText | QuestionKind::LongText);
                let limit = if is_text { question.longest() } else { Question::LONGEST_LINE };
                return self.with(Line::TooLong, &[("limit", &self.number(limit))]);
            }
            Problem::Missing => match question.kind {
                QuestionKind::ShortText | QuestionKind::LongText => Line::Write,
                QuestionKind::SingleChoice => Line::ChooseOne,
                // Stars and faces are no numbers.
                QuestionKind::Csat if question.look != Look::Numbers => Line::ChooseOne,
                QuestionKind::MultipleChoice => Line::ChooseSome,
                QuestionKind::Matrix | QuestionKind::WordPairs => Line::ChooseEach,
                QuestionKind::Contact => Line::Email,
                QuestionKind::Consent => Line::MustAgree,
                _ => Line::ChooseNumber,
            },
            Problem::OtherWords => Line::WriteOther,
            Problem::Email => Line::Email,
            Problem::NotAgreed => Line::AgreeOrEmpty,
            Problem::NotAnAnswer => Line::NotAnAnswer,
        };
        self[line].to_owned()
    }
}
