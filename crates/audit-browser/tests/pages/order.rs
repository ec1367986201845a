//! The order of Tab against the order of reading.

use crate::{asked, auditor, failed, outcomes, page};

const RULE: &str = "focus-follows-reading";

fn form(style: &str, attributes: &str) -> String {
    format!(
        "<form id=f {attributes} style='{style}'><label>One <input id=one></label> <label>Two <select id=two><option>x</select></label>
         <label>Three <textarea id=three></textarea></label> <button type=button>Help</button></form>"
    )
}

#[test]
fn forms_in_one_column_or_row() {
    let Some(auditor) = auditor() else { return };
    let fails = |html: &str| failed(&page(&auditor, html), RULE) == ["f"];
    let passes = |html: &str| {
        let page = page(&auditor, html);
        failed(&page, RULE).is_empty() && asked(&page, RULE).is_empty() && outcomes(&page, RULE).len() == 1
    };
    assert!(passes(&form("display:grid", "")));
    assert!(fails(&form("display:flex;flex-direction:column-reverse", "")));
    assert!(fails(&form("display:flex;flex-direction:row-reverse;gap:9px", "")));
    // In Arabic the same row is read from the right.
    assert!(passes(&form("display:flex;gap:9px", "dir=rtl")));
    assert!(fails(&form("display:flex;flex-direction:row-reverse;gap:9px", "dir=rtl")));
    assert!(fails(&form("display:flex;gap:9px;direction:ltr;flex-direction:row-reverse", "")));
    // By numbers.
    let numbered =
        form("display:grid", "").replace("id=one", "id=one tabindex=3").replace("id=two", "id=two tabindex=2");
    assert!(fails(&numbered.replace("id=three", "id=three tabindex=1")));
}

#[test]
fn one_pair_in_the_wrong_order_is_asked_about() {
    let Some(auditor) = auditor() else { return };
    let html = form("display:grid", "").replace("<label>Two", "<label style='order:1'>Two");
    let page = page(&auditor, &html);
    assert_eq!(failed(&page, RULE), [] as [&str; 0]);
    assert_eq!(asked(&page, RULE), ["f"]);
}

#[test]
fn what_can_be_read_in_two_ways_is_right() {
    let Some(auditor) = auditor() else { return };
    let columns = "<form id=f style='columns:2'><p><input><p><input><p><input><p><input></form>";
    let bars = "<header><a href=/1>Home</a> <a href=/2>News</a></header><div style='display:flex'>
        <main><a href=/3>Long story</a><p style='height:200px'>x</p><a href=/4>More</a></main><aside><a href=/5>Ads</a></aside></div>
        <div style='position:fixed;top:0'><button>Accept</button><button>Refuse</button></div>";
    let cards = "<ul><li style='display:flex;flex-direction:column'><a href=/1>Title</a><a href=/1 style='order:-1'>Picture</a></ul>
        <div style='display:flex;flex-direction:row-reverse'><button>OK</button><button>Cancel</button></div>";
    for html in [columns, bars, cards] {
        let page = page(&auditor, html);
        assert!(failed(&page, RULE).is_empty() && asked(&page, RULE).is_empty(), "{html}: {:?}", outcomes(&page, RULE));
    }
}

#[test]
fn jumps_over_what_comes_between_are_asked_about() {
    let Some(auditor) = auditor() else { return };
    let row = |direction: &str| {
        format!(
            "<nav dir={direction} style='display:flex;flex-direction:row-reverse;gap:9px'><a id=a href=/1>One</a><a id=b \
             href=/2>Two</a><a id=c href=/3>Three</a></nav>"
        )
    };
    for direction in ["ltr", "rtl"] {
        let page = page(&auditor, &row(direction));
        assert_eq!(asked(&page, RULE), ["c"], "{direction}");
        assert!(failed(&page, RULE).is_empty());
    }
    let order = "<ul style='display:grid'><li><a href=/1>One</a><li><a href=/2>Two</a><li style='order:-1'><a id=c href=/3>Three</a></ul>";
    assert_eq!(asked(&page(&auditor, order), RULE), ["c"]);
}
