//! Pictures of every example, for people to look at.

use crate::examples::Gallery;
use std::path::PathBuf;

/// A phone and a desk.
const SIZES: [(u32, u32); 2] = [(390, 800), (1280, 800)];

/// `LOOK=folder cargo test -p sada-tests --test gallery -- --ignored`
#[test]
#[ignore = "for people: LOOK names the folder for the pictures"]
fn pictures() {
    let folder = PathBuf::from(std::env::var_os("LOOK").expect("LOOK names a folder"));
    std::fs::create_dir_all(&folder).unwrap();
    let gallery = Gallery::with("");
    let (visitor, examples) = gallery.list();
    gallery.visit(
        &visitor,
        &examples,
        |_| {},
        |visitor, example| {
            for (width, height) in SIZES {
                visitor.tab().set_viewport(width, height, 1.0).unwrap();
                // Forced colours replace those of every theme.
                for colours in ["own", "forced"].into_iter().take(if example.theme() == "light" { 2 } else { 1 }) {
                    let is_forced = colours == "forced";
                    let features: &[_] = if is_forced { &[("forced-colors", "active")] } else { &[] };
                    visitor.tab().emulate_media("", features).unwrap();
                    let end = if is_forced { ".forced" } else { "" };
                    let path = folder.join(format!("{}.{width}{end}.png", example.name));
                    visitor.tab().screenshot(&path).unwrap();
                }
            }
            visitor.tab().emulate_media("", &[]).unwrap();
        },
    );
}
