//! What every change must pass: format, lints and docs, then all tests.

use crate::setup::{self, Need};
use crate::workspace::cargo;
use crate::{child, say, sizes, test, widget};
use anyhow::Result;

const POPUP: &str = "sada-widget";
const WASM: &str = "wasm32-unknown-unknown";

/// Checks and tests everything.
pub fn run() -> Result<()> {
    let tools = setup::run(Need::Everything)?;
    say::progress("Checking the format.");
    child::run(&mut cargo(&["fmt", "--all", "--check"]), "Run `cargo fmt --all`.")?;
    // The collector carries the popup, so it compiles only once the popup is built.
    // Both kinds of popup keep to their budget; the smaller one is tested, as it is the one that goes out.
    for plain in [true, false] {
        widget::build(&tools, &widget::Options { plain })?;
        sizes::run()?;
    }
    say::progress("Checking lints.");
    let advice = "What is wrong stands above.";
    let native = ["clippy", "--workspace", "--exclude", POPUP, "--all-targets", "--", "-D", "warnings"];
    child::run(&mut cargo(&native), advice)?;
    let popup = ["clippy", "--package", POPUP, "--target", WASM, "--", "-D", "warnings"];
    child::run(&mut cargo(&popup), advice)?;
    say::progress("Checking that pages can be audited in a browser's own engine, too.");
    child::run(
        &mut cargo(&["check", "--package", "sada-audit", "--package", "sada-audit-html", "--target", WASM]),
        advice,
    )?;
    say::progress("Checking docs.");
    let native = ["doc", "--workspace", "--exclude", POPUP, "--no-deps"];
    let popup = ["doc", "--package", POPUP, "--target", WASM, "--no-deps"];
    for mut docs in [cargo(&native), cargo(&popup)] {
        child::run(docs.env("RUSTDOCFLAGS", "-D warnings"), advice)?;
    }
    test::all(&tools)
}
