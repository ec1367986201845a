//! A visitor answers in the popup, by keyboard alone; the owner sees the score.

use sada_devtools::Key;
use sada_tests::{Collector, Origin, Visitor};

#[test]
fn answer_by_keyboard_in_arabic_is_on_the_dashboard_once() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    visitor.open_popup();
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').parentNode.dir"), "rtl");
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').matches(':modal')"), true);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");

    // In a text from right to left the next value is on the left.
    visitor.press(&[Key::Space]);
    visitor.press(&[Key::ArrowLeft; 9]);
    assert_eq!(visitor.see_in_popup(".querySelector('[name=nps]:checked').value"), "9");
    visitor.press(&[Key::Tab]);
    visitor.write("التوصيل سريع");
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait_said("شكرًا لك. تم حفظ إجابتك");
    assert_eq!(visitor.see_in_popup(".querySelector('dialog').matches(':modal')"), true, "it stays open");
    visitor.wait_in_popup(".activeElement?.id === 'sada-said'");
    visitor.picture("popup-stored-ar");

    let rows = collector.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|row| row.lang == "ar" && row.channel == "popup"), "{rows:?}");
    assert_eq!((rows[0].question.as_str(), rows[0].number), ("nps", Some(9)));
    assert_eq!((rows[1].question.as_str(), rows[1].words.as_deref()), ("why", Some("التوصيل سريع")));
    assert_eq!(rows[0].page_url.as_deref(), Some(shop.url("/ar.html").as_str()));

    let owner = Visitor::at(&format!("{}/?lang=ar", collector.origin()));
    owner.sign_in(collector.password());
    let page = owner.read("document.body.innerText");
    assert!(page.contains("التوصيل سريع"), "{page}");
    assert!(page.contains("١٠٠٫٠"), "one promoter of one is 100.0: {page}");
    owner.picture("dashboard-ar");
}

#[test]
fn escape_closes_and_the_focus_goes_back() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/fa.html"));
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Tab]);
    visitor.write("نیمه‌کاره");
    visitor.press(&[Key::Escape]);
    visitor.wait_in_popup(".querySelector('dialog').open === false");
    visitor.wait_in_popup(".activeElement?.className === 'open'");
    visitor.press(&[Key::Enter]);
    visitor.wait_in_popup(".querySelector('dialog').open");
    assert_eq!(visitor.see_in_popup(".querySelector('textarea').value"), "نیمه‌کاره", "what is half written stays");
    assert!(collector.rows().is_empty(), "nothing is sent that nobody sent");
}

#[test]
fn sending_without_a_number_says_what_is_missing_and_goes_there() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/fa.html"));
    visitor.open_popup();
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    visitor.press(&[Key::Tab]);
    visitor.write("سریع");
    visitor.press(&[Key::Tab, Key::Enter]);
    visitor.wait_in_popup(".querySelector('.problem')?.textContent === 'یک عدد انتخاب کنید.'");
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    let described =
        ".querySelector('fieldset').getAttribute('aria-describedby') === SHADOW.querySelector('.problem').id";
    let described = described.replace("SHADOW", "document.querySelector('sada-feedback').shadowRoot");
    assert_eq!(visitor.see_in_popup(&described), true);
    assert_eq!(visitor.see_in_popup(".querySelector('textarea').value"), "سریع", "what was written stays");
    visitor.picture("popup-problem-fa");
    assert!(collector.rows().is_empty());
}

#[test]
fn nothing_sticks_out_at_320_pixels() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    for page in ["/", "/ar.html", "/fa.html"] {
        let visitor = Visitor::at(&shop.url(page));
        visitor.tab().set_viewport(320, 256, 1.0).unwrap();
        visitor.wait_in_popup(".querySelector('button.open')");
        visitor.see_in_popup(".querySelector('button.open').click()");
        visitor.wait_in_popup(".querySelector('dialog')?.open");
        visitor.picture(&format!("popup-320{}", page.replace('/', "-")));
        let sticks_out =
            "[...document.querySelector('sada-feedback').shadowRoot.querySelectorAll('dialog *')].filter((element) => {
            const box = element.getBoundingClientRect();
            return !element.closest('.heard') && box.width && (box.left < -0.5 || box.right > innerWidth + 0.5);
        }).map((element) => element.outerHTML)";
        assert_eq!(visitor.see(sticks_out), serde_json::json!([]), "{page}");
        let small = "[...document.querySelector('sada-feedback').shadowRoot.querySelectorAll('button, .value, textarea')].filter((target) => {
            const box = target.getBoundingClientRect();
            return box.width < 24 || box.height < 24;
        }).length";
        assert_eq!(visitor.see(small), 0, "{page}: targets have 24 pixels at least");
    }
}

#[test]
fn nothing_is_fetched_or_stored_before_it_is_wanted() {
    let collector = Collector::start();
    let shop = Origin::shop(collector.origin());
    let visitor = Visitor::at(&shop.url("/ar.html"));
    visitor.wait_in_popup(".querySelector('button.open')");
    let from_collector: Vec<_> =
        visitor.log().requests.into_iter().filter(|request| request.url.starts_with(collector.origin())).collect();
    assert_eq!(from_collector.len(), 1, "the loader alone: {from_collector:?}");
    assert_eq!(visitor.see("localStorage.length + document.cookie.length"), 0);
}
