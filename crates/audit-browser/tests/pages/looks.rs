//! What pictures show of controls, icons and texts.

use crate::server::serve_folder;
use crate::{asked, auditor, by_id, failed, page};
use sada_audit::{Observation, Outcome, RULES};

#[test]
fn controls_that_nothing_shows_are_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>
           input, select, textarea { border: 1px solid #dddddd; background: #ffffff; display: block; margin: 40px }
           .dark { background: #222222; padding: 40px } .box { appearance: none; width: 20px; height: 20px }
           .wrap { border: 1px solid #333333; padding: 12px; width: 300px } .wrap input { border: 0; margin: 0 }
           #usual, #tick { all: revert } #bright { border-color: #ffffff } #unlit { background: #262626; border-color: #333333 }
         </style>
         <input id=faint aria-label=A><input id=clear aria-label=A style='border-color:#707070'>
         <input id=line aria-label=A style='border:0;border-bottom:1px solid #000000'>
         <input id=worded aria-label=A placeholder='Your name'><input id=off aria-label=A disabled>
         <input id=usual aria-label=A><input type=checkbox id=tick aria-label=A>
         <input type=checkbox id=untick class=box aria-label=A><input type=checkbox id=ticked class=box style='background:#005500' aria-label=A>
         <div class=wrap><input id=framed aria-label=A></div>
         <div style='display:flex;margin:40px'><input id=beside aria-label=A style='margin:0'><button style='background:#000000;border:0;color:#ffffff'>Go</button></div>
         <div class=dark><input id=bright aria-label=A style='background:#222222'><input id=unlit aria-label=A></div>
         <div style='background:#dddddd;padding:30px'><input id=filled aria-label=A style='border:0;background:#000000'></div>
         <div style='height:3000px'></div><textarea id=below aria-label=A></textarea>
         <div role=switch aria-checked=false tabindex=0 id=switch style='width:40px;height:20px;background:#eeeeee'></div>
         <input id=under aria-label=A>
         <div style='position:fixed;bottom:0;left:0;width:100%;height:1px;background:#ffffff'></div>",
    );
    assert_eq!(failed(&page, "control-stands-out"), ["faint", "untick", "beside", "unlit", "below", "switch", "under"]);
    assert_eq!(asked(&page, "control-stands-out"), ["worded"]);
    let is_measured = |id: &str| {
        by_id(&page, id).observations().iter().any(|seen| matches!(seen, Observation::ControlContrast { .. }))
    };
    assert!(["clear", "line", "ticked", "framed", "bright", "filled"].iter().all(|id| is_measured(id)));
    assert!(!["off", "usual", "tick"].iter().any(|id| is_measured(id)));
}

#[test]
fn a_field_behind_a_curtain_is_not_judged() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<input aria-label=A style='border:1px solid #767676;background:#ffffff'>
         <div style='position:fixed;inset:0;background:rgb(0 0 0 / 60%)'><button>Accept</button></div>",
    );
    assert!(failed(&page, "control-stands-out").is_empty());
}

#[test]
fn icons_that_cannot_be_seen_are_found() {
    let Some(auditor) = auditor() else { return };
    let cross = |width: &str, color: &str| {
        format!(
            "<svg width=20 height=20><path d='M3.3 3 17.3 17M17 3.4 3 17' stroke='{color}' stroke-width={width} /></svg>"
        )
    };
    let (faint, hairline, dark) = (cross("2", "#cccccc"), cross(".7", "#767676"), cross("2", "#333333"));
    let page = page(
        &auditor,
        &format!(
            "<style>button {{ border: 0; background: #ffffff; padding: 8px }} .sr {{ position: absolute; width: 1px; height: 1px; overflow: hidden }}
               #dark {{ background: #000080; border-radius: 50% }} #sign::before {{ content: '\\e001'; color: #dddddd }}</style>
             <button id=pale aria-label=Close>{faint}</button><button id=spoken>{faint}<span class=sr>Close</span></button>
             <button id=worded>{faint} Close</button><button id=thin aria-label=Close>{hairline}</button>
             <button id=bold aria-label=Close>{dark}</button><button id=dark aria-label=Close>{dark}</button>
             <button id=off disabled aria-label=Close>{faint}</button><a id=twin href='#there' aria-label=More>{faint}</a><a href='#there'>More</a>
             <a id=link href='#here' aria-label=More>{faint}</a>"
        ),
    );
    assert_eq!(failed(&page, "icon-stands-out"), ["pale", "spoken", "dark", "link"]);
    assert_eq!(asked(&page, "icon-stands-out"), ["twin"]);
    let has =
        |id: &str| by_id(&page, id).observations().iter().any(|seen| matches!(seen, Observation::IconContrast { .. }));
    assert!(has("thin") && has("bold") && !has("off"));
}

#[test]
fn a_focus_that_hardly_shows_is_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>button { background: #ffffff; border: 1px solid #333333; margin: 20px }
           #pale:focus { outline: 3px solid #e0e0e0; outline-offset: 3px } #strong:focus { outline: 2px solid #0000aa }
           #slow { transition: box-shadow .3s; outline: none } #slow:focus { box-shadow: 0 0 0 3px #000000 }
           #fill:focus { outline: none; background: #f0f0f0 } #turn:focus { outline: none; background: #000080 }
           #letters { border: 0; color: #333333 } #letters:focus { outline: none; color: #0066cc }
           #beside { background: #000080; border: 0 } #beside:focus { outline: 3px solid #e0e0e0 }</style>
         <button id=pale>A</button><button id=strong>A</button><button id=slow>A</button><button id=usual>A</button>
         <button id=fill>A</button><button id=turn>A</button><button id=beside>A</button>
         <button id=letters>Send a letter</button>",
    );
    assert_eq!(failed(&page, "focus-stands-out"), ["pale"]);
    assert!(failed(&page, "focus-is-visible").is_empty());
}

#[test]
fn links_told_by_nothing_but_colours_are_found() {
    let Some(auditor) = auditor() else { return };
    let link = |id: &str, style: &str| {
        format!("<p>Some words before <a id={id} href=/x style='{style}'>the link</a> and some after it.</p>")
    };
    let links = [
        ("usual", "text-decoration:underline"),
        ("plain", ""),
        ("later", "border-bottom:1px solid transparent"),
        ("pale", "background:#ffffe8"),
        ("solid", "background:#550000;color:#ffffff"),
        ("drawn", "background:linear-gradient(#551a8b,#551a8b) 0 100%/100% 1px no-repeat"),
        ("faint", "background:linear-gradient(#f0f0f0,#f0f0f0) 0 100%/100% 1px no-repeat"),
        ("shadow", "box-shadow:0 2px #551a8b"),
        ("bright", "color:#cc7a00"),
    ];
    let texts: String = links.iter().map(|(id, style)| link(id, style)).collect();
    let page = page(
        &auditor,
        &format!(
            "<style>p {{ color: #000000 }} a {{ color: #551a8b; text-decoration: none }} a:hover, a:focus {{ text-decoration: underline }}
               #arrow::after {{ content: ''; display: inline-block; width: 8px; height: 8px; background: #000000 }}</style>
             {texts}{}<div style='background:linear-gradient(90deg,#000000,#ffffff)'>{}</div>",
            link("arrow", ""),
            link("gradient", "background:rgb(255 0 0 / 10%)"),
        ),
    );
    assert_eq!(failed(&page, "link-is-not-colour-only"), ["plain", "later", "pale", "faint"]);
    assert_eq!(asked(&page, "link-is-not-colour-only"), ["gradient"]);
}

#[test]
fn what_looks_like_a_table_and_is_none() {
    let Some(auditor) = auditor() else { return };
    let row =
        |cells: [&str; 3]| format!("<div class=row>{}</div>", cells.map(|cell| format!("<div>{cell}</div>")).concat());
    let table = |id: &str, head: &str, rows: [[&str; 3]; 3]| {
        format!("<div id={id} class='{head}'>{}</div>", rows.map(row).concat())
    };
    let times = [["Day", "Opens", "Closes"], ["Monday", "9:00", "17:00"], ["Tuesday", "10:00", "12:00"]];
    let words = [["One", "Two", "Three"], ["Four", "Five", "Six"], ["Seven", "Eight", "Nine"]];
    let page = page(
        &auditor,
        &format!(
            "<style>.row {{ display: flex }} .row > div {{ width: 8em }} .head > :first-child {{ font-weight: 700 }}
               .ragged .row > div {{ width: auto; margin-right: 1em }}</style>{}{}{}<div role=table>{}</div>
             <div id=list>{}</div><pre id=times>Mon   9:00   17:00\nTue   9:00   12:00\nSat   10:00  12:00</pre>
             <pre id=code>let a  = 1;  // one\nlet b  = 2;  // two\nlet c  = 3;  // six</pre>",
            table("clear", "head", times),
            table("words", "", words),
            table("ragged", "ragged", words),
            table("named", "head", times),
            row(["<a href=/a>Home</a>", "<a href=/b>News</a>", "<a href=/c>About</a>"]).repeat(3),
        ),
    );
    assert_eq!(failed(&page, "table-is-not-faked"), ["clear"]);
    assert_eq!(asked(&page, "table-is-not-faked"), ["words", "times"]);
}

#[test]
fn what_a_script_makes_clickable_is_found() {
    let Some(auditor) = auditor() else { return };
    let markup = "<style>div { cursor: pointer; border: 1px solid #000000 } #plain { cursor: auto }</style>
         <div id=mute>Send</div><div id=reached tabindex=0>Send</div><div id=named role=button tabindex=0>Send</div>
         <div id=plain>Nothing to click</div><div id=around><button id=real>Send</button></div><div id=still>Nothing listens</div>
         <script>for (const id of ['mute', 'reached', 'named', 'plain', 'around', 'real']) document.getElementById(id).addEventListener('click', () => {});";
    let deaf = page(&auditor, &format!("{markup}</script>"));
    assert_eq!(asked(&deaf, "click-works-by-keyboard"), ["mute"]);
    assert_eq!(failed(&deaf, "click-works-by-keyboard"), ["reached", "named"]);
    assert_eq!(failed(&deaf, "clickable-has-role"), ["reached"]);
    let hearing = page(&auditor, &format!("{markup} document.body.addEventListener('keydown', () => {{}})</script>"));
    assert!(failed(&hearing, "click-works-by-keyboard").is_empty());
}

#[test]
fn states_that_are_shown_and_not_said_are_found() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>.on { background: #000000; color: #ffffff } [role] { display: inline-block; padding: 4px } [role]:hover { background: #ffee88 }
           #hint:hover + p { display: block } #hint + p { display: none }</style>
         <button id=lies aria-expanded=false>Hours</button><p hidden>Monday to Friday</p>
         <button id=says aria-expanded=false>Place</button><p hidden>At the river</p>
         <button id=mute type=button>Prices</button><p hidden>Ten for adults</p>
         <button id=renamed type=button>Show more</button><p hidden>Five for children</p>
         <button id=once type=button>Thanks</button><p hidden>You are welcome</p>
         <button id=hint type=button aria-expanded=false>Hint</button><p>By the pointer alone</p>
         <div id=dumb role=switch aria-checked=false tabindex=0>Dark</div><div id=honest role=switch aria-checked=false tabindex=0>Loud</div>
         <div id=still role=checkbox aria-checked=false tabindex=0>Nothing happens</div>
         <form action=/x><button id=sends>Send</button></form>
         <script>
           const after = (id, act) => document.getElementById(id).addEventListener('click', (event) => act(event.target));
           const toggle = (at) => { const part = at.nextElementSibling; part.hidden = !part.hidden; return String(!part.hidden) };
           after('lies', toggle); after('mute', toggle); after('once', (at) => { at.nextElementSibling.hidden = false });
           after('says', (at) => at.setAttribute('aria-expanded', toggle(at)));
           after('renamed', (at) => { at.textContent = toggle(at) === 'true' ? 'Show less' : 'Show more' });
           after('dumb', (at) => at.classList.toggle('on'));
           after('honest', (at) => at.setAttribute('aria-checked', String(at.classList.toggle('on'))));
         </script>",
    );
    assert_eq!(failed(&page, "state-is-said"), ["lies", "dumb"]);
    assert_eq!(asked(&page, "state-is-said"), ["mute"]);
    let passed = RULES.iter().find(|known| known.id == "state-is-said").unwrap().outcomes(&page);
    let passed = passed.filter(|(_, outcome)| *outcome == Outcome::Passed);
    let passed: Vec<_> = passed.filter_map(|(element, _)| element.attribute("id")).collect();
    assert_eq!(passed, ["says", "honest"]);
}

#[test]
fn what_flashes_is_counted() {
    let Some(auditor) = auditor() else { return };
    let flashes = |markup: &str| {
        let page = page(
            &auditor,
            &format!(
                "<style>body {{ margin: 0 }} div {{ width: 500px; height: 400px; background: #000000 }}</style>{markup}"
            ),
        );
        (failed(&page, "nothing-flashes"), failed(&page, "nothing-flashes-at-all"))
    };
    let of = |id: &str| vec![id.to_owned()];
    let blink = |time: &str, color: &str| {
        format!(
            "<style>@keyframes flash {{ 50% {{ background: {color} }} }} #x {{ animation: flash {time} steps(1) infinite }}</style><div id=x></div>"
        )
    };
    assert_eq!(flashes(&blink(".2s", "#ffffff")), (of("x"), of("x")));
    assert_eq!(flashes(&blink("1s", "#ffffff")), (vec![], vec![]), "once in a second");
    assert_eq!(flashes(&blink(".2s", "#1a1a1a")), (vec![], vec![]), "too faint");
    let small = format!("<style>#x {{ width: 50px; height: 50px }}</style>{}", blink(".2s", "#ffffff"));
    assert_eq!(flashes(&small), (vec![], of("x")), "small");
    let scripted = "<div id=x></div><script>let on; setInterval(() => { on = !on; x.style.background = on ? '#ffffff' : '#000000' }, 100)</script>";
    assert_eq!(flashes(scripted).0, of("x"));
    let below = format!("<p style='height:3000px'>Far above</p>{}", blink(".2s", "#ffffff"));
    assert_eq!(flashes(&below).0, of("x"), "below the window");
    assert_eq!(
        flashes(&format!("<p style='height:3000px'>Far above</p>{scripted}")).0,
        of("x"),
        "a script, below the window"
    );
    let drawn = "<canvas id=x width=420 height=360></canvas><script>const pen = x.getContext('2d'); let on;
       setInterval(() => { on = !on; pen.fillStyle = on ? '#ffffff' : '#000000'; pen.fillRect(0, 0, 420, 360) }, 100)</script>";
    assert_eq!(flashes(drawn).0, of("x"), "a drawing");
}

#[test]
fn a_tab_that_does_nothing_has_not_changed() {
    let Some(auditor) = auditor() else { return };
    let page = page(
        &auditor,
        "<style>[role=tab] { padding: 8px }</style><h1>Boats</h1>
         <div role=tablist aria-label=A><button type=button role=tab id=a1 aria-selected=true>One light</button>
           <button type=button role=tab id=a2 aria-selected=false>Two light</button></div>
         <p>Words between.</p>
         <div role=tablist aria-label=B><button type=button role=tab id=b1 aria-selected=true>One closed</button>
           <button type=button role=tab id=b2 aria-selected=false>Two closed</button></div>",
    );
    assert_eq!(failed(&page, "state-is-said"), [] as [&str; 0]);
}

/// An animated image of two plain colours, each of which is shown so many milliseconds.
fn blinking_image(milliseconds: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 100, 80);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_animated(2, 0).unwrap();
    encoder.set_frame_delay(milliseconds, 1_000).unwrap();
    let mut writer = encoder.write_header().unwrap();
    for light in [255, 0] {
        writer.write_image_data(&vec![light; 100 * 80 * 3]).unwrap();
    }
    writer.finish().unwrap();
    file
}

#[test]
fn animated_images_that_flash_are_decoded() {
    let Some(auditor) = auditor() else { return };
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("fast.apng"), blinking_image(100)).unwrap();
    std::fs::write(folder.path().join("slow.apng"), blinking_image(500)).unwrap();
    let image = |name: &str| format!("<img id={name} src={name}.apng width=500 height=400 alt='A sign that blinks'>");
    let markup = format!("<!doctype html><html lang=en><title>Signs</title>{}{}", image("fast"), image("slow"));
    std::fs::write(folder.path().join("page.html"), markup).unwrap();
    let page = auditor.page(&format!("{}/page.html", serve_folder(folder.path().to_owned(), ""))).unwrap();
    assert_eq!(failed(&page, "nothing-flashes"), ["fast"]);
}
