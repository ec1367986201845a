//! Whether a survey can be asked at all.

mod branch;
mod error;
mod found;
mod place;

pub use error::{DefinitionError, Fault};
pub use place::Place;
pub(crate) use place::Step;

use crate::answer::Answer;
use crate::definition::{Branch, Look, Question, QuestionKind, Row, Survey};
use crate::response::Response;
use found::Found;

impl Survey {
    /// Checks what types cannot say. A branch that is never taken is no error.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the document as far as it goes.
    pub fn check(&self) -> Result<(), Vec<DefinitionError>> {
        let mut found = Found::default();
        let survey = Place::default();
        found.id(survey.field("id"), &self.id);
        found.text(&survey.field("title"), &self.title);
        let questions = survey.field("questions");
        found.count(questions.clone(), self.questions.len(), 1, Response::MOST_ANSWERS);
        found.ids(&questions, self.questions.iter().map(|question| question.id.as_str()), Some(Branch::END));
        if self.questions.first().is_some_and(|first| first.same_page) {
            found.add(questions.item(0).field("same_page"), Fault::NothingBefore);
        }
        for (index, question) in self.questions.iter().enumerate() {
            let place = questions.item(index);
            check_question(question, &place, &mut found);
            branch::check(self, index, &place.field("when"), &mut found);
        }
        found.text(&survey.field("thanks"), &self.thanks);
        if found.0.is_empty() { Ok(()) } else { Err(found.0) }
    }
}

fn check_question(question: &Question, place: &Place, found: &mut Found) {
    use QuestionKind::{
        Contact, Csat, LongText, Matrix, MultipleChoice, ShortText, SingleChoice, Statement, WordPairs,
    };
    let kind = question.kind;
    let has_scale = kind.scale().is_some();
    let is_choice = matches!(kind, SingleChoice | MultipleChoice);
    let has_choices = is_choice || kind == Matrix;
    let has_rows = matches!(kind, Matrix | WordPairs);
    found.text(&place.field("text"), &question.text);
    found.text_if_given(&place.field("help"), &question.help);
    for (field, is_given, has_meaning) in [
        ("required", question.required, kind != Statement),
        ("low", !question.low.is_empty(), has_scale),
        ("high", !question.high.is_empty(), has_scale),
        ("look", question.look != Look::default(), kind == Csat),
        ("choices", !question.choices.is_empty(), has_choices),
        ("other", question.other, is_choice),
        ("rows", !question.rows.is_empty(), has_rows),
        ("agree", !question.agree.is_empty(), kind == Contact),
        ("longest", question.longest.is_some(), matches!(kind, ShortText | LongText)),
    ] {
        if is_given && !has_meaning {
            found.add(place.field(field), Fault::Meaningless(kind_name(kind)));
        }
    }
    for (field, text) in [("low", &question.low), ("high", &question.high), ("agree", &question.agree)] {
        found.text_if_given(&place.field(field), text);
    }
    if let Some(longest) = question.longest.filter(|longest| !(1..=Question::LONGEST).contains(longest)) {
        let fault = Fault::OutOfRange { value: longest.into(), least: 1, most: Question::LONGEST.into() };
        found.add(place.field("longest"), fault);
    }
    if has_choices {
        check_choices(question, &place.field("choices"), found);
    }
    if has_rows {
        check_rows(question, &place.field("rows"), found);
    }
}

fn check_choices(question: &Question, list: &Place, found: &mut Found) {
    let most = Response::MOST_PARTS - usize::from(question.other);
    found.count(list.clone(), question.choices.len(), 2, most);
    found.ids(list, question.choices.iter().map(|choice| choice.id.as_str()), Some(Answer::OTHER));
    for (index, choice) in question.choices.iter().enumerate() {
        found.text(&list.item(index).field("text"), &choice.text);
    }
}

fn check_rows(question: &Question, list: &Place, found: &mut Found) {
    found.count(list.clone(), question.rows.len(), 1, Response::MOST_PARTS);
    found.ids(list, question.rows.iter().map(|row| row.id.as_str()), None);
    let is_pair = question.kind == QuestionKind::WordPairs;
    for (index, Row { text, low, high, .. }) in question.rows.iter().enumerate() {
        for (field, text, has_meaning) in [("text", text, !is_pair), ("low", low, is_pair), ("high", high, is_pair)] {
            let place = list.item(index).field(field);
            if has_meaning {
                found.text(&place, text);
            } else if !text.is_empty() {
                found.add(place, Fault::Meaningless(kind_name(question.kind)));
            }
        }
    }
}

fn kind_name(kind: QuestionKind) -> &'static str {
    QuestionKind::ALL.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests;
