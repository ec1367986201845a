//! What a browser sends from the form.

use super::step::Place;
use sada_survey::{Answer, Answers, Language, Map, Question, QuestionKind, Response, Survey};
use std::ops::Range;
use url::form_urlencoded;
use uuid::Uuid;

// Names of fields that ask nothing. No question can be named so: names hold no colon.
pub(super) const SUBMISSION: &str = "sada:submission";
pub(super) const PLACE: &str = "sada:page";
/// A field that no visitor sees. Programs that fill everything fill it too.
pub(super) const TRAP: &str = "sada:website";
pub(super) const GO: &str = "sada:go";
pub(super) const LANGUAGE: &str = "sada:lang";

/// What stands in the form.
pub(crate) struct Filled {
    pub(super) submission_id: Uuid,
    /// Every field of every question as it was sent, also those of other pages.
    fields: Vec<(String, String)>,
    pub(crate) answers: Answers,
    pub(crate) place: Place,
    pub(crate) pressed: Pressed,
    pub(super) trap: String,
}

/// Which button was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pressed {
    /// Also what a program sends that presses none.
    Send,
    Next,
    Back,
    /// The same page in the language with this tag.
    Language(String),
}

impl Filled {
    /// A new form. Its id is made now, so that sending it twice stores it once.
    pub(crate) fn empty() -> Self {
        Self {
            submission_id: Uuid::now_v7(),
            fields: Vec::new(),
            answers: Answers::default(),
            place: Place::Page(0),
            pressed: Pressed::Send,
            trap: String::new(),
        }
    }

    /// What a browser sent (`application/x-www-form-urlencoded`). Fields that ask nothing are left out.
    pub(crate) fn read(body: &[u8], survey: &Survey) -> Self {
        let mut filled = Self::empty();
        let mut place = String::new();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                SUBMISSION => filled.submission_id = value.parse().unwrap_or(filled.submission_id),
                PLACE => place = value.into_owned(),
                TRAP => filled.trap = value.into_owned(),
                LANGUAGE => filled.pressed = Pressed::Language(value.into_owned()),
                GO if value == "next" => filled.pressed = Pressed::Next,
                GO if value == "back" => filled.pressed = Pressed::Back,
                // Browsers send line breaks as CRLF (HTML, section 4.10.21.4); the popup sends LF.
                name if !value.is_empty() && question_of(survey, name).is_some() => {
                    filled.fields.push((name.to_owned(), value.replace("\r\n", "\n")));
                }
                _ => {}
            }
        }
        let values = |name: &str| filled.values(name);
        let answers =
            survey.questions.iter().filter_map(|question| Some((question.id.clone(), question.read(&values)?)));
        filled.answers = answers.collect();
        filled.place = Place::named(&place, survey, &filled.answers);
        filled
    }

    /// Whether the field that no visitor sees was filled.
    pub(crate) fn is_trapped(&self) -> bool {
        !self.trap.is_empty()
    }

    /// The fields of all questions but those of `page`, to travel along unseen.
    pub(super) fn elsewhere(&self, survey: &Survey, page: &Range<usize>) -> Vec<(String, String)> {
        let is_elsewhere = |name: &str| question_of(survey, name).is_some_and(|index| !page.contains(&index));
        self.fields.iter().filter(|(name, _)| is_elsewhere(name)).cloned().collect()
    }

    /// What is shown in the fields: the answers, and agreement to use an address that is not written yet.
    pub(super) fn shown(&self, survey: &Survey) -> Answers {
        let mut shown = self.answers.clone();
        for question in survey.questions.iter().filter(|question| question.kind == QuestionKind::Contact) {
            let is_agreed = !self.values(&question.part_field(Answer::CONSENT)).is_empty();
            if is_agreed && shown.get(&question.id).is_none() {
                let agreed = (Answer::CONSENT.to_owned(), Answer::Yes(true));
                shown.set(&question.id, Answer::Parts(Map::from_iter([agreed])));
            }
        }
        shown
    }

    /// The same as the popup would send; only what was asked on the way.
    pub(crate) fn response(&self, site: &str, survey: &Survey, language: &Language) -> Response {
        Response {
            submission_id: self.submission_id,
            rev: 1,
            complete: true,
            survey: survey.id.clone(),
            survey_version: survey.version,
            site: site.to_owned(),
            channel: "page".to_owned(),
            touchpoint: None,
            answers: survey.asked(&self.answers),
            lang: language.tag.to_owned(),
            dir: language.direction.as_str().to_owned(),
            page: None,
            context: None,
            attributes: Map::default(),
            shown_at: None,
            client_time: None,
            sent_at: None,
            sada: None,
        }
    }

    fn values(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    }
}

/// The index of the question that a field belongs to: `why`, or `why.other` for a part. Ids hold no dot.
fn question_of(survey: &Survey, field: &str) -> Option<usize> {
    let id = field.split('.').next().unwrap_or_default();
    survey.questions.iter().position(|question: &Question| question.id == id)
}
