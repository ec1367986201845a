//! Tab goes through the page in the order in which it is read.

use crate::page::{Element, NodeId, Page, Position, Rect};
use crate::reading_order::{inversions, is_before, is_right_to_left, places};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashSet;

/// How many pairs of fields must be in the wrong order before that is no matter of taste.
const CLEARLY_WRONG: usize = 2;
/// Of a longer page the rest is not compared.
const MOST: usize = 500;

/// <https://www.w3.org/WAI/WCAG22/Understanding/focus-order>; the order by sight is that of C27,
/// <https://www.w3.org/WAI/WCAG22/Techniques/css/C27>. A form whose fields stand in one column can be read in one way only;
/// of most of a page there are several.
pub const RULE: Rule = Rule {
    id: "focus-follows-reading",
    criteria: &[wcag::FOCUS_ORDER],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Keys),
    en: Words {
        title: "Tab must lead through the page in the order in which it is read",
        why: "The focus jumps back and forth. Whoever sees a small part of the page loses it, and a form is filled in by guessing what comes next.",
        fix: "Put the elements in the order in which they are read, and let styles (`order`, `row-reverse`, grid areas) and `tabindex` leave it.",
        asks: "Tab jumps back here, over something that comes between. Does the order still make sense?",
    },
    ar: Words {
        title: "يجب أن ينتقل Tab في الصفحة بترتيب قراءتها",
        why: "يقفز التركيز ذهابًا وإيابًا، فيضيع ممّن لا يرى إلا جزءًا صغيرًا من الصفحة، ويُملأ النموذج بتخمين ما يأتي بعده.",
        fix: "رتّب العناصر كما تُقرأ، ودع الأنماط (`order` و`row-reverse` ومناطق الشبكة) و`tabindex` لا تغيّر ذلك.",
        asks: "يقفز Tab هنا إلى الوراء فوق شيء يقع بينهما. هل يبقى الترتيب مفهومًا؟",
    },
    fa: Words {
        title: "Tab باید صفحه را به همان ترتیبی که خوانده می‌شود بپیماید",
        why: "تمرکز پس و پیش می‌پرد. کسی که تنها بخش کوچکی از صفحه را می‌بیند گمش می‌کند و فرم با حدس زدن پر می‌شود.",
        fix: "عنصرها را به ترتیب خواندن بچینید و با سبک‌ها (`order`، `row-reverse`، ناحیه‌های شبکه) و `tabindex` برهمش نزنید.",
        asks: "Tab در این‌جا از روی چیزی که در میان است به عقب می‌پرد. آیا ترتیب هنوز معنا دارد؟",
    },
    good: &[
        "<form><p><label>Name <input></label><p><label>Street <input></label><p><label>City <input></label></form>",
    ],
    bad: &[r#"<form style="display: flex; flex-direction: column-reverse">
<label>City <input></label><label>Street <input></label><label>Name <input></label></form>"#],
    check: Check::Page(check),
};

/// Forms with three fields or more that have one reading order, and whatever Tab jumps back to over something else.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(keyboard) = page.keyboard() else { return Vec::new() };
    let stops: Vec<Stop<'_>> =
        keyboard.order.iter().take(MOST).filter_map(|id| Stop::new(page.element(*id)?)).collect();
    let mut outcomes = Vec::new();
    let mut judged: HashSet<NodeId> = HashSet::new();
    for form in stops.iter().filter_map(|stop| stop.form) {
        if judged.insert(form.id()) {
            match form_outcome(form, &stops) {
                Some(outcome) => outcomes.push((form, outcome)),
                None => drop(judged.remove(&form.id())),
            }
        }
    }
    let is_free = |stop: &Stop<'_>| stop.form.is_none_or(|form| !judged.contains(&form.id()));
    for (at, stop) in stops.iter().enumerate().skip(1) {
        if is_free(stop) && jumps_back(&stops, at) {
            outcomes.push((stop.element, Outcome::needs_review(RULE.en.asks)));
        }
    }
    outcomes.sort_by_key(|(element, _)| element.id());
    outcomes
}

/// Something Tab leads to that has its place in the flow of the page.
struct Stop<'p> {
    element: Element<'p>,
    rect: Rect,
    /// The form it is a field of.
    form: Option<Element<'p>>,
}

impl<'p> Stop<'p> {
    fn new(element: Element<'p>) -> Option<Self> {
        let rect = element.rect().filter(|rect| rect.width > 1.0 && rect.height > 1.0)?;
        // What stays in the window while the rest scrolls has no place of its own, nor has what is drawn elsewhere.
        let floats = |around: Element<'p>| matches!(around.style().position, Position::Fixed | Position::Sticky);
        if !element.is_visible() || element.flat_lineage().any(floats) {
            return None;
        }
        let is_field = element.is("select") || element.is("textarea") || (element.is("input") && !is_button(element));
        let form = element.flat_lineage().skip(1).find(|around| around.is("form")).filter(|_| is_field);
        Some(Self { element, rect, form })
    }
}

fn is_button(input: Element<'_>) -> bool {
    let kind = input.attribute("type").unwrap_or_default().to_ascii_lowercase();
    matches!(kind.as_str(), "button" | "submit" | "reset" | "image")
}

/// The fields of a form come in their reading order; `None` if they are few or can be read in several ways.
fn form_outcome(form: Element<'_>, stops: &[Stop<'_>]) -> Option<Outcome> {
    let fields: Vec<Rect> = stops.iter().filter(|stop| stop.form == Some(form)).map(|stop| stop.rect).collect();
    if fields.len() < 3 {
        return None;
    }
    let wrong = inversions(&places(&fields, is_right_to_left(form)?)?);
    match wrong {
        0 => Some(Outcome::Passed),
        _ if wrong >= CLEARLY_WRONG => {
            Some(Outcome::failed("Tab leads through its fields in another order than they are read"))
        }
        _ => Some(Outcome::needs_review(RULE.en.asks)),
    }
}

/// Whether Tab leads back to a stop from the one before it, over another one that stands between, or step by step.
fn jumps_back(stops: &[Stop<'_>], at: usize) -> bool {
    let (from, to) = (&stops[at - 1], &stops[at]);
    let Some(common) = common(from.element, to.element) else { return false };
    let Some(is_rtl) = is_right_to_left(common) else { return false };
    let is_back = |from: &Stop<'_>, to: &Stop<'_>| is_before(to.rect, from.rect, is_rtl) == Some(true);
    if !is_back(from, to) {
        return false;
    }
    let is_in = |stop: &Stop<'_>| stop.element.flat_lineage().any(|around| around == common);
    let is_between = |stop: &Stop<'_>| is_back(from, stop) && is_back(stop, to) && is_in(stop);
    let goes_on = || at >= 2 && is_in(&stops[at - 2]) && is_back(&stops[at - 2], from);
    goes_on() || stops.iter().any(is_between)
}

/// The nearest element around both; `None` if that is the whole page, of which the parts may stand anywhere.
fn common<'p>(one: Element<'p>, other: Element<'p>) -> Option<Element<'p>> {
    let around: HashSet<NodeId> = one.flat_lineage().map(Element::id).collect();
    let nearest = other.flat_lineage().find(|element| around.contains(&element.id()))?;
    (!nearest.is("body") && !nearest.is("html") && !nearest.is("main")).then_some(nearest)
}
