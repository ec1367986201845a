//! Which page comes next. A page is named by the index of its first question.

use crate::answer::{Answer, Answers};
use crate::definition::{Branch, Question, Survey};
use std::ops::Range;

impl Survey {
    /// The questions on the page that begins with question `first`.
    pub fn page(&self, first: usize) -> Range<usize> {
        let together = self.questions.iter().skip(first + 1).take_while(|question| question.same_page).count();
        first..(first + 1 + together).min(self.questions.len())
    }

    /// The page after the one that begins with `first`; `None` at the end. Always a later one, whatever a definition says.
    pub fn next_page(&self, first: usize, answers: &Answers) -> Option<usize> {
        let page = self.page(first);
        let following = page.end;
        let asked = self.questions.get(page).unwrap_or_default();
        let taken = asked.iter().find_map(|question| question.branch(answers.get(&question.id)));
        let next = match taken {
            Some(branch) if branch.go_to == Branch::END => return None,
            Some(branch) => self.questions.iter().position(|question| question.id == branch.go_to),
            None => None,
        };
        let next = next.filter(|next| *next >= following).unwrap_or(following);
        (next < self.questions.len()).then_some(next)
    }

    /// The pages that these answers lead through, from the first to the end.
    pub fn path(&self, answers: &Answers) -> Vec<usize> {
        std::iter::successors(Some(0), |first| self.next_page(*first, answers)).collect()
    }

    /// The answers to what was asked on the way; those of pages that branching left out are not among them.
    pub fn asked(&self, answers: &Answers) -> Answers {
        let questions = self.path(answers).into_iter().flat_map(|first| self.page(first));
        let questions = questions.filter_map(|index| self.questions.get(index));
        questions.filter_map(|question| Some((question.id.clone(), answers.get(&question.id)?.clone()))).collect()
    }
}

impl Question {
    fn branch(&self, answer: Option<&Answer>) -> Option<&Branch> {
        self.when.iter().find(|branch| branch.applies(answer))
    }
}

impl Branch {
    fn applies(&self, answer: Option<&Answer>) -> bool {
        let is_one = |answer: &Answer| self.is.contains(answer) || is_other(answer) && self.is.iter().any(says_other);
        let is = match answer {
            _ if self.is.is_empty() => true,
            Some(Answer::Several(chosen)) => chosen.iter().any(is_one),
            Some(answer) => is_one(answer),
            None => false,
        };
        let number = match answer {
            Some(Answer::Number(number)) => Some(*number),
            _ => None,
        };
        let is_within = |limit: Option<i64>, holds: fn(i64, i64) -> bool| {
            limit.is_none_or(|limit| number.is_some_and(|number| holds(number, limit)))
        };
        is && is_within(self.at_least, |number, limit| number >= limit)
            && is_within(self.at_most, |number, limit| number <= limit)
    }
}

fn is_other(answer: &Answer) -> bool {
    answer.part(Answer::OTHER).is_some()
}

fn says_other(value: &Answer) -> bool {
    value.text() == Some(Answer::OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::QuestionKind;
    use crate::map::Map;

    fn question(id: &str, when: Vec<Branch>) -> Question {
        Question { id: id.into(), kind: QuestionKind::Nps, when, ..Question::default() }
    }

    /// nps and why on one page; then low or high; then the end.
    fn survey() -> Survey {
        let low = Branch { at_most: Some(6), go_to: "low".into(), ..Branch::default() };
        let high = Branch { at_least: Some(9), go_to: "high".into(), ..Branch::default() };
        let end = Branch { go_to: Branch::END.into(), ..Branch::default() };
        let back = Branch { go_to: "nps".into(), ..Branch::default() };
        let mut why = question("why", vec![]);
        why.same_page = true;
        let questions =
            vec![question("nps", vec![low, high]), why, question("low", vec![end]), question("high", vec![back])];
        Survey { schema: None, id: "s".into(), version: 1, title: Map::default(), questions, thanks: Map::default() }
    }

    fn nps(value: i64) -> Answers {
        Answers::from_iter([("nps".to_owned(), Answer::Number(value)), ("high".to_owned(), Answer::Number(1))])
    }

    #[test]
    fn answers_decide_the_way() {
        let survey = survey();
        assert_eq!(survey.page(0), 0..2);
        assert_eq!(survey.path(&nps(3)), [0, 2]);
        assert_eq!(survey.path(&nps(9)), [0, 3]);
        assert_eq!(survey.path(&nps(8)), [0, 2], "no branch applies: the next page");
        assert_eq!(survey.path(&Answers::default()), [0, 2]);
    }

    #[test]
    fn a_branch_backwards_goes_on() {
        assert_eq!(survey().next_page(3, &nps(9)), None);
    }

    #[test]
    fn answers_of_pages_left_out_are_left_out() {
        assert_eq!(survey().asked(&nps(3)).iter().map(|(id, _)| id).collect::<Vec<_>>(), ["nps"]);
        assert_eq!(survey().asked(&nps(10)).len(), 2);
    }

    #[test]
    fn what_is_chosen_decides_too() {
        let value = |id: &str| Answer::Text(id.into());
        let branch = Branch { is: vec![value("price"), value("other")], go_to: "x".into(), ..Branch::default() };
        let other = Answer::Parts(Map::from_iter([("other".to_owned(), value("taste"))]));
        for (answer, applies) in [
            (Some(value("price")), true),
            (Some(value("speed")), false),
            (Some(Answer::Several(vec![value("speed"), value("price")])), true),
            (Some(Answer::Several(vec![other.clone()])), true),
            (Some(other), true),
            (None, false),
        ] {
            assert_eq!(branch.applies(answer.as_ref()), applies, "{answer:?}");
        }
    }
}
