//! scratch
use sada_tests::{Collector, Visitor};
use crate::watched::page;
#[test]
fn scratch() {
    let collector = Collector::asking(&["tests/surveys/every-kind.json"]);
    let visitor = Visitor::at(&page(&collector, "data-survey=\"every-kind\"", "").url("/"));
    visitor.open_popup();
    std::thread::sleep(std::time::Duration::from_millis(500));
    for one in visitor.heard() { println!("{:?}", one); }
    visitor.see_in_popup(".querySelector('.send').click()");
    std::thread::sleep(std::time::Duration::from_millis(500));
    for one in visitor.heard().into_iter().take(12) { println!("{:?}", one); }
    visitor.see_in_popup(".querySelectorAll('[name=recommend]')[3].click()");
    visitor.see_in_popup(".querySelector('.send').click()");
    std::thread::sleep(std::time::Duration::from_millis(500));
    for one in visitor.heard() { println!("{:?}", one); }
    println!("{:?}", collector.stored());
}
