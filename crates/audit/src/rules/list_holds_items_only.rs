//! What stands in a list stands in an item of it (HTML, 4.4.5 to 4.4.8,
//! <https://html.spec.whatwg.org/multipage/grouping-content.html#the-ul-element>).

use crate::page::{Element, Engine, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "list-holds-items-only",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["bc4a75"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Lists must hold nothing but list items",
        why: "A screen reader says how many items a list has and leads from one to the next. What is no item is not counted, and is passed by.",
        fix: "Put each part of the list into an `li`, or move it out of the list.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا تحوي القوائم إلا عناصر القائمة",
        why: "يذكر قارئ الشاشة عدد عناصر القائمة وينتقل من عنصر إلى آخر. وما ليس عنصرًا لا يُعدّ، ويُتجاوز عند التنقل.",
        fix: "ضع كل جزء من القائمة في `li`، أو أخرجه منها.",
        asks: "",
    },
    fa: Words {
        title: "فهرست باید فقط قلم فهرست در خود داشته باشد",
        why: "صفحه‌خوان می‌گوید فهرست چند قلم دارد و از یکی به دیگری می‌رود. آنچه قلم نیست شمرده نمی‌شود و از رویش می‌گذرند.",
        fix: "هر بخش فهرست را در یک `li` بگذارید، یا آن را از فهرست بیرون ببرید.",
        asks: "",
    },
    good: &["<ul><li>Bread</li><li>Salt</li></ul>"],
    bad: &["<ul><div><li>Bread</li></div><li>Salt</li></ul>", "<ol><li>Bread</li>Salt</ol>"],
    check: Check::Each { applicability, expectation },
};

/// Lists of HTML that assistive technologies find as such. Of a `role` that is written down, other rules speak.
fn applicability(element: Element<'_>) -> bool {
    ["ul", "ol", "menu"].iter().any(|name| element.is(name))
        && element.explicit_role().is_none()
        && element.is_in_accessibility_tree()
        && !element.flat_lineage().any(|around| around.is("template"))
}

/// Children that are items or nothing, and no text beside them.
fn expectation(list: Element<'_>) -> Outcome {
    if list.own_texts().any(|(_, text)| !text.trim().is_empty()) {
        return Outcome::failed("text stands in the list, and in no item of it");
    }
    match list.children().find(|child| !belongs(*child)) {
        Some(child) => Outcome::failed(format!("a `{}` stands in the list, and is no item of it", child.name())),
        None if waits_for_nothing(list) => {
            Outcome::failed("what stands in the list is empty, and none of it is an item")
        }
        None => Outcome::Passed,
    }
}

/// Whether there are elements in it, none of them an item or the author's own, and no script that could still fill them.
fn waits_for_nothing(list: Element<'_>) -> bool {
    let page = list.page();
    let may_be_filled = || page.engine() == Engine::Html && page.elements().any(|element| element.is("script"));
    let is_box = |child: Element<'_>| is_empty(child) && !is_aside(child) && !child.is_programmatically_hidden();
    let is_item = |child: Element<'_>| child.is("li") || child.role() == Role::ListItem || child.name().contains('-');
    let is_busy = list.attribute("aria-busy").is_some_and(|busy| busy.eq_ignore_ascii_case("true"));
    list.children().any(is_box) && !list.children().any(is_item) && !is_busy && !may_be_filled()
}

/// An item, something without a voice, or something of the author's own, which may be an item inside.
fn belongs(child: Element<'_>) -> bool {
    child.role() == Role::ListItem
        || child.is("li")
        || is_aside(child)
        || child.name().contains('-')
        || child.is_programmatically_hidden()
        || is_empty(child)
        || is_wrapper_of_items(child)
}

/// What HTML allows beside items, and what divides them.
fn is_aside(child: Element<'_>) -> bool {
    ["hr", "link", "meta", "noscript", "script", "slot", "style", "template"].iter().any(|name| child.is(name))
}

/// Nothing is heard of it.
fn is_empty(child: Element<'_>) -> bool {
    let is_silent = |element: Element<'_>| {
        matches!(element.role(), Role::Generic | Role::Unmapped | Role::None | Role::Paragraph)
            && !["audio", "canvas", "embed", "iframe", "input", "object", "video"].iter().any(|name| element.is(name))
            && element.own_texts().all(|(_, text)| text.trim().is_empty())
            && !element.is_focusable()
    };
    is_silent(child) && child.descendants().all(is_silent)
}

/// Items by `role` are found through what means nothing; an `li` is an item only as a child of its list.
fn is_wrapper_of_items(child: Element<'_>) -> bool {
    let is_passed_through = matches!(child.role(), Role::Generic | Role::None);
    if !is_passed_through || child.own_texts().any(|(_, text)| !text.trim().is_empty()) {
        return false;
    }
    let parts = child.accessibility_children();
    !parts.is_empty() && parts.iter().all(|part| part.role() == Role::ListItem)
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
                ("<ul><div></div><div></div></ul>", Expect::Failed),
                ("<ul><template><li>a</li></template></ul>", Expect::Passed),
                ("<ul aria-busy=true><div></div></ul>", Expect::Passed),
                ("<ul><div></div></ul><script></script>", Expect::Passed),
                ("<ul><li>a</li> <li>b</li></ul>", Expect::Passed),
                ("<ul></ul>", Expect::Passed),
                ("<menu><li>a</li></menu>", Expect::Passed),
                ("<ul><li>a</li><script>1</script><template>b</template></ul>", Expect::Passed),
                ("<ul><div role=listitem>a</div></ul>", Expect::Passed),
                ("<ul><div><div role=listitem>a</div></div></ul>", Expect::Passed),
                ("<ul><li>a</li><p hidden>b</p></ul>", Expect::Passed),
                ("<ul><li>a</li><div></div></ul>", Expect::Passed),
                ("<ul><x-item>a</x-item></ul>", Expect::Passed),
                ("<ul><li role=none>a</li></ul>", Expect::Passed),
                ("<ul><li>a</li><ul><li>b</li></ul></ul>", Expect::Failed),
                ("<ul><div><li>a</li></div></ul>", Expect::Failed),
                ("<ul><a href=x>a</a></ul>", Expect::Failed),
                ("<ol>a<li>b</li></ol>", Expect::Failed),
                ("<ul><h3>a</h3><li>b</li></ul>", Expect::Failed),
                ("<ul><div><img src=a alt=a></div></ul>", Expect::Failed),
                ("<ul role=menu><div>a</div></ul>", Expect::Inapplicable),
                ("<ul role=none><div>a</div></ul>", Expect::Inapplicable),
                ("<ul hidden><div>a</div></ul>", Expect::Inapplicable),
                ("<div role=list><div>a</div></div>", Expect::Inapplicable),
            ],
        );
    }
}
