//! Whether a question's branches can be taken, and lead forward.

use super::error::Fault;
use super::found::Found;
use super::kind_name;
use super::place::Place;
use crate::answer::Answer;
use crate::definition::{Branch, Question, QuestionKind, Survey};
use crate::response::Response;

/// The branches of question `index`, which stand at `list`.
pub(super) fn check(survey: &Survey, index: usize, list: &Place, found: &mut Found) {
    let question = &survey.questions[index];
    found.count(list.clone(), question.when.len(), 0, Response::MOST_PARTS);
    for (number, branch) in question.when.iter().enumerate() {
        let place = list.item(number);
        check_values(question, branch, &place.field("is"), found);
        check_limits(question, branch, &place, found);
        if let Some(fault) = target_fault(survey, index, &branch.go_to) {
            found.add(place.field("go_to"), fault);
        }
    }
}

fn check_values(question: &Question, branch: &Branch, list: &Place, found: &mut Found) {
    if branch.is.is_empty() {
        return;
    }
    let Some(possible) = possible(question) else {
        found.add(list.clone(), Fault::Meaningless(kind_name(question.kind)));
        return;
    };
    found.count(list.clone(), branch.is.len(), 0, Response::MOST_PARTS);
    for (index, _) in branch.is.iter().enumerate().filter(|(_, value)| !possible.contains(value)) {
        let possible = possible.iter().map(in_words).collect::<Vec<_>>().join(", ");
        found.add(list.item(index), Fault::NotAnAnswer { possible });
    }
}

fn check_limits(question: &Question, branch: &Branch, place: &Place, found: &mut Found) {
    for (field, limit) in [("at_least", branch.at_least), ("at_most", branch.at_most)] {
        let Some(value) = limit else { continue };
        match question.kind.scale() {
            None => found.add(place.field(field), Fault::Meaningless(kind_name(question.kind))),
            Some(scale) if !scale.contains(&value) => {
                let fault = Fault::OutOfRange { value, least: *scale.start(), most: *scale.end() };
                found.add(place.field(field), fault);
            }
            Some(_) => {}
        }
    }
}

/// What `is` can name; `None` where answers are as many as people. Agreement that is not given is no answer.
fn possible(question: &Question) -> Option<Vec<Answer>> {
    if let Some(scale) = question.kind.scale() {
        return Some(scale.map(Answer::Number).collect());
    }
    let other = question.other.then_some(Answer::OTHER);
    let choices = question.choices.iter().map(|choice| choice.id.as_str());
    match question.kind {
        QuestionKind::SingleChoice | QuestionKind::MultipleChoice => {
            Some(choices.chain(other).map(|id| Answer::Text(id.to_owned())).collect())
        }
        QuestionKind::Consent => Some(vec![Answer::Yes(true)]),
        _ => None,
    }
}

/// As written in a survey file.
fn in_words(answer: &Answer) -> String {
    match answer {
        Answer::Number(number) => number.to_string(),
        Answer::Yes(yes) => yes.to_string(),
        _ => format!("\"{}\"", answer.text().unwrap_or_default()),
    }
}

fn target_fault(survey: &Survey, from: usize, go_to: &str) -> Option<Fault> {
    if go_to == Branch::END {
        return None;
    }
    let Some(target) = survey.questions.iter().position(|question| question.id == go_to) else {
        return Some(Fault::NoSuchQuestion(go_to.to_owned()));
    };
    let begins_page = |index: usize| index == 0 || !survey.questions[index].same_page;
    let page = (0..=from).rev().find(|index| begins_page(*index)).unwrap_or_default();
    if target < survey.page(page).end {
        return Some(Fault::NotLater(go_to.to_owned()));
    }
    (!begins_page(target)).then(|| Fault::WithinAPage(go_to.to_owned()))
}
