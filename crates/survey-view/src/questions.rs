//! All questions of a survey, one after the other.

use crate::question::question;
use leptos::prelude::AnyView;
use sada_survey::{Answers, Language, Problem, Survey};

/// What is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'s> {
    /// What is asked.
    pub survey: &'s Survey,
    /// In which language.
    pub language: &'static Language,
    /// What has been answered.
    pub answers: &'s Answers,
    /// The question that has a problem after a try to send, and which.
    pub problem: Option<(&'s str, Problem)>,
}

/// The fields of a form, without the form.
pub fn questions(shown: Shown<'_>) -> Vec<AnyView> {
    shown.survey.questions.iter().map(|asked| question(shown, asked)).collect()
}
