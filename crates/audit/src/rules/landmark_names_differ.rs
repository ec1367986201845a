//! Landmarks of one kind have names of their own.

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::normalized;
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "landmark-names-differ",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Landmarks of one kind should have names that tell them apart",
        why: "A screen reader says \"navigation\" twice, and whoever chooses from its list of landmarks has to guess.",
        fix: "Say with `aria-label` or `aria-labelledby` what each of them is for: \"Site\", \"On this page\".",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون للمعالم من نوع واحد أسماء تميّزها",
        why: "يقول قارئ الشاشة «تنقّل» مرتين، وعلى من يختار من قائمة المعالم أن يخمّن.",
        fix: "قل بواسطة `aria-label` أو `aria-labelledby` لِمَ كلُّ واحد منها: «الموقع»، «في هذه الصفحة».",
        asks: "",
    },
    fa: Words {
        title: "نشانگاه‌های هم‌نوع باید نام‌هایی داشته باشند که از هم جدایشان کند",
        why: "صفحه‌خوان دو بار می‌گوید «ناوبری» و کسی که از فهرست نشانگاه‌ها انتخاب می‌کند باید حدس بزند.",
        fix: "با `aria-label` یا `aria-labelledby` بگویید هر کدام برای چیست: «سایت»، «در این صفحه».",
        asks: "",
    },
    good: &[
        "<nav aria-label='Site'><a href='/'>Home</a></nav><nav aria-label='On this page'><a href='#a'>Boats</a></nav>",
    ],
    bad: &["<nav><a href='/'>Home</a></nav><nav><a href='#a'>Boats</a></nav>"],
    check: Check::Page(check),
};

/// What a landmark is known by: its document, role and name.
type Key = (Option<NodeId>, Role, String);

/// Navigation, complementary, form, region and search landmarks, against those of the same role before them. Of main,
/// banner and content information there should be one, which other rules say.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut first: HashMap<Key, Element<'_>> = HashMap::new();
    let mut outcomes = Vec::new();
    for landmark in page.landmarks().filter(|landmark| is_repeatable(landmark.role())) {
        let name = normalized(landmark.accessible_name());
        let key = (landmark.frame().map(Element::id), landmark.role(), name);
        let outcome = match first.get(&key) {
            Some(earlier) => expectation(*earlier, landmark),
            None => Outcome::Passed,
        };
        if !landmark.may_be_hidden() {
            first.entry(key).or_insert(landmark);
        }
        outcomes.push((landmark, outcome));
    }
    outcomes
}

fn is_repeatable(role: Role) -> bool {
    matches!(role, Role::Navigation | Role::Complementary | Role::Form | Role::Region | Role::Search)
}

/// Another name than the earlier one, unless both are the same thing: then one name is right (ARIA Authoring Practices,
/// <https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/>).
fn expectation(earlier: Element<'_>, landmark: Element<'_>) -> Outcome {
    let links = |landmark: Element<'_>| -> Vec<String> {
        landmark.descendants().filter_map(Element::href).map(str::to_owned).collect()
    };
    let own = links(landmark);
    let is_same = landmark.role() == Role::Navigation && !own.is_empty() && own == links(earlier);
    if is_same || !landmark.has_certain_name() || !earlier.has_certain_name() {
        return Outcome::Passed;
    }
    let role = landmark.role().as_str();
    Outcome::failed(match landmark.accessible_name() {
        "" => format!("it has no name, and neither has another {role} landmark"),
        name => format!("another {role} landmark is called “{name}”, too"),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<nav>a</nav>", Expect::Passed),
                ("<nav>a</nav><nav aria-label=b>c</nav>", Expect::Passed),
                ("<nav>a</nav><aside>b</aside>", Expect::Passed),
                ("<nav>a</nav><nav hidden>b</nav>", Expect::Passed),
                ("<nav><a href=a>a</a></nav><nav><a href=a>a</a></nav>", Expect::Passed),
                ("<nav>a</nav><div role=navigation>b</div>", Expect::Failed),
                ("<nav aria-label=Site>a</nav><nav aria-label=' site'>b</nav>", Expect::Failed),
                ("<nav aria-label=مواقعي>a</nav><nav aria-label=مواقعی>b</nav>", Expect::Failed),
                ("<section aria-label=a></section><section aria-label=a></section>", Expect::Failed),
                ("<section>a</section><section>b</section>", Expect::Inapplicable),
                ("<main>a</main><main>b</main>", Expect::Inapplicable),
            ],
        );
    }
}
