//! What was answered, and whether it answers the question.

use crate::definition::{Question, QuestionKind, Survey};
use crate::map::Map;

/// One answer. Which of the forms it has is decided by the kind of question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "json",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        untagged,
        expecting = "an answer is true or false, a whole number, a text, a list of answers, or answers by name"
    )
)]
pub enum Answer {
    /// Agreement.
    Yes(bool),
    /// A value on a scale.
    Number(i64),
    /// The visitor's own words, as written; or the id of what was chosen.
    Text(String),
    /// All that was chosen.
    Several(Vec<Answer>),
    /// The answers of the rows; what a contact consists of; own words, under [`Answer::OTHER`].
    Parts(Map<Answer>),
}

/// Answers by question id.
pub type Answers = Map<Answer>;

impl Answer {
    /// What is chosen by saying something else, and the name of the words it is said in.
    pub const OTHER: &'static str = "other";
    /// The address of a contact.
    pub const EMAIL: &'static str = "email";
    /// Leave to use it.
    pub const CONSENT: &'static str = "consent";

    /// The answer's text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The part with this name.
    pub fn part(&self, name: &str) -> Option<&Answer> {
        match self {
            Answer::Parts(parts) => parts.get(name),
            _ => None,
        }
    }
}

/// Why an answer does not answer its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// Required, and there is none, or not one for every row.
    #[error("an answer is required")]
    Missing,
    /// Not a value of the scale, not one of the choices, or not of the kind that was asked for.
    #[error("the answer is not one that can be given here")]
    NotAnAnswer,
    /// More characters than [`Question::longest`].
    #[error("the answer is longer than it may be")]
    TooLong,
    /// Something else was chosen, and not said what.
    #[error("`other` is chosen without words")]
    OtherWords,
    /// Not an e-mail address.
    #[error("the address is not an e-mail address")]
    Email,
    /// An address without leave to use it.
    #[error("there is an address, and no agreement to use it")]
    NotAgreed,
}

impl Question {
    /// What is wrong with `answer`, if anything.
    pub fn problem(&self, answer: Option<&Answer>) -> Option<Problem> {
        let Some(answer) = answer else {
            return (self.required && self.kind != QuestionKind::Statement).then_some(Problem::Missing);
        };
        match (self.kind, answer) {
            (QuestionKind::ShortText | QuestionKind::LongText, Answer::Text(text)) => self.text_problem(text),
            (QuestionKind::SingleChoice, chosen) => self.choice_problem(chosen),
            (QuestionKind::MultipleChoice, Answer::Several(chosen)) => {
                let missing = (chosen.is_empty() && self.required).then_some(Problem::Missing);
                chosen.iter().find_map(|chosen| self.choice_problem(chosen)).or(missing)
            }
            (QuestionKind::Matrix | QuestionKind::WordPairs, Answer::Parts(rows)) => self.rows_problem(rows),
            (QuestionKind::Contact, contact @ Answer::Parts(_)) => self.contact_problem(contact),
            (QuestionKind::Consent, Answer::Yes(agreed)) => (self.required && !agreed).then_some(Problem::Missing),
            (kind, Answer::Number(value)) if kind.scale().is_some_and(|scale| scale.contains(value)) => None,
            _ => Some(Problem::NotAnAnswer),
        }
    }

    fn text_problem(&self, text: &str) -> Option<Problem> {
        let is_missing = self.required && text.trim().is_empty();
        is_missing.then_some(Problem::Missing).or_else(|| too_long(text, self.longest()))
    }

    fn choice_problem(&self, chosen: &Answer) -> Option<Problem> {
        match (chosen, chosen.part(Answer::OTHER)) {
            (Answer::Text(id), _) if self.choices.iter().any(|choice| choice.id == *id) => None,
            (Answer::Parts(_), Some(Answer::Text(words))) if self.other => {
                let is_missing = words.trim().is_empty();
                is_missing.then_some(Problem::OtherWords).or_else(|| too_long(words, Self::LONGEST_LINE))
            }
            _ => Some(Problem::NotAnAnswer),
        }
    }

    fn rows_problem(&self, rows: &Map<Answer>) -> Option<Problem> {
        let is_offered = |answer: &Answer| match answer {
            Answer::Number(value) => self.kind == QuestionKind::WordPairs && Self::PAIR.contains(value),
            Answer::Text(id) => self.kind == QuestionKind::Matrix && self.choices.iter().any(|choice| choice.id == *id),
            _ => false,
        };
        let is_known = |id: &str| self.rows.iter().any(|row| row.id == id);
        if !rows.iter().all(|(id, answer)| is_known(id) && is_offered(answer)) {
            return Some(Problem::NotAnAnswer);
        }
        (self.required && rows.len() < self.rows.len()).then_some(Problem::Missing)
    }

    fn contact_problem(&self, contact: &Answer) -> Option<Problem> {
        let email = contact.part(Answer::EMAIL).and_then(Answer::text).unwrap_or_default();
        if email.is_empty() {
            return self.required.then_some(Problem::Missing);
        }
        if !is_email(email) {
            return Some(Problem::Email);
        }
        let is_agreed = contact.part(Answer::CONSENT) == Some(&Answer::Yes(true));
        too_long(email, Self::LONGEST_LINE).or((!is_agreed).then_some(Problem::NotAgreed))
    }
}

fn too_long(text: &str, longest: u32) -> Option<Problem> {
    (text.chars().count() > longest as usize).then_some(Problem::TooLong)
}

/// Something before one `@`, and a name with a dot in it behind. Whether a letter arrives, only a letter can tell.
fn is_email(address: &str) -> bool {
    let Some((name, domain)) = address.split_once('@') else { return false };
    let has_dot = domain.split_once('.').is_some_and(|(first, rest)| !first.is_empty() && !rest.is_empty());
    has_dot
        && !name.is_empty()
        && !domain.ends_with('.')
        && !address.contains(char::is_whitespace)
        && !domain.contains('@')
}

impl Survey {
    /// The first question, in order, whose answer has a problem.
    ///
    /// Only what was asked must be answered: questions on pages that branching left out may be missing. A partial response
    /// (`complete` is false) may lack required answers; what it has must still be right.
    pub fn first_problem(&self, answers: &Answers, complete: bool) -> Option<(&Question, Problem)> {
        let path = self.path(answers);
        let is_asked = |index: usize| path.iter().any(|first| self.page(*first).contains(&index));
        self.questions.iter().enumerate().find_map(|(index, question)| {
            let problem = question.problem(answers.get(&question.id))?;
            (problem != Problem::Missing || complete && is_asked(index)).then_some((question, problem))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::{Choice, Row};

    fn question(kind: QuestionKind, required: bool) -> Question {
        let named = |id: &str| Choice { id: id.into(), text: Map::default() };
        let row = |id: &str| Row { id: id.into(), ..Row::default() };
        let choices = vec![named("price"), named("speed")];
        Question {
            id: "q".into(),
            kind,
            required,
            choices,
            other: true,
            rows: vec![row("a"), row("b")],
            ..Question::default()
        }
    }

    fn text(text: &str) -> Answer {
        Answer::Text(text.into())
    }

    fn parts(parts: &[(&str, Answer)]) -> Answer {
        Answer::Parts(parts.iter().map(|(name, answer)| ((*name).to_owned(), answer.clone())).collect())
    }

    #[test]
    fn answers_are_held_against_their_question() {
        use Problem::{Email, Missing, NotAgreed, NotAnAnswer, OtherWords, TooLong};
        use QuestionKind::{
            Consent, Contact, Csat, LongText, Matrix, MultipleChoice, Nps, SingleChoice, Statement, WordPairs,
        };
        let email = |address: &str, agreed: bool| parts(&[("email", text(address)), ("consent", Answer::Yes(agreed))]);
        for (kind, required, answer, expected) in [
            (Nps, true, Some(Answer::Number(0)), None),
            (Nps, true, Some(Answer::Number(11)), Some(NotAnAnswer)),
            (Nps, true, Some(text("9")), Some(NotAnAnswer)),
            (Nps, true, None, Some(Missing)),
            (Csat, false, Some(Answer::Number(0)), Some(NotAnAnswer)),
            (Csat, false, Some(Answer::Number(5)), None),
            (Statement, true, None, None),
            (LongText, false, None, None),
            (LongText, false, Some(text(&"ق".repeat(5_000))), None),
            (LongText, false, Some(text(&"ق".repeat(5_001))), Some(TooLong)),
            (LongText, true, Some(text(" ")), Some(Missing)),
            (SingleChoice, true, Some(text("price")), None),
            (SingleChoice, true, Some(text("other")), Some(NotAnAnswer)),
            (SingleChoice, true, Some(parts(&[("other", text("taste"))])), None),
            (SingleChoice, true, Some(parts(&[("other", text(" "))])), Some(OtherWords)),
            (SingleChoice, true, Some(parts(&[("else", text("taste"))])), Some(NotAnAnswer)),
            (MultipleChoice, true, Some(Answer::Several(vec![text("price"), text("speed")])), None),
            (MultipleChoice, true, Some(Answer::Several(vec![text("price"), text("smell")])), Some(NotAnAnswer)),
            (MultipleChoice, true, Some(Answer::Several(vec![])), Some(Missing)),
            (MultipleChoice, true, Some(text("price")), Some(NotAnAnswer)),
            (Matrix, true, Some(parts(&[("a", text("price")), ("b", text("speed"))])), None),
            (Matrix, true, Some(parts(&[("a", text("price"))])), Some(Missing)),
            (Matrix, false, Some(parts(&[("a", text("price"))])), None),
            (Matrix, false, Some(parts(&[("c", text("price"))])), Some(NotAnAnswer)),
            (WordPairs, false, Some(parts(&[("a", Answer::Number(5))])), None),
            (WordPairs, false, Some(parts(&[("a", Answer::Number(6))])), Some(NotAnAnswer)),
            (WordPairs, false, Some(parts(&[("a", text("price"))])), Some(NotAnAnswer)),
            (Contact, false, Some(email("a@b.example", true)), None),
            (Contact, false, Some(email("a@b.example", false)), Some(NotAgreed)),
            (Contact, false, Some(email("a@b", true)), Some(Email)),
            (Contact, false, Some(email("a b@c.example", true)), Some(Email)),
            (Contact, false, Some(email("", true)), None),
            (Contact, true, Some(email("", true)), Some(Missing)),
            (Consent, true, Some(Answer::Yes(true)), None),
            (Consent, true, Some(Answer::Yes(false)), Some(Missing)),
            (Consent, false, Some(Answer::Yes(false)), None),
        ] {
            assert_eq!(question(kind, required).problem(answer.as_ref()), expected, "{kind:?} {answer:?}");
        }
    }
}
