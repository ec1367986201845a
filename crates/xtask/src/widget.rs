//! Builds the popup and the demo pages with trunk, which calls `cargo xtask pack` at the end.

use crate::setup::{self, Need, Tools};
use crate::{child, lock, say, workspace};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Where the source of the standard library lies, below the toolchain's folder, once rustup has installed it.
const SOURCE_OF_STD: &str = "lib/rustlib/src/rust/library/Cargo.lock";

/// How the popup is built.
#[derive(clap::Args)]
pub struct Options {
    /// Takes the standard library as rustup brings it, even where its source is there: the popup is larger
    #[arg(long)]
    pub plain: bool,
}

/// Gets the tools and builds.
pub fn run(options: &Options) -> Result<()> {
    build(&setup::run(Need::Widget)?, options)
}

/// Builds with the tools that are there.
pub fn build(tools: &Tools, options: &Options) -> Result<()> {
    let _lock = lock::take(&tools.folder().join("popup.lock"), "building the popup")?;
    let sysroot = workspace::sysroot()?;
    let is_std_rebuilt = !options.plain && sysroot.join(SOURCE_OF_STD).exists();
    // Trunk asks cargo for all crates of all platforms; after this it needs no network.
    workspace::fetch()?;
    let mut trunk = tools.command("trunk")?;
    let mut flags = short_paths(&sysroot);
    if is_std_rebuilt {
        let mut fetch = workspace::cargo(&["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
        child::run(rebuild_std(&mut fetch), "Check the network, then try again.")?;
        rebuild_std(&mut trunk);
        flags.push_str(" -Zlocation-detail=none -Zfmt-debug=none");
    }
    say::progress("Building the popup (some minutes the first time).");
    trunk.args(["build", "--config", "Trunk.toml"]);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    trunk.env("TRUNK_TOOLS_WASM_BINDGEN", tools.bindgen_version());
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_LOG", "warn");
    // The last step runs this program as it is: cargo would build it anew with the variables of `rebuild_std`.
    trunk.env("SADA_XTASK", std::env::current_exe().context("cannot tell where this program is")?);
    trunk.env("SADA_STD", if is_std_rebuilt { "rebuilt" } else { "plain" });
    // Trunk 0.21 rejects the usual value `1` of this variable.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    child::run(&mut trunk, "What is wrong stands above.")
}

/// Builds the standard library too, for size and without messages for panics, which nobody would read. `RUSTC_BOOTSTRAP`
/// lets a stable Rust do so; nothing else of it is unstable, and without these variables the popup builds as well.
fn rebuild_std(command: &mut Command) -> &mut Command {
    command.envs([
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        ("CARGO_UNSTABLE_PANIC_IMMEDIATE_ABORT", "true"),
        ("CARGO_PROFILE_WIDGET_PANIC", "immediate-abort"),
    ])
}

/// Where a panic would have been is written into the popup: without this machine's folders, which are long and differ.
fn short_paths(sysroot: &Path) -> String {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registry = home.map(|home| home.join("registry/src"));
    let folders = registry.into_iter().flat_map(|registry| std::fs::read_dir(registry).into_iter().flatten());
    let folders =
        folders.filter_map(|entry| Some(entry.ok()?.path())).chain([sysroot.join("lib/rustlib/src/rust/library")]);
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    // Flags are separated by spaces: a folder with one in its name keeps it.
    flags.filter(|flag| !flag.contains(' ')).collect::<Vec<_>>().join(" ")
}
