//! Traps, and pages that look like traps and are none.

use crate::{auditor, exits, page};

fn check(html: &str, expected: &str) {
    let Some(auditor) = auditor() else { return };
    let page = page(&auditor, html);
    // What is in frames is not tried in every way, which is said there and nowhere else.
    let is_of_frames = |what: &&String| what.starts_with("what is in frames") && html.contains("<iframe");
    let unknown: Vec<_> = page.not_checked().iter().filter(|what| !is_of_frames(what)).collect();
    assert_eq!(unknown, [] as [&str; 0], "{html}");
    assert_eq!(exits(&page), expected, "{html}");
}

#[test]
fn a_clean_page_is_free() {
    check(
        "<a id=l href=#x>l</a><input id=i><select id=s><option>o</select><textarea id=t></textarea><button id=b>b</button>",
        "l: out; i: out; s: out; t: out; b: out",
    );
    check("<p>nothing to focus", "");
}

#[test]
fn a_field_that_takes_the_focus_back_when_it_loses_it() {
    check(
        "<button id=a>a</button><input id=t onblur='this.focus()'><button id=z>z</button>",
        "a: out; t: TRAP; z: out",
    );
}

#[test]
fn a_field_that_takes_the_focus_back_a_moment_later() {
    check(
        "<button id=a>a</button><input id=t onblur='setTimeout(() => this.focus(), 40)'><button id=z>z</button>",
        "a: out; t: TRAP; z: out",
    );
}

#[test]
fn an_editor_that_eats_tab() {
    check(
        "<button id=a>a</button><textarea id=t onkeydown='if (event.key == `Tab`) event.preventDefault()'></textarea>\
         <button id=z>z</button>",
        "a: out; t: TRAP; z: out",
    );
}

#[test]
fn an_editor_that_eats_tab_forwards_only() {
    check(
        "<button id=a>a</button>\
         <textarea id=t onkeydown='if (event.key == `Tab` && !event.shiftKey) event.preventDefault()'></textarea>\
         <button id=z>z</button>",
        "a: out; t: out; z: out",
    );
}

#[test]
fn two_fields_that_send_the_focus_to_each_other() {
    check(
        "<a id=a href=#>a</a><button id=one onblur='two.focus()'>1</button>\
         <button id=two onblur='setTimeout(() => one.focus())'>2</button><a id=z href=#>z</a>",
        "a: out; one: TRAP; two: TRAP; z: out",
    );
}

const BOX: &str = "<div id=box><button id=one>1</button><button id=two>2</button></div><script>\
    let free = false;\
    box.addEventListener('keydown', event => {\
        if (event.key == KEY && (KEY == 'Escape' || event.ctrlKey)) free = true;\
        if (event.key != 'Tab' || free) return;\
        event.preventDefault();\
        (document.activeElement == one ? two : one).focus();\
    });</script><button id=z>z</button>";

#[test]
fn a_trap_that_escape_opens_and_the_page_says_so() {
    let html = format!("<p>Press <kbd>Esc</kbd> to leave the box.</p>{}", BOX.replace("KEY", "`Escape`"));
    check(&html, "one: Escape, Tab!; two: Escape, Tab!; z: out");
}

#[test]
fn a_trap_that_escape_opens_and_nobody_says_so() {
    check(&BOX.replace("KEY", "`Escape`"), "one: Escape, Tab; two: Escape, Tab; z: out");
}

#[test]
fn a_trap_that_opens_with_keys_that_only_the_page_knows() {
    let html = BOX.replace("KEY", "`m`");
    check(&format!("<p>Ctrl + M: exit</p>{html}"), "one: Ctrl+M, Tab!; two: Ctrl+M, Tab!; z: out");
    check(&html, "one: TRAP; two: TRAP; z: out");
}

#[test]
fn a_hint_that_is_hidden_from_everybody_is_none() {
    let html = BOX.replace("KEY", "`m`");
    check(&format!("<p hidden>Ctrl + M: exit</p>{html}"), "one: TRAP; two: TRAP; z: out");
}

#[test]
fn traps_in_shadow_roots_and_frames() {
    let trap = "<input id=t onkeydown=\"event.preventDefault()\">";
    check(
        &format!(
            "<button id=a>a</button><div id=host></div><button id=z>z</button><script>\
             host.attachShadow({{mode: 'closed'}}).innerHTML = '<button id=s>s</button>{trap}'</script>"
        ),
        "a: out; s: out; t: TRAP; z: out",
    );
    check(
        &format!(
            "<button id=a>a</button><iframe srcdoc='<button id=s>s</button>{trap}'></iframe><button id=z>z</button>"
        ),
        "a: out; s: out; t: TRAP; z: out",
    );
    check(
        &format!(
            "<button id=a>a</button><iframe sandbox='allow-scripts' src='data:text/html,<button id=s>s</button>{trap}'>\
             </iframe><button id=z>z</button>"
        ),
        "a: out; s: out; t: TRAP; z: out",
    );
}

#[test]
fn dialogs() {
    // A native one lets Tab go on to the browser's controls.
    check(
        "<button id=out>o</button><dialog id=d><button id=a>a</button><button id=b>b</button></dialog>\
         <script>d.showModal()</script>",
        "b: out; a: out",
    );
    // A scripted one keeps the focus until Escape closes it.
    check(
        "<button id=opener>o</button><div role=dialog id=d><button id=a>a</button><input id=b></div><script>\
         a.focus();\
         d.addEventListener('keydown', event => {\
             if (event.key == 'Escape') { d.remove(); opener.focus() }\
             if (event.key != 'Tab') return;\
             event.preventDefault();\
             (document.activeElement == a ? b : a).focus();\
         })</script>",
        "b: Escape, Tab; a: Escape, Tab; opener: out",
    );
}

#[test]
fn order_by_tabindex_and_stops_out_of_the_order() {
    check(
        "<button id=third>3</button><button id=first tabindex=1>1</button><button id=second tabindex=2>2</button>\
         <div id=script tabindex=-1>s</div><input type=radio name=r id=r1 checked><input type=radio name=r id=r2>",
        "first: out; second: out; third: out; r1: out; script: out; r2: out",
    );
    check("<button id=a>a</button><div id=t tabindex=-1 onblur='this.focus()'>x</div>", "a: out; t: TRAP");
}

#[test]
fn elements_with_several_stops_inside_are_no_traps() {
    check(
        "<input type=datetime-local id=d><input type=time id=t><video id=v controls></video><button id=z>z</button>",
        "d: out; t: out; v: out; z: out",
    );
}

#[test]
fn a_page_that_begins_in_the_middle() {
    check("<button id=a>a</button><input id=m autofocus><button id=z>z</button>", "z: out; a: out; m: out");
}

#[test]
fn a_page_that_leads_away_stays_where_it_is() {
    check(
        "<a id=a href=/elsewhere onfocus='location = `/elsewhere`'>a</a><form id=f action=/sent><button id=b \
         onfocus='f.submit()'>b</button></form><button id=z onfocus='window.open(`/popup`); alert(1); history.back()'>z</button>",
        "a: out; b: out; z: out",
    );
}

#[test]
fn pages_side_by_side_do_not_take_the_focus_from_each_other() {
    let Some(auditor) = auditor() else { return };
    let clean = "<a id=l href=#x>l</a><input id=i><button id=b>b</button>".repeat(3);
    let trap = "<button id=a>a</button><textarea id=t onkeydown='if (event.key == `Tab`) event.preventDefault()'></textarea>\
        <button id=z>z</button>";
    let auditor = &*auditor;
    std::thread::scope(|scope| {
        for number in 0..4 {
            let clean = &clean;
            scope.spawn(move || {
                let trapped = page(auditor, trap);
                assert_eq!(exits(&trapped), "a: out; t: TRAP; z: out", "thread {number}");
                let free = page(auditor, clean);
                assert_eq!(free.keyboard().unwrap().stops.len(), 9, "thread {number}: {}", exits(&free));
                assert!(!exits(&free).contains("TRAP"), "thread {number}: {}", exits(&free));
            });
        }
    });
}

#[test]
fn what_comes_up_under_the_keys() {
    // A frame and a custom element with a closed root that were not there when the page was read.
    check(
        "<button id=a onfocus='make()'>a</button><div id=place></div><button id=z>z</button><script>\
         function make() {\
             if (place.children.length) return;\
             const frame = document.createElement('iframe');\
             frame.srcdoc = '<button id=f1>1</button><button id=f2>2</button><button>3</button><button>4</button>';\
             const own = document.createElement('x-own');\
             place.append(frame, own);\
             own.attachShadow({mode: 'closed'}).innerHTML = '<button>1</button>'.repeat(5);\
         }</script>",
        "a: out; place: out; z: out",
    );
}

#[test]
fn traps_in_inert_frames_catch_nobody() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<a id=a href=/x>a</a><iframe inert srcdoc='<button onblur=\"setTimeout(() => this.focus())\">trap</button>'></iframe>\
         <a id=b href=/y>b</a>",
    );
    assert_eq!(exits(&page), "a: out; b: out");
}
