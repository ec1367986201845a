//! What is shown.

use sada_survey::{Answer, Answers, Messages, Problem, Question, Survey, Text, fill};
use std::ops::Range;

/// What is shown.
#[derive(Clone, Copy)]
pub struct Shown<'s> {
    /// What is asked.
    pub survey: &'s Survey,
    /// What is said around it, and in which language.
    pub messages: &'s Messages,
    /// What has been answered.
    pub answers: &'s Answers,
    /// The words the host gives for places in texts, by name.
    pub values: &'s dyn Fn(&str) -> Option<String>,
    /// The question that has a problem after a try to send, and which.
    pub problem: Option<(&'s str, Problem)>,
}

impl<'s> Shown<'s> {
    /// A text in the visitor's language, its places filled.
    pub fn said(self, text: &Text) -> String {
        fill(text.in_language(&self.messages.tag), self.values)
    }

    /// The questions of a page.
    pub(crate) fn page(self, page: Range<usize>) -> &'s [Question] {
        self.survey.questions.get(page).unwrap_or_default()
    }

    pub(crate) fn answer(self, question: &Question) -> Option<&'s Answer> {
        self.answers.get(&question.id)
    }
}
