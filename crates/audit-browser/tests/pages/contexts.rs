//! Changes of context that come with the focus or with another value.

use crate::{asked, auditor, failed, page};

const FOCUS: &str = "focus-changes-no-context";
const CHOICE: &str = "choice-does-not-navigate";
const NOTHING: [&str; 0] = [];

#[test]
fn the_focus_alone_changes_nothing() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<form id=f action=/sent><input id=sends aria-label=A onfocus='f.submit()'></form>
         <a id=leaves href=/1 onfocus='location = `/elsewhere`'>1</a>
         <a id=later href=/2 onfocus='setTimeout(() => location.assign(`/elsewhere`), 100)'>2</a>
         <button id=drops onfocus='this.blur()'>Drops</button>
         <button id=hands onfocus='plain.focus()'>Hands</button>
         <button id=plain onfocus='this.title = `here`'>Plain</button>
         <a id=place href=#f onfocus='location.hash = `f`'>Place</a>
         <button id=window onfocus='window.open(`/popup`)'>Window</button>
         <div role=radiogroup><input type=radio name=r aria-label=a><input type=radio name=r checked aria-label=b></div>
         <span tabindex=0 id=guard onfocus='plain.focus()'></span>",
    );
    assert_eq!(
        failed(&page, FOCUS),
        ["sends", "leaves", "later", "drops", "hands", "window"],
        "{:?}",
        page.not_checked()
    );
}

#[test]
fn what_keeps_the_focus_in_a_dialog_is_no_change_of_each_element() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<button>A</button><button>B</button><button>C</button><div role=dialog aria-modal=true id=d><button id=ok>OK</button></div>
         <script>ok.focus(); document.addEventListener('focusin', (event) => { if (!d.contains(event.target)) ok.focus() })</script>",
    );
    assert_eq!(failed(&page, FOCUS), NOTHING);
}

#[test]
fn fields_that_take_the_focus_back_do_not_make_others_fail() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<button id=a>A</button><input id=jealous aria-label=J onblur='setTimeout(() => this.focus())'><button id=z>Z</button>",
    );
    assert_eq!(failed(&page, FOCUS), NOTHING);
}

#[test]
fn other_values_that_lead_elsewhere() {
    let Some(auditor) = auditor() else { return };
    let fields = "<form action=/sent id=f>
           <p><label>Language <select id=goes><option>English<option>Deutsch</select></label>
           <p><label><input type=radio name=r id=one checked> One</label> <label><input type=radio name=r id=two> Two</label>
           <p><label><input type=checkbox id=check> Check</label>
           <p><label>Plain <select id=plain><option>1<option>2</select></label></form>
         <script>goes.addEventListener('change', () => { location = '/' + goes.value });
           two.onchange = () => open('/window'); check.onchange = () => f.submit(); plain.onchange = () => { plain.title = 'x' }</script>";
    let page_of = |before: &str| page(&auditor, &format!("<html lang=en><title>x</title>{before}{fields}"));
    let broken = page_of("");
    assert_eq!(failed(&broken, CHOICE), ["goes", "one", "check"]);
    assert_eq!(asked(&broken, CHOICE), NOTHING);
    let told = page(
        &auditor,
        "<html lang=en><title>x</title><p id=t>The page changes as soon as you choose.</p><label>Language \
         <select id=goes aria-describedby=t><option>English<option>Deutsch</select></label>
         <script>goes.onchange = () => { location = '/' + goes.value }</script>",
    );
    assert_eq!((failed(&told, CHOICE), asked(&told, CHOICE)), (Vec::new(), vec!["goes".to_owned()]));
}

#[test]
fn codes_that_send_the_focus_on_are_asked_about() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<input id=a maxlength=2 aria-label=A oninput='if (this.value.length == 2) b.focus()'><input id=b maxlength=2 aria-label=B>
         <button id=z>Z</button>",
    );
    assert_eq!((failed(&page, CHOICE), asked(&page, CHOICE)), (Vec::new(), vec!["a".to_owned()]));
}
