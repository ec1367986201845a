//! Widgets that arrow keys go through, or should.

use crate::{asked, auditor, failed, page};

const MUST: &str = "arrow-keys-move";
const SHOULD: &str = "arrow-keys-follow-pattern";

/// What moves the focus with arrow keys, and keeps one stop for Tab.
const ROVING: &str =
    "<script>document.querySelectorAll('.roving').forEach((list) => list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const parts = [...list.children];
    const next = parts[(parts.indexOf(event.target) + step + parts.length) % parts.length];
    parts.forEach((part) => { part.tabIndex = part === next ? 0 : -1 });
    next.focus();
}))</script>";

#[test]
fn parts_that_nothing_reaches() {
    let Some(auditor) = auditor() else { return };
    let widgets = |class: &str| {
        format!(
            "<div id=tabs class={class} role=tablist><button role=tab aria-selected=true>A</button><button role=tab tabindex=-1>B</button></div>
             <ul id=bar class={class} role=menubar><li role=menuitem tabindex=0>A<li role=menuitem tabindex=-1>B</ul>
             <div id=radios class={class} role=radiogroup><span role=radio aria-checked=true tabindex=0>A</span><span role=radio tabindex=-1>B</span></div>
             <ul id=tree class={class} role=tree><li role=treeitem tabindex=0>A<li role=treeitem tabindex=-1>B</ul>{ROVING}"
        )
    };
    let broken = page(&auditor, &widgets("still"));
    assert_eq!(failed(&broken, MUST), ["tabs", "bar", "radios", "tree"]);
    assert_eq!(failed(&broken, SHOULD), [] as [&str; 0]);
    let repaired = page(&auditor, &widgets("roving"));
    assert_eq!(failed(&repaired, MUST), [] as [&str; 0]);
    assert_eq!(failed(&repaired, SHOULD), [] as [&str; 0]);
}

#[test]
fn parts_that_tab_reaches_one_by_one_are_advice() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<div id=tabs role=tablist><button role=tab aria-selected=true>A</button><button role=tab>B</button></div>
         <table id=grid role=grid><tr><td role=gridcell><a href=/1>A</a><td role=gridcell><a href=/2>B</a><td role=gridcell>C</table>
         <div role=tablist id=single><button role=tab>A</button></div>
         <select id=native><option>A<option>B</select>",
    );
    assert_eq!(failed(&page, MUST), [] as [&str; 0]);
    assert_eq!(failed(&page, SHOULD), ["tabs"]);
}

#[test]
fn lists_that_say_what_is_active() {
    let Some(auditor) = auditor() else { return };
    let list = |keys: &str| {
        format!(
            "<ul id=list role=listbox tabindex=0 aria-activedescendant=one><li id=one role=option aria-selected=true>A
             <li id=two role=option>B</ul><script>list.onkeydown = (event) => {{ {keys} }}</script>"
        )
    };
    assert_eq!(failed(&page(&auditor, &list("")), MUST), ["list"]);
    let keys = "if (event.key == 'ArrowDown') setTimeout(() => list.setAttribute('aria-activedescendant', 'two'), 50)";
    assert_eq!(failed(&page(&auditor, &list(keys)), MUST), [] as [&str; 0]);
}

#[test]
fn sliders() {
    let Some(auditor) = auditor() else { return };
    let slider =
        "<div id=s role=slider tabindex=0 aria-valuenow=3 aria-valuemin=0 aria-valuemax=9 aria-label=Size>o</div>";
    assert_eq!(failed(&page(&auditor, slider), MUST), ["s"]);
    let keys = "<script>s.onkeydown = (event) => { if (event.key == 'ArrowRight') s.ariaValueNow = Number(s.ariaValueNow) + 1 }</script>";
    let page_of = |html: &str| page(&auditor, &format!("{slider}{html}"));
    assert!(failed(&page_of(keys), MUST).is_empty() && asked(&page_of(keys), MUST).is_empty());
    let beside = page_of("<input type=number aria-label=Size>");
    assert_eq!((failed(&beside, MUST), asked(&beside, MUST)), (Vec::new(), vec!["s".to_owned()]));
}
