//! The popup's files are part of the program: when they are built, for the first time or anew, so must it be.

fn main() {
    // What is not there yet counts as changed.
    for path in ["sada.js", "widget"] {
        println!("cargo::rerun-if-changed=../../dist/{path}");
    }
}
