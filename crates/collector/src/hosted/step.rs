//! From page to page.

use super::filled::{Filled, Pressed};
use sada_survey::{Answers, Branch, Problem, Survey};
use std::ops::Range;

/// Where the visitor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the page that begins with this question.
    Page(usize),
    /// Behind the last question, where the answers of a page with "Next" led: nothing is sent that nobody sent.
    End,
}

/// What a pressed button leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'s> {
    /// This place, as it is.
    Show(Place),
    /// This place, and what is wrong there.
    Problem { place: Place, question: &'s str, problem: Problem },
    /// The answers are to be stored.
    Store,
}

impl Place {
    /// The place with this name. What is not on the way that the answers lead is the first page: the survey was changed,
    /// or the name made up.
    pub(super) fn named(name: &str, survey: &Survey, answers: &Answers) -> Self {
        if name == Branch::END {
            return Place::End;
        }
        let index = survey.questions.iter().position(|question| question.id == name);
        let is_on_the_way = |index: &usize| survey.path(answers).contains(index);
        Place::Page(index.filter(is_on_the_way).unwrap_or_default())
    }

    /// The name that a form carries along.
    pub(super) fn name(self, survey: &Survey) -> &str {
        match self {
            Place::Page(first) => survey.questions.get(first).map_or(Branch::END, |question| &question.id),
            Place::End => Branch::END,
        }
    }

    /// The questions asked here.
    pub(super) fn questions(self, survey: &Survey) -> Range<usize> {
        match self {
            Place::Page(first) => survey.page(first),
            Place::End => 0..0,
        }
    }

    /// Whether nothing is asked behind it, whatever the answers.
    pub(super) fn is_last(self, survey: &Survey) -> bool {
        let page = self.questions(survey);
        if self == Place::End || page.end >= survey.questions.len() {
            return true;
        }
        let branches = survey.questions.get(page).unwrap_or_default().iter().flat_map(|question| &question.when);
        // All that could be taken before the one that always applies, and that one, lead to the end.
        let applies_always = |branch: &Branch| branch.is.is_empty() && branch.at_least.or(branch.at_most).is_none();
        let mut to_the_end = branches.take_while(|branch| branch.go_to == Branch::END);
        to_the_end.any(applies_always)
    }

    /// The place before it on the way; `None` at the beginning.
    pub(super) fn before(self, survey: &Survey, answers: &Answers) -> Option<Self> {
        let path = survey.path(answers);
        let place = match self {
            Place::Page(first) => path.iter().position(|page| *page == first)?,
            Place::End => path.len(),
        };
        path.get(place.checked_sub(1)?).map(|before| Place::Page(*before))
    }
}

/// Where the pressed button leads. Back and another language ask nothing of the answers.
pub(crate) fn step<'s>(survey: &'s Survey, filled: &Filled) -> Step<'s> {
    let (here, answers) = (filled.place, &filled.answers);
    match filled.pressed {
        Pressed::Language(_) => return Step::Show(here),
        Pressed::Back => return Step::Show(here.before(survey, answers).unwrap_or(here)),
        Pressed::Next | Pressed::Send => {}
    }
    let asked = survey.questions.get(here.questions(survey)).unwrap_or_default();
    let wrong = asked.iter().find_map(|question| Some((question, question.problem(answers.get(&question.id))?)));
    if let Some((question, problem)) = wrong {
        return Step::Problem { place: here, question: &question.id, problem };
    }
    if let Place::Page(first) = here {
        match survey.next_page(first, answers) {
            Some(next) => return Step::Show(Place::Page(next)),
            None if filled.pressed == Pressed::Next => return Step::Show(Place::End),
            None => {}
        }
    }
    // Of pages before it only a program sends what is wrong, or an owner who has changed the survey meanwhile.
    let Some((question, problem)) = survey.first_problem(&survey.asked(answers), true) else { return Step::Store };
    let is_asked = |first: &usize| survey.questions.get(survey.page(*first)).unwrap_or_default().contains(question);
    let first = survey.path(answers).into_iter().find(is_asked).unwrap_or_default();
    Step::Problem { place: Place::Page(first), question: &question.id, problem }
}
