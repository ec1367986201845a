//! What only other pages, or pressing every control, can prove.

use crate::server::{HTML, serve};
use crate::{auditor, page};
use sada_audit::{Outcome, Page, RULES};

fn outcome(page: &Page, rule: &str) -> Option<Outcome> {
    let rule = RULES.iter().find(|known| known.id == rule).unwrap();
    let outcomes: Vec<Outcome> = rule.outcomes(page).map(|(_, outcome)| outcome).collect();
    let is_failed = |outcome: &&Outcome| matches!(outcome, Outcome::Failed(_));
    outcomes.iter().find(is_failed).or(outcomes.first()).cloned()
}

#[test]
fn links_are_compared_by_what_scripts_make_of_their_pages() {
    let Some(auditor) = auditor() else { return };
    let origin = serve(|path| {
        let words = |heading: &str, text: &str| {
            format!(
                "<html lang=en><title>Harbour</title><h1></h1><p></p><script>document.querySelector('h1').textContent = '{heading}'; document.querySelector('p').textContent = '{text}'</script>"
            )
        };
        let links = |other: &str| format!("<html lang=en><p>Ask us: <a href=/write>go</a> <a href={other}>go</a></p>");
        let body = match path {
            "/write" => words("Letters", "Write to us at any time, day or night, and wait for an answer"),
            "/ring" => words("Telephone", "Somebody speaks between nine and five from Monday until Friday"),
            "/post" => words("Mail", "Write to us at any time, day or night, and wait a while for an answer"),
            "/busy" => words("Mail", "").replace("</script>", ";setInterval(() => fetch(\"/x\"), 20)</script>"),
            other => links(&other.replacen("/to", "", 1)),
        };
        (HTML, body)
    });
    let of = |path: &str| outcome(&auditor.page(&format!("{origin}{path}")).unwrap(), "same-links-in-context").unwrap();
    assert!(matches!(of("/to/ring"), Outcome::Failed(_)), "{:?}", of("/to/ring"));
    assert!(matches!(of("/to/post"), Outcome::NeedsReview(_)), "{:?}", of("/to/post"));
    assert!(matches!(of("/to/busy"), Outcome::NeedsReview(_)), "{:?}", of("/to/busy"));
}

#[test]
fn what_another_page_begins_with_as_well_is_repeated() {
    let Some(auditor) = auditor() else { return };
    let origin = serve(|path| {
        let menu = "<ul><li><a href=/moon>Moon</a><li><a href=/tides>Tides</a></ul>";
        let tides = "<p>The water is high at nine and at half past nine in the evening.</p>";
        let body = match path {
            "/moon" => format!("{menu}<p>The moon is full tonight, and nobody has to carry a lamp.</p>"),
            "/skip" => format!("<a href='#on'>Skip</a>{menu}<div id=on>{tides}</div>"),
            "/away" => format!(
                "<a href='#' onclick='m.style.left = \"-999px\"'>Away</a><div id=m style=position:absolute>{menu}</div>{tides}"
            ),
            "/fold" => format!("<button onclick='m.hidden = !m.hidden'>Fold</button><div id=m>{menu}</div>{tides}"),
            "/keys" => format!("{menu}{tides}<script>onkeydown = () => 0</script>"),
            "/alone" => format!("<p><a href=/moon>Moon</a> <a href=/sea>Sea</a></p>{tides}"),
            _ => format!("{menu}{tides}"),
        };
        (HTML, body)
    });
    let of = |path: &str| outcome(&auditor.page(&format!("{origin}{path}")).unwrap(), "bypass-blocks").unwrap();
    assert!(matches!(of("/tides"), Outcome::Failed(_)), "{:?}", of("/tides"));
    assert_eq!(of("/skip"), Outcome::Passed);
    assert!(matches!(of("/away"), Outcome::Failed(_)), "{:?}", of("/away"));
    assert!(matches!(of("/fold"), Outcome::NeedsReview(_)), "{:?}", of("/fold"));
    assert!(matches!(of("/keys"), Outcome::NeedsReview(_)), "{:?}", of("/keys"));
    assert!(matches!(of("/alone"), Outcome::NeedsReview(_)), "{:?}", of("/alone"));
}

#[test]
fn controls_are_pressed_where_the_page_answers_to_motion() {
    let Some(auditor) = auditor() else { return };
    let of = |controls: &str| {
        let markup = format!(
            "<p id=count>0</p>{controls}<script>let on = true; const more = () => count.textContent++;
             addEventListener('deviceorientation', (event) => on && Math.abs(event.gamma) > 20 && more())</script>"
        );
        outcome(&page(&auditor, &markup), "motion-is-not-needed").unwrap()
    };
    assert!(matches!(of("<button>Idle</button>"), Outcome::Failed(_)));
    for control in [
        "<button onclick='more()'>More</button>",
        "<label><input type=checkbox onchange='on = !on'>Still</label>",
        "<button onclick='on = false'>Stop</button>",
        "<button onclick=\"this.after('Settings')\">Open</button>",
        "<a href=/settings>Settings</a>",
        "<select aria-label=Motion><option>On</select>",
    ] {
        assert!(matches!(of(control), Outcome::NeedsReview(_)), "{control}");
    }
}
