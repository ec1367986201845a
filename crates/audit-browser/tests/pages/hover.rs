//! What comes up under the pointer and with the focus.

use crate::{asked, auditor, by_id, failed, page};
use sada_audit::{Observation, Page, Shown, Trigger};

const RULE: &str = "hover-content-stays";

fn shown(page: &Page, id: &str) -> Option<Shown> {
    by_id(page, id).observations().iter().find_map(|seen| match seen {
        Observation::ShowsContent(shown) => Some(*shown),
        _ => None,
    })
}

const FINE: Shown = Shown {
    by: Trigger::Pointer,
    obscures: true,
    has_button: false,
    is_persistent: true,
    is_dismissible: true,
    is_hoverable: true,
};

const TEXT: &str = "<p>Some words that stand below and are covered.</p>";

#[test]
fn what_scrolling_brings_up_is_not_taken_for_what_the_pointer_does() {
    let Some(auditor) = auditor() else { return };
    let lines = "<p>A line of many.</p>".repeat(60);
    let page = page(
        &auditor,
        &format!(
            "<style>#bar {{ position: fixed; top: 0; left: 0; right: 0; background: #eeeeee; display: none }}
               #big:hover b {{ opacity: 1 }}</style><nav id=bar>Home, work, company</nav>
             {lines}<p><span id=big>Read <b>more</b></span> about it</p>{lines}
             <script>onscroll = () => setTimeout(() => {{ bar.style.display = scrollY > 100 ? 'block' : 'none' }})</script>"
        ),
    );
    assert_eq!(shown(&page, "big"), None);
}

#[test]
fn style_sheets_that_show_something() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        &format!(
            "<style>.tip {{ display: none; position: absolute; background: #ffffff; width: 20em; height: 3em }}
               #inside:hover .tip, #beside:hover + .tip, #away:hover + .tip, #flows:hover + b, #focus:focus + .tip {{ display: block }}
               #away + .tip {{ margin-left: 9em }} #flows + b {{ display: none }} #colour:hover {{ color: #ff0000 }}</style>
             <div style='width:8em' id=inside>Inside <span class=tip>More about it</span></div>{TEXT}
             <div style='width:8em' id=beside>Beside</div><span class=tip>More about it</span>{TEXT}
             <div style='width:8em' id=away>Away</div><span class=tip>More about it</span>{TEXT}
             <div style='width:8em' id=flows>Flows</div><b>More about it</b>{TEXT}
             <button id=focus>Focus</button><span class=tip>More about it</span>{TEXT}
             <a href=/1 id=colour>Colour</a>"
        ),
    );
    assert_eq!(shown(&page, "inside"), Some(Shown { is_dismissible: false, ..FINE }));
    assert_eq!(shown(&page, "beside"), Some(Shown { is_dismissible: false, is_hoverable: false, ..FINE }));
    assert_eq!(shown(&page, "away"), Some(Shown { is_dismissible: false, is_hoverable: false, ..FINE }));
    // What moves the rest down covers nothing; but it is gone as soon as the pointer leaves.
    assert_eq!(
        shown(&page, "flows"),
        Some(Shown { obscures: false, is_dismissible: false, is_hoverable: false, ..FINE })
    );
    assert_eq!(shown(&page, "focus"), Some(Shown { by: Trigger::Focus, is_dismissible: false, ..FINE }));
    assert_eq!(shown(&page, "colour"), None);
    assert_eq!(failed(&page, RULE), ["inside", "beside", "away", "flows", "focus"]);
}

const SCRIPT: &str = "<script>
    const tip = document.getElementById('tip'), at = document.getElementById('at');
    let late;
    const show = () => { clearTimeout(late); tip.style.display = 'block' };
    const hide = () => { tip.style.display = 'none' };
    const leave = () => { late = setTimeout(hide, 300) };
    at.addEventListener('mouseenter', () => setTimeout(show, 200));
    at.addEventListener('mouseleave', leave);
    </script>";

#[test]
fn scripts_that_show_something() {
    let Some(auditor) = auditor() else { return };
    let page_of = |script: &str| {
        page(
            &auditor,
            &format!(
                "<button id=at style='width:8em'>Delivery</button>
                 <div id=tip style='display:none;position:absolute;background:#ffffff;height:3em'>Six in winter</div>{TEXT}{SCRIPT}<script>{script}</script>"
            ),
        )
    };
    let escape = "addEventListener('keydown', (event) => { if (event.key === 'Escape') hide() });";
    let stays = "tip.addEventListener('mouseenter', show); tip.addEventListener('mouseleave', leave);";
    let repaired = page_of(&format!("{escape}{stays}"));
    assert_eq!(shown(&repaired, "at"), Some(FINE));
    assert!(failed(&repaired, RULE).is_empty() && asked(&repaired, RULE).is_empty());
    assert_eq!(shown(&page_of(stays), "at"), Some(Shown { is_dismissible: false, ..FINE }));
    assert_eq!(shown(&page_of(escape), "at"), Some(Shown { is_hoverable: false, ..FINE }));
    let short = page_of(&format!("{escape}{stays} at.addEventListener('mouseenter', () => setTimeout(hide, 4000))"));
    let seen = shown(&short, "at");
    assert!(seen.is_some_and(|shown| !shown.is_persistent), "{seen:?}");
    assert_eq!(failed(&short, RULE), ["at"]);
    // A click on the button takes it away as well.
    assert_eq!(shown(&page_of(&format!("{stays} at.onclick = hide;")), "at"), Some(FINE));
}

#[test]
fn what_styles_of_a_shadow_root_show_is_seen() {
    let Some(auditor) = auditor() else { return };
    for mode in ["open", "closed"] {
        let page = page(
            &auditor,
            &format!(
                "<div><template shadowrootmode={mode}><style>.tip {{ display: none; position: absolute; background: #ffffff;
                   width: 20em; height: 3em }} #word:hover + .tip {{ display: block }}</style>
                   <span id=word tabindex=0>Tide</span><span class=tip>The sea rises and falls twice a day.</span></template></div>{TEXT}"
            ),
        );
        assert!(shown(&page, "word").is_some_and(|shown| !shown.is_dismissible), "{mode}: {:?}", shown(&page, "word"));
    }
}
