//! A visitor on the pages of a popup, with a keyboard and nothing else.

use crate::watched::page;
use sada_devtools::Key;
use sada_tests::{Collector, Person};
use serde_json::Value;

/// What is done on a page.
pub enum Step {
    /// One value of a scale or a row: the field, and how many arrows lead from its first value to it.
    Choose(&'static str, usize),
    /// A box to tick, or the way to untick it: the field and its value.
    Tick(&'static str, &'static str),
    /// Words into a field.
    Write(&'static str, &'static str),
}
use Step::{Choose, Tick, Write};

/// The survey with every kind of question.
pub const EVERY_KIND: &str = "tests/surveys/every-kind.json";

/// What is done on each page of the survey with every kind of question, and the field that has the focus after it.
pub const PAGES: [(&[Step], &str); 10] = [
    (&[Choose("recommend", 9), Write("why", "لأن كل شيء بخير / because")], "overall"),
    (&[Choose("overall", 3), Choose("delivery", 4), Choose("help", 1)], "easy"),
    (&[Choose("easy", 5)], "reason"),
    (&[Choose("reason", 3), Write("reason.other", "a gift / هدية")], "better"),
    (&[Tick("better", "price"), Tick("better", "other"), Write("better.other", "Colours")], "city"),
    (&[Write("city", "حلب"), Write("story", "First line.")], "feeling.calm"),
    (&[Choose("feeling.calm", 4), Choose("feeling.welcome", 0)], "parts.search"),
    (&[Choose("parts.search", 2), Choose("parts.pay", 0), Choose("parts.return", 3)], "#sada-thanks-asked"),
    (&[Write("write.email", "a@b.example"), Tick("write.consent", "yes")], "rules"),
    (&[Tick("rules", "yes")], "thanks"),
];

/// Somebody who answers.
pub struct Walker<P> {
    /// Their browser.
    pub visitor: P,
    forward: Key,
}

impl<P: Person> Walker<P> {
    /// Opens a survey from the button, in a language.
    pub fn opens(browser: impl Fn(&str) -> P, collector: &Collector, survey: &str, lang: &str) -> Self {
        let attributes = format!("data-survey=\"{survey}\" data-lang=\"{lang}\"");
        let visitor = browser(&page(collector, &attributes, "").url("/"));
        visitor.open_popup();
        // In a text from right to left the next value is on the left.
        let is_rtl = visitor.see_in_popup(".querySelector('dialog').closest('[dir]').dir") == "rtl";
        Self { visitor, forward: if is_rtl { Key::ArrowLeft } else { Key::ArrowRight } }
    }

    /// Does all that is to be done on this page.
    pub fn does(&self, steps: &[Step]) {
        for step in steps {
            match step {
                Choose(name, arrows) => self.choose(name, *arrows),
                Tick(name, value) => {
                    self.visitor.tab_to(&format!("[name='{name}'][value='{value}']"));
                    self.visitor.press(&[Key::Space]);
                }
                Write(name, words) => {
                    self.visitor.tab_to(&format!("[name='{name}']"));
                    let written = self.visitor.see_in_popup(".activeElement.value.length").as_u64().unwrap();
                    self.visitor.press(&[Key::End]);
                    (0..written).for_each(|_| self.visitor.press(&[Key::Backspace]));
                    self.visitor.write(words);
                }
            }
        }
    }

    /// Each arrow leads one value on, and nowhere else: neither to another question nor to another page.
    fn choose(&self, name: &str, arrows: usize) {
        let place = format!(
            "(() => {{
                const fields = [...document.querySelector('sada-feedback').shadowRoot.querySelectorAll(\"[name='{name}']\")];
                return fields.findIndex((field) => field.checked && field === field.getRootNode().activeElement);
            }})()"
        );
        self.visitor.tab_to(&format!("[name='{name}']"));
        assert_eq!(self.visitor.see(&place), -1, "{name}: nothing is chosen by coming there");
        self.visitor.press(&[Key::Space]);
        assert_eq!(self.visitor.see(&place), 0, "{name}: Space chooses");
        for arrow in 1..=arrows {
            self.visitor.press(&[self.forward]);
            assert_eq!(self.visitor.see(&place), arrow, "{name}: one arrow, one value");
        }
    }

    /// Presses the button that goes on. `first` is the field that has the focus then.
    pub fn goes_on(&self, first: &str) {
        self.presses("send");
        self.is_at(first);
    }

    /// Presses the button that goes back.
    pub fn goes_back(&self, first: &str) {
        self.presses("back");
        self.is_at(first);
    }

    /// Presses a button of the popup, by its name.
    pub fn presses(&self, name: &str) {
        self.visitor.tab_to(&format!("button[name={name}]"));
        self.visitor.press(&[Key::Enter]);
    }

    /// Waits until a field has the focus, or what can only be read, by its `#id`.
    pub fn is_at(&self, place: &str) {
        let (property, value) = place.strip_prefix('#').map_or(("name", place), |id| ("id", id));
        self.visitor.wait_in_popup(&format!(".activeElement?.{property} === {value:?}"));
    }

    /// What the form holds, on this page.
    pub fn form(&self) -> Value {
        let script = "Object.fromEntries(new FormData(document.querySelector('sada-feedback').shadowRoot.querySelector('form')))";
        self.visitor.see(script)
    }

    /// What says how far one has come.
    pub fn progress(&self) -> String {
        self.visitor.see_in_popup(".querySelector('.progress').textContent").as_str().unwrap().to_owned()
    }
}
