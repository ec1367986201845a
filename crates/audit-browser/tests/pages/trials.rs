//! What is tried beside the keys that lead through a page.

use crate::{asked, auditor, by_id, failed, outcomes, page};
use sada_audit::{Observation, Outcome, RULES};

#[test]
fn contrast_is_measured_where_styles_do_not_tell() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>
           div { position: relative; background: #103050 } h1 { position: relative; z-index: 1; margin: 0 }
           #before::before, #after::after { content: ''; position: absolute; inset: 0; background: #ffffff }
           .fade { background: linear-gradient(#000000, #404040) }
         </style>
         <div id=before><h1 id=light style='color:#f5f5f5'>Over it</h1></div>
         <div id=after><h1 id=dark style='color:#202020'>Over it</h1></div>
         <p class=fade id=seen style='color:#ffffff'>White on dark</p>
         <p class=fade id=unseen style='color:#101010'>Black on dark</p>
         <p id=half style='width:20em;background:linear-gradient(90deg,#000000 50%,#ffffff 50%);color:#ffffff'>White on both of these here</p>",
    );
    assert_eq!(failed(&page, "text-contrast"), ["light", "unseen"]);
    let of = |id: &str| {
        let named = |found: &Option<String>| found.as_deref() == Some(id);
        outcomes(&page, "text-contrast").into_iter().find(|(found, _)| named(found)).unwrap().1
    };
    assert_eq!((of("dark"), of("seen")), (Outcome::Passed, Outcome::Passed));
    assert!(matches!(of("half"), Outcome::NeedsReview(_)), "{:?}", of("half"));
}

#[test]
fn contrast_is_measured_all_down_the_page_and_no_script_sees_another_window() {
    let Some(auditor) = auditor() else { return };
    // What stays in the window is where its box says only as long as the page was not moved.
    let page = page(
        &auditor,
        "<style>p { background: linear-gradient(#000000, #404040) } .far { margin-top: 1500px }
           #stays { position: fixed; top: 900px; left: 0; color: #101010; margin: 0 }</style>
         <p id=first style='color:#101010'>Black on dark</p><p id=stays>Below the window</p>
         <p class=far id=second style='color:#101010'>Black on dark</p>
         <p class=far id=third style='color:#ffffff'>White on dark</p>
         <script>addEventListener('resize', () => { document.body.style.paddingTop = '400px' })</script>",
    );
    assert_eq!(failed(&page, "text-contrast"), ["first", "second"]);
    assert_eq!(asked(&page, "text-contrast"), ["stays"]);
    let passed = outcomes(&page, "text-contrast").into_iter().filter(|(_, outcome)| *outcome == Outcome::Passed);
    assert_eq!(passed.filter_map(|(id, _)| id).collect::<Vec<_>>(), ["third"]);
}

#[test]
fn focus_that_changes_no_pixel_is_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>#gone:focus, #late:focus, #ring:focus, #field:focus { outline: none }
           #late { transition: background-color .3s } #late:focus { background-color: #ffdd00 }
           #ring:focus { box-shadow: 0 0 0 3px #0000ff }</style>
         <button id=usual>Usual</button> <button id=gone>Gone</button> <button id=late>Late</button>
         <a id=ring href=/x>Ring</a> <input id=field aria-label=Name> <button id=never tabindex=-1>Never</button>",
    );
    assert_eq!(failed(&page, "focus-is-visible"), ["gone"]);
    let passed = outcomes(&page, "focus-is-visible").into_iter().filter(|(_, outcome)| *outcome == Outcome::Passed);
    let passed: Vec<_> = passed.filter_map(|(id, _)| id).collect();
    assert_eq!(passed, ["usual", "late", "ring", "field"]);
}

#[test]
fn focus_that_vanishes_in_forced_colours_is_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>#shadow:focus, #paint:focus, #clear:focus, #none:focus { outline: none }
           #shadow:focus, #clear:focus { box-shadow: 0 0 0 3px #0000ff } #paint:focus { background: #ffdd00 }
           #clear:focus { outline: 2px solid transparent } #line:focus { outline: none; text-decoration: underline }</style>
         <button id=usual>Usual</button> <a href=/1 id=shadow>Shadow</a> <a href=/3 id=paint>Paint</a>
         <a href=/2 id=clear>Clear</a> <button id=line>Line</button> <button id=none>None</button> <input id=field>",
    );
    assert_eq!(failed(&page, "focus-is-visible-in-forced-colors"), ["shadow", "paint"]);
    assert_eq!(failed(&page, "focus-is-visible"), ["none"]);
    let passed = outcomes(&page, "focus-is-visible-in-forced-colors").into_iter();
    let passed: Vec<_> = passed.filter(|(_, outcome)| *outcome == Outcome::Passed).filter_map(|(id, _)| id).collect();
    assert_eq!(passed, ["usual", "clear", "line", "field"]);
}

#[test]
fn focus_that_shows_by_and_by_is_seen() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>[tabindex]:focus { outline: none } .on { background: #003366; color: #ffffff }</style>
         <p id=later tabindex=0>Marked later</p><p id=kept tabindex=0>Mark goes later</p><p id=none tabindex=0>Never</p>
         <script>later.onfocus = () => setTimeout(() => { later.className = 'on' }, 250); later.onblur = () => { later.className = '' };
         kept.onfocus = () => { kept.className = 'on' }; kept.onblur = () => setTimeout(() => { kept.className = '' }, 400)</script>",
    );
    assert_eq!(failed(&page, "focus-is-visible"), ["none"]);
    let animated = self::page(
        &auditor,
        "<style>a:focus { outline: none } #ring:focus { animation: ring .2s .3s both } @keyframes ring {
           from { box-shadow: none } to { box-shadow: 0 0 0 3px #0000ff } }</style>
         <a id=ring href=#r>Ring</a> <a id=none href=#n>None</a>",
    );
    assert_eq!(failed(&animated, "focus-is-visible"), ["none"]);
}

#[test]
fn focus_that_is_called_elsewhere_proves_nothing() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>button:focus { outline: 1px solid #ffffff }</style><input id=jealous aria-label=Name><button id=other>Other</button>
         <script>jealous.onblur = () => setTimeout(() => jealous.focus())</script>",
    );
    assert!(failed(&page, "focus-is-visible").is_empty());
}

#[test]
fn focus_beneath_a_bar_is_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<button id=under style='position:absolute;top:20px;left:20px'>Under</button>
         <button id=beside style='position:absolute;top:300px;left:20px'>Beside</button>
         <div style='position:fixed;top:0;left:0;width:400px;height:200px;background:#eeeeee'>Bar</div>",
    );
    assert_eq!(failed(&page, "focus-is-not-covered"), ["under"]);
    assert!(failed(&page, "focus-is-visible").is_empty(), "the same fault is not reported twice");
}

#[test]
fn what_only_catches_clicks_covers_nothing() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>body { background: #ffffff } a:focus { outline: none } #card { position: relative }
           #whole::after { content: ''; position: absolute; inset: 0; z-index: 1 }</style>
         <div id=card><p>Written by <a id=ann href=#ann>Ann</a>, one of many.</p><a id=whole href=#storm>Read the story</a></div>
         <div style='position:relative'><a id=under href=#u>Under</a><i style='position:absolute;inset:0'></i></div>",
    );
    assert_eq!(failed(&page, "focus-is-not-covered"), [] as [&str; 0]);
    assert_eq!(failed(&page, "focus-is-visible"), ["ann", "whole"]);
}

#[test]
fn texts_for_screen_readers_are_cut_on_purpose() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<meta name=viewport content='width=device-width'><style>.heard { position: absolute; width: 1px; height: 1px;
           overflow: hidden; clip: rect(0, 0, 0, 0); white-space: nowrap }</style>
         <div style='position:relative;overflow:hidden;height:4px'><span class=heard>50% complete</span></div>
         <div style='position:relative;overflow:hidden;height:300px'><div class=heard style='white-space:normal'>Slide one of nine: a
           longer text that a screen reader says, and nobody sees on the screen</div></div>",
    );
    for rule in ["text-fits-when-spaced", "zoomed-text-is-not-clipped"] {
        assert_eq!(failed(&page, rule), [] as [&str; 0], "{rule}");
        assert_eq!(asked(&page, rule), [] as [&str; 0], "{rule}");
    }
}

#[test]
fn what_does_not_fit_other_windows_is_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<meta name=viewport content='width=device-width'>
         <p id=tight style='height:1.3em;width:11em;overflow:hidden;margin:0'>Opening hours: 9 to 17</p>
         <p id=roomy style='min-height:1.3em;overflow:hidden'>Opening hours: 9 to 17</p>
         <p id=wide style='width:600px'>We deliver within two days, wherever you live, and take back what you do not like at all.</p>
         <table><tr><td style='min-width:700px'>A table may be as wide as it needs, and this one is wider than the window.</table>
         <p id=zoomed style='height:30vw;width:40vw;overflow:hidden;font-size:20px'>Some text that needs a lot of room, more than half of what it has here,
           so that it is cut off when everything is twice as large, which is what people do who do not see well: they make
           everything on a page twice as large, and then read. Some text that needs a lot of room, more than half of what it has.
           Some text that needs a lot of room, more than half of what it has here, so that it is cut off at twice the size.</p>",
    );
    assert_eq!(failed(&page, "text-fits-when-spaced"), ["tight"]);
    assert_eq!(failed(&page, "page-reflows"), ["wide"]);
    let zoomed = by_id(&page, "zoomed");
    let is_cut = |seen: &Observation| matches!(seen, Observation::CutOffAtZoom { .. });
    assert!(zoomed.observations().iter().any(is_cut), "{:?}", zoomed.observations());
    assert!(!by_id(&page, "roomy").observations().iter().any(is_cut));
}

#[test]
fn what_changes_by_itself_is_seen_without_waiting_for_it() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<p id=clock>0</p><p id=once>loading</p><p id=still>still</p><script>
           let ticks = 0; setInterval(() => { clock.textContent = ++ticks }, 2000);
           setTimeout(() => { once.textContent = 'done' }, 3000);</script>",
    );
    let times = |id: &str| {
        by_id(&page, id).observations().iter().find_map(|seen| match seen {
            Observation::TextChanged { times, .. } => Some(*times),
            _ => None,
        })
    };
    assert!(times("clock").is_some_and(|times| times >= 5), "{:?}", times("clock"));
    assert!(times("once").is_none_or(|times| times <= 1) && times("still").is_none());
}

#[test]
fn what_moves_by_itself_is_seen() {
    let Some(auditor) = auditor() else { return };
    let page_of = |more: &str| {
        page(
            &auditor,
            &format!(
                "<style>#slides {{ width: 300px; overflow: hidden }} #stage {{ display: flex; transition: transform .3s }}
                   #stage p {{ min-width: 300px }}</style>{more}
                 <div id=slides><div id=stage><p>Bread<p>Cheese<p>Olives</div></div>
                 <div id=fades><p>Spring</p><p hidden>Summer</p></div>
                 <ul id=grows><li>First</ul><p>Below</p><div id=once><p id=o>Welcome</p></div>
                 <div id=comes><p id=c style='transition:transform 2.6s'>Hello</p></div>
                 <script>let at = 0; setInterval(() => {{ at = (at + 1) % 3; stage.style.transform = `translateX(${{-300 * at}}px)` }}, 3000);
                 setInterval(() => {{ for (const p of fades.children) p.hidden = !p.hidden }}, 4000);
                 setInterval(() => grows.append(document.createElement('li')), 2000);
                 setTimeout(() => {{ o.hidden = true; c.style.transform = 'translateX(200px)' }}, 2500)</script>"
            ),
        )
    };
    let alone = page_of("");
    assert_eq!(failed(&alone, "moving-content-can-be-stopped"), ["slides", "fades"]);
    let stoppable = page_of("<button>Pause</button>");
    assert_eq!(failed(&stoppable, "moving-content-can-be-stopped"), [] as [&str; 0]);
    assert_eq!(asked(&stoppable, "moving-content-can-be-stopped"), ["slides", "fades"]);
}

#[test]
fn shortcuts_of_one_character_and_movements_are_seen() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<p id=said>Nothing yet</p><script>
           addEventListener('keydown', (event) => { if (event.key === 's') said.append('!') });
           addEventListener('devicemotion', () => said.append('~'));</script>",
    );
    let root = page.elements().find(|element| element.is("html")).unwrap();
    assert!(root.observations().contains(&Observation::Shortcut('s')), "{:?}", root.observations());
    assert!(root.observations().contains(&Observation::AnswersMotion));
    assert!(!root.observations().contains(&Observation::Shortcut('t')));
}

#[test]
fn shortcuts_are_found_on_a_page_that_changes_by_itself() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<p id=said>Nothing yet</p><p id=clock>0</p><p id=lamp>On</p><script>
           let ticks = 0; setInterval(() => { clock.textContent = ++ticks }, 700);
           setInterval(() => { lamp.hidden = !lamp.hidden }, 90);
           addEventListener('keydown', (event) => { if (event.key === 's') said.append('!') });</script>",
    );
    let root = page.elements().find(|element| element.is("html")).unwrap();
    let typed = root.observations().iter().filter(|seen| matches!(seen, Observation::Shortcut(_)));
    assert_eq!(typed.collect::<Vec<_>>(), [&Observation::Shortcut('s')], "{:?}", page.not_checked());
    // Where nothing else can change, nobody knows, and the script is read instead.
    let all = self::page(
        &auditor,
        "<p id=lamp>On</p><script>setInterval(() => { lamp.hidden = !lamp.hidden; scrollTo(0, Math.random() * 100) }, 20);
           addEventListener('keydown', (event) => { if (event.key === 's') lamp.hidden = true });</script><p style='height:3000px'>",
    );
    assert!(!all.was_tried(sada_audit::Need::Typing));
    assert!(all.not_checked().iter().any(|what| what.contains("what typing does")), "{:?}", all.not_checked());
}

/// The examples that are shown to people, of every rule that needs a browser.
#[test]
fn examples_are_what_they_say() {
    let Some(auditor) = auditor() else { return };
    for rule in RULES.iter().filter(|rule| rule.needs.is_some()) {
        let said = |markup: &str| -> (bool, bool) {
            let page = page(&auditor, &format!("<html lang=en><title>Example</title><main>{markup}</main>"));
            let outcomes: Vec<_> = rule.outcomes(&page).collect();
            let has = |is_it: fn(&Outcome) -> bool| outcomes.iter().any(|(_, outcome)| is_it(outcome));
            (
                has(|outcome| matches!(outcome, Outcome::Failed(_))),
                has(|outcome| matches!(outcome, Outcome::NeedsReview(_))),
            )
        };
        for markup in rule.bad {
            let (is_failed, is_asked) = said(markup);
            assert!(is_failed || (is_asked && !rule.en.asks.is_empty()), "{}: {markup}", rule.id);
        }
        for markup in rule.good {
            assert!(!said(markup).0, "{}: {markup}", rule.id);
        }
    }
}
