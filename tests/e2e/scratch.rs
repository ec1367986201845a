use sada_tests::{Collector, Firefox, Person};
use sada_devtools::Key;
use crate::watched::{page,wait_asked};
#[test]
fn scratch() {
    let t = std::time::Instant::now();
    let collector = Collector::start();
    println!("collector {:?}", t.elapsed());
    let visitor = Firefox::at(&page(&collector, "data-when=\"event:paid\"", "").url("/"));
    println!("firefox {:?}", t.elapsed());
    visitor.see("dispatchEvent(new Event('paid'))");
    wait_asked(&visitor);
    visitor.wait_in_popup(".querySelector('[role=status]').textContent.includes('F8')");
    println!("asked {:?}", t.elapsed());
    visitor.see("self.log = [], ['keydown','close','click','cancel'].forEach(t => addEventListener(t, e => log.push([t, e.key, String(e.composedPath()[0].outerHTML)]), true))");
    visitor.press(&[Key::Function(8)]);
    visitor.wait_in_popup(".activeElement?.name === 'nps'");
    println!("f8 {:?}", t.elapsed());
    for key in [Key::Space, Key::ArrowRight, Key::Escape] {
    visitor.press(&[key]);
    std::thread::sleep(std::time::Duration::from_millis(500));
    println!("{:?} {}", key, visitor.see("log.splice(0)"));
    println!("{}", visitor.see("JSON.stringify(told)"));
    println!("{}", visitor.see_in_popup(".querySelector('dialog').open"));
    println!("{}", visitor.see_in_popup(".activeElement?.outerHTML"));
    println!("{}", visitor.see("document.activeElement?.outerHTML.slice(0,100)"));
    println!("{}", visitor.see("Object.keys(localStorage)"));
    }
    let t = std::time::Instant::now();
    for _ in 0..10 { visitor.press(&[Key::Tab]); }
    println!("10 keys {:?}", t.elapsed());
    let t = std::time::Instant::now();
    for _ in 0..10 { visitor.see("1"); }
    println!("10 looks {:?}", t.elapsed());
    let t = std::time::Instant::now();
    drop(visitor);
    println!("drop {:?}", t.elapsed());
}
