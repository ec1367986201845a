//! What is said on the way through a survey: names, what is wrong with an answer, how much room is left.

use crate::walk::Step::{Choose, Tick, Write};
use crate::walk::{EVERY_KIND, PAGES, Step, Walker};
use sada_devtools::Key;
use sada_tests::{Collector, Heard, Visitor, root};
use serde_json::{Value, json};

fn json_file(path: &str) -> Value {
    serde_json::from_slice(&std::fs::read(root().join(path)).unwrap()).unwrap()
}

/// What a screen reader should meet, made from the definition and the messages alone.
struct Names {
    lang: &'static str,
    lines: Value,
}

impl Names {
    fn of(lang: &'static str) -> Self {
        Self { lang, lines: json_file(&format!("crates/survey/messages/{lang}.json")) }
    }

    fn line(&self, name: &str) -> String {
        self.lines[name].as_str().unwrap().to_owned()
    }

    fn text(&self, text: &Value) -> String {
        let text = text[self.lang].as_str().unwrap_or_default();
        // Nobody has given a name: what stands after the bar is said.
        match (text.find('{'), text.find('|'), text.find('}')) {
            (Some(start), Some(bar), Some(end)) => [&text[..start], &text[bar + 1..end], &text[end + 1..]].concat(),
            _ => text.to_owned(),
        }
    }

    fn asked(&self, question: &Value) -> String {
        let is_optional = question["required"] != true && question["kind"] != "statement";
        let optional = if is_optional { format!(" {}", self.line("optional")) } else { String::new() };
        self.text(&question["text"]) + &optional
    }

    fn number(&self, number: u32) -> String {
        let zero = if self.lang == "ar" { '٠' } else { '0' };
        let digit = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10).unwrap()).unwrap();
        number.to_string().chars().map(digit).collect()
    }

    fn scale(&self, values: std::ops::RangeInclusive<u32>, low: &str, high: &str) -> Vec<(&'static str, String)> {
        let (first, last) = (*values.start(), *values.end());
        let name = |value| match value {
            value if value == first => format!("{} {low}", self.number(value)),
            value if value == last => format!("{} {high}", self.number(value)),
            value => self.number(value),
        };
        values.map(|value| ("radio", name(value))).collect()
    }

    /// The groups and fields of a question, in order.
    fn fields(&self, question: &Value) -> Vec<(&'static str, String)> {
        let (kind, asked) = (question["kind"].as_str().unwrap(), self.asked(question));
        let end = |name: &str| self.text(&question[name]);
        let each = |name: &str| question[name].as_array().unwrap().iter();
        let choices = |role| each("choices").map(move |choice| (role, self.text(&choice["text"])));
        let mut fields = Vec::new();
        match kind {
            "nps" | "csat" | "ces" => {
                fields.push(("radiogroup", asked));
                match (kind, question["look"].as_str().unwrap_or("numbers")) {
                    ("nps", _) => fields.extend(self.scale(0..=10, &end("low"), &end("high"))),
                    ("ces", _) => fields.extend(self.scale(1..=7, &end("low"), &end("high"))),
                    (_, "numbers") => fields.extend(self.scale(1..=5, &self.line("csat_1"), &self.line("csat_5"))),
                    (_, look) => {
                        let line = if look == "stars" { "star" } else { "csat" };
                        fields.extend((1..=5).map(|value| ("radio", self.line(&format!("{line}_{value}")))));
                    }
                }
            }
            "single-choice" | "multiple-choice" => {
                let (group, one) =
                    if kind == "single-choice" { ("radiogroup", "radio") } else { ("group", "checkbox") };
                fields.push((group, asked));
                fields.extend(choices(one));
                fields.push((one, self.line("other")));
            }
            "short-text" | "long-text" => fields.push(("textbox", asked)),
            "word-pairs" | "matrix" => {
                fields.push(("group", asked));
                for row in each("rows") {
                    let (low, high) = (self.text(&row["low"]), self.text(&row["high"]));
                    let name = if kind == "matrix" { self.text(&row["text"]) } else { format!("{low} – {high}") };
                    fields.push(("radiogroup", name));
                    if kind == "matrix" {
                        fields.extend(choices("radio"));
                    } else {
                        fields.extend(self.scale(1..=5, &low, &high));
                    }
                }
            }
            "contact" => fields.extend([
                ("group", asked),
                ("textbox", self.line("email_label")),
                ("checkbox", self.line("agree")),
            ]),
            "consent" => fields.push(("checkbox", asked)),
            _ => {}
        }
        fields
    }
}

fn heard_in(visitor: &Visitor, roles: &[&str]) -> Vec<(String, String)> {
    let heard = visitor.heard().into_iter();
    heard.filter(|one| roles.contains(&&*one.role)).map(|one| (one.role, one.name)).collect()
}

#[test]
fn everything_has_its_role_and_its_name_in_the_language_of_the_visitor() {
    const ROLES: [&str; 6] = ["dialog", "group", "radiogroup", "radio", "checkbox", "textbox"];
    let survey = json_file(EVERY_KIND);
    for lang in ["en", "ar"] {
        let collector = Collector::asking(&[EVERY_KIND]);
        let names = Names::of(lang);
        let walker = Walker::opens(Visitor::at, &collector, "every-kind", lang);
        walker.is_at("recommend");
        let mut questions = survey["questions"].as_array().unwrap().iter().peekable();
        for (number, (steps, next)) in (1..).zip(PAGES) {
            let first = questions.next().unwrap();
            let mut expected = vec![("dialog", names.asked(first))];
            expected.extend(names.fields(first));
            while let Some(same) = questions.next_if(|question| question["same_page"] == true) {
                expected.extend(names.fields(same));
            }
            let expected: Vec<_> = expected.into_iter().map(|(role, name)| (role.to_owned(), name)).collect();
            assert_eq!(heard_in(&walker.visitor, &ROLES), expected, "{lang}, page {number}");
            let [back, on] = [names.line("back"), names.line(if number == 10 { "send" } else { "next" })];
            let mut buttons = vec![names.line("close"), on, back];
            buttons.truncate(if number == 1 { 2 } else { 3 });
            let heard: Vec<_> = heard_in(&walker.visitor, &["button"]).into_iter().map(|(_, name)| name).collect();
            assert!(heard.ends_with(&buttons), "{lang}, page {number}: {heard:?}");
            walker.does(steps);
            walker.presses("send");
            match next {
                "thanks" => walker.visitor.wait_said(survey["thanks"][lang].as_str().unwrap()),
                place => walker.is_at(place),
            }
        }
    }
}

/// On each page: what is done that is not enough, which line says so, and where one is led.
const PROBLEMS: [(usize, &[Step], &str, &str); 14] = [
    (1, &[], "choose_number", "recommend"),
    (2, &[Choose("overall", 1)], "choose_one", "delivery"),
    (3, &[], "choose_number", "easy"),
    (4, &[], "choose_one", "reason"),
    (4, &[Choose("reason", 3)], "write_other", "reason.other"),
    (5, &[], "choose_some", "better"),
    (6, &[], "write", "city"),
    (6, &[Write("city", "A city whose name has more than forty letters")], "too_long", "city"),
    (6, &[Write("city", "Oslo")], "write", "story"),
    (7, &[Choose("feeling.calm", 1)], "choose_each", "feeling.welcome"),
    (8, &[Choose("parts.search", 1)], "choose_each", "parts.pay"),
    (9, &[Write("write.email", "nobody")], "email", "write.email"),
    (9, &[Write("write.email", "a@b.example")], "agree_or_empty", "write.consent"),
    (10, &[], "must_agree", "rules"),
];

/// What makes a page right after all of its problems.
fn cure(page: usize) -> &'static [Step] {
    match page {
        2 => &[Choose("delivery", 4)],
        4 => &[Write("reason.other", "a gift")],
        6 => &[Write("story", "long")],
        7 => &[Choose("feeling.welcome", 1)],
        8 => &[Choose("parts.pay", 0), Choose("parts.return", 0)],
        9 => &[Tick("write.consent", "yes")],
        page => PAGES[page - 1].0,
    }
}

#[test]
fn problems_say_what_to_do_where_they_are_and_are_gone_when_they_are_mended() {
    let collector = Collector::asking(&[EVERY_KIND]);
    for lang in ["en", "ar"] {
        let names = Names::of(lang);
        let walker = Walker::opens(Visitor::at, &collector, "every-kind", lang);
        let visitor = &walker.visitor;
        for page in 1..=PAGES.len() {
            walker.is_at(
                [
                    "recommend",
                    "overall",
                    "easy",
                    "reason",
                    "better",
                    "city",
                    "feeling.calm",
                    "parts.search",
                    "#sada-thanks-asked",
                    "rules",
                ][page - 1],
            );
            assert!(
                visitor.heard().iter().all(|one| one.properties["invalid"] != "true"),
                "{lang} {page}: nothing is wrong yet"
            );
            for (_, steps, line, place) in PROBLEMS.iter().filter(|problem| problem.0 == page) {
                walker.does(steps);
                // An element that comes with what it says is not announced: it must be there, and seen, before.
                let is_ready = "[...document.querySelector('sada-feedback').shadowRoot.querySelectorAll('.problem')]
                    .every((problem) => self.was = problem.ariaLive === 'polite' && problem.checkVisibility())";
                assert_eq!(visitor.see(is_ready), true);
                walker.presses("send");
                let said = names.line(line).replace("{limit}", &names.number(40));
                visitor.wait_in_popup(&format!(".querySelector('.problem:not(:empty)')?.textContent === {said:?}"));
                walker.is_at(place);
                assert_eq!(visitor.see_in_popup(".querySelectorAll('.problem:not(:empty)').length"), 1);
                let bound = wrong(visitor);
                assert!(bound.description.contains(&said), "{lang} {place}: {bound:?} is described by {said:?}");
                visitor.see_in_popup(".querySelector('.problem').scrollIntoView()");
                visitor.picture(&format!("popup-problem-{lang}-{line}"));
            }
            walker.does(cure(page));
            walker.presses("send");
        }
        visitor.wait_said(names_thanks(lang));
    }
    assert_eq!(collector.stored().len(), 2);
}

fn names_thanks(lang: &str) -> &'static str {
    if lang == "ar" { "شكرًا لك" } else { "Thank you" }
}

/// What has a problem, as it is heard: the field with the focus, or the group around it.
fn wrong(visitor: &Visitor) -> Heard {
    let heard = visitor.heard();
    let at = heard.iter().position(|one| one.properties["focused"] == true && one.role != "dialog").unwrap();
    let described = heard[..=at].iter().rev().find(|one| !one.description.is_empty());
    let described = described.unwrap_or_else(|| panic!("nothing says what is wrong: {:#?}", &heard[..=at])).clone();
    // Of several boxes, and of rows, none is wrong by itself.
    let can_be_invalid = described.role != "group";
    assert!(!can_be_invalid || described.properties["invalid"] == "true", "{described:?}");
    described
}

#[test]
fn how_much_room_is_left_is_said_when_it_gets_scarce_in_the_right_plural() {
    let collector = Collector::asking(&[EVERY_KIND]);
    for (lang, said) in [
        (
            "en",
            [
                "",
                "8 characters left",
                "7 characters left",
                "2 characters left",
                "1 character left",
                "0 characters left",
            ],
        ),
        ("ar", ["", "بقيت ٨ أحرف", "بقيت ٧ أحرف", "بقي حرفان", "بقي حرف واحد", "لم يبقَ أي حرف"]),
    ] {
        let walker = Walker::opens(Visitor::at, &collector, "every-kind", lang);
        let visitor = &walker.visitor;
        walker.is_at("recommend");
        for ((steps, next), _) in PAGES.iter().zip(1..=5) {
            walker.does(steps);
            walker.goes_on(next);
        }
        let left = ".querySelector('#sada-city + .left')";
        let live = visitor.heard().into_iter().filter(|one| one.properties["live"] == "polite").count();
        // A letter outside the first plane is one character, as the collector counts.
        for (words, said) in
            ["𝄞".repeat(31), "a".into(), "b".into(), "c".repeat(5), "d".into(), "ee".into()].iter().zip(said)
        {
            visitor.write(words);
            assert_eq!(visitor.see_in_popup(&format!("{left}.textContent")), said, "{lang}");
            assert_eq!(visitor.see_in_popup(&format!("{left}.role")), "status");
        }
        let now = visitor.heard().into_iter().filter(|one| one.properties["live"] == "polite").count();
        assert_eq!(live, now, "what announces it was there before");
        visitor.press(&[Key::Backspace; 10]);
        assert_eq!(visitor.see_in_popup(&format!("{left}.textContent")), "");
        assert_eq!(visitor.see_in_popup(".activeElement.name"), json!("city"));
    }
}
