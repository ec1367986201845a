//! Answers and the fields of a form: the popup's `FormData` and the hosted page's body carry the same names.

use crate::answer::{Answer, Problem};
use crate::definition::{Question, QuestionKind};
use crate::map::Map;

impl Question {
    /// The name of the field of a part: a row, [`Answer::OTHER`], [`Answer::EMAIL`], [`Answer::CONSENT`].
    pub fn part_field(&self, part: &str) -> String {
        [&self.id, ".", part].concat()
    }

    /// The answer that a form holds. `values` gives all values of the fields with a name. `None` if nothing was answered;
    /// what is no answer comes back as written, for [`Question::problem`] to name.
    pub fn read(&self, values: &dyn Fn(&str) -> Vec<String>) -> Option<Answer> {
        let first = |name: &str| values(name).into_iter().find(|value| !value.trim().is_empty());
        match self.kind {
            QuestionKind::Statement => None,
            QuestionKind::Consent => first(&self.id).map(|_| Answer::Yes(true)),
            QuestionKind::SingleChoice => first(&self.id).map(|value| self.chosen(value, &first)),
            QuestionKind::MultipleChoice => {
                let chosen: Vec<_> = values(&self.id).into_iter().map(|value| self.chosen(value, &first)).collect();
                (!chosen.is_empty()).then_some(Answer::Several(chosen))
            }
            QuestionKind::Matrix | QuestionKind::WordPairs => {
                let is_number = self.kind == QuestionKind::WordPairs;
                let of_row = |id: &str| Some((id.to_owned(), written(first(&self.part_field(id))?, is_number)));
                parts(self.rows.iter().filter_map(|row| of_row(&row.id)).collect())
            }
            QuestionKind::Contact => {
                let email = first(&self.part_field(Answer::EMAIL))?;
                let consent = first(&self.part_field(Answer::CONSENT)).is_some();
                let email = (Answer::EMAIL.to_owned(), Answer::Text(email.trim().to_owned()));
                parts([email, (Answer::CONSENT.to_owned(), Answer::Yes(consent))].into_iter().collect())
            }
            kind => Some(written(first(&self.id)?, kind.scale().is_some())),
        }
    }

    /// The name of the field to go to when the answer has a problem.
    pub fn field_with_problem(&self, problem: Problem, answer: Option<&Answer>) -> String {
        match (self.kind, problem) {
            (_, Problem::OtherWords) => self.part_field(Answer::OTHER),
            (QuestionKind::Contact, Problem::NotAgreed) => self.part_field(Answer::CONSENT),
            (QuestionKind::Contact, _) => self.part_field(Answer::EMAIL),
            (QuestionKind::Matrix | QuestionKind::WordPairs, _) => {
                let is_missing = |id: &str| answer.is_none_or(|answer| answer.part(id).is_none());
                let missing = self.rows.iter().find(|row| is_missing(&row.id));
                self.part_field(missing.or(self.rows.first()).map_or("", |row| &row.id))
            }
            _ => self.id.clone(),
        }
    }

    fn chosen(&self, value: String, first: &dyn Fn(&str) -> Option<String>) -> Answer {
        if value != Answer::OTHER || !self.other {
            return Answer::Text(value);
        }
        let words = first(&self.part_field(Answer::OTHER)).unwrap_or_default();
        Answer::Parts([(value, Answer::Text(words))].into_iter().collect())
    }
}

fn parts(parts: Map<Answer>) -> Option<Answer> {
    (!parts.is_empty()).then_some(Answer::Parts(parts))
}

fn written(value: String, is_number: bool) -> Answer {
    match value.parse() {
        Ok(number) if is_number => Answer::Number(number),
        _ => Answer::Text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Row;

    fn read(kind: QuestionKind, form: &[(&str, &str)]) -> Option<Answer> {
        let rows = vec![Row { id: "a".into(), ..Row::default() }, Row { id: "b".into(), ..Row::default() }];
        let question = Question { id: "q".into(), kind, other: true, rows, ..Question::default() };
        question.read(&|name| form.iter().filter(|field| field.0 == name).map(|field| field.1.to_owned()).collect())
    }

    fn text(text: &str) -> Answer {
        Answer::Text(text.into())
    }

    fn of_parts(of: &[(&str, Answer)]) -> Option<Answer> {
        parts(of.iter().map(|(name, answer)| ((*name).to_owned(), answer.clone())).collect())
    }

    #[test]
    fn a_form_becomes_answers() {
        use QuestionKind::{
            Consent, Contact, LongText, Matrix, MultipleChoice, Nps, SingleChoice, Statement, WordPairs,
        };
        for (kind, form, expected) in [
            (Nps, &[("q", "0")][..], Some(Answer::Number(0))),
            (Nps, &[("q", "ten")], Some(text("ten"))),
            (LongText, &[("q", "7")], Some(text("7"))),
            (LongText, &[("q", " ")], None),
            (SingleChoice, &[("q", "price"), ("q.other", "left over")], Some(text("price"))),
            (SingleChoice, &[("q", "other"), ("q.other", "taste")], of_parts(&[("other", text("taste"))])),
            (SingleChoice, &[("q", "other")], of_parts(&[("other", text(""))])),
            (MultipleChoice, &[], None),
            (
                MultipleChoice,
                &[("q", "price"), ("q", "other"), ("q.other", "taste")],
                Some(Answer::Several(vec![text("price"), of_parts(&[("other", text("taste"))]).unwrap()])),
            ),
            (Matrix, &[("q.a", "price"), ("q.c", "speed")], of_parts(&[("a", text("price"))])),
            (WordPairs, &[("q.b", "5")], of_parts(&[("b", Answer::Number(5))])),
            (WordPairs, &[], None),
            (Contact, &[("q.consent", "yes")], None),
            (
                Contact,
                &[("q.email", " a@b.example ")],
                of_parts(&[("email", text("a@b.example")), ("consent", Answer::Yes(false))]),
            ),
            (Consent, &[("q", "yes")], Some(Answer::Yes(true))),
            (Consent, &[], None),
            (Statement, &[("q", "yes")], None),
        ] {
            assert_eq!(read(kind, form), expected, "{kind:?} {form:?}");
        }
    }
}
