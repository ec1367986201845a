//! What was answered, and whether it answers the question.

use crate::definition::{Question, QuestionKind, Survey};
use crate::map::Map;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
pub enum Answer {
    /// A value on a scale.
    Number(i64),
    /// The visitor's own words, as written.
    Text(String),
}

/// Answers by question id.
pub type Answers = Map<Answer>;

/// Why an answer does not answer its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// Required, and there is none.
    #[error("an answer is required")]
    Missing,
    /// Not a value of the scale, or not of the kind that was asked for.
    #[error("the answer is not one that can be given here")]
    NotAnAnswer,
    /// More than [`QuestionKind::LONGEST_TEXT`] characters.
    #[error("the answer is longer than {} characters", QuestionKind::LONGEST_TEXT)]
    TooLong,
}

impl Question {
    /// What is wrong with `answer`, if anything.
    pub fn problem(&self, answer: Option<&Answer>) -> Option<Problem> {
        let Some(answer) = answer else {
            return self.required.then_some(Problem::Missing);
        };
        match (answer, self.kind.scale()) {
            (Answer::Number(value), Some(scale)) if scale.contains(value) => None,
            (Answer::Text(text), None) if text.trim().is_empty() && self.required => Some(Problem::Missing),
            (Answer::Text(text), None) => {
                (text.chars().count() > QuestionKind::LONGEST_TEXT).then_some(Problem::TooLong)
            }
            _ => Some(Problem::NotAnAnswer),
        }
    }
}

impl Survey {
    /// The first question, in order, whose answer has a problem.
    ///
    /// A partial response (`complete` is false) may lack required answers; what it has must still be right.
    pub fn first_problem(&self, answers: &Answers, complete: bool) -> Option<(&Question, Problem)> {
        self.questions.iter().find_map(|question| {
            let problem = question.problem(answers.get(&question.id))?;
            (complete || problem != Problem::Missing).then_some((question, problem))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: QuestionKind, required: bool) -> Question {
        let text = Map::from_iter([("en".to_owned(), "?".to_owned())]);
        Question { id: "q".into(), kind, text, required, low: Map::default(), high: Map::default() }
    }

    #[test]
    fn answers_are_held_against_their_question() {
        let nps = question(QuestionKind::Nps, true);
        assert_eq!(nps.problem(Some(&Answer::Number(0))), None);
        assert_eq!(nps.problem(Some(&Answer::Number(11))), Some(Problem::NotAnAnswer));
        assert_eq!(nps.problem(Some(&Answer::Text("9".into()))), Some(Problem::NotAnAnswer));
        assert_eq!(nps.problem(None), Some(Problem::Missing));

        let why = question(QuestionKind::LongText, false);
        assert_eq!(why.problem(None), None);
        assert_eq!(why.problem(Some(&Answer::Text("ق".repeat(5_000)))), None);
        assert_eq!(why.problem(Some(&Answer::Text("ق".repeat(5_001)))), Some(Problem::TooLong));
        assert_eq!(
            question(QuestionKind::LongText, true).problem(Some(&Answer::Text(" ".into()))),
            Some(Problem::Missing)
        );
    }
}
