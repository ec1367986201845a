//! Gives short names to what passes between wasm and glue.
//!
//! `wasm-bindgen` names each import after what it does and a hash. The names stand in both files and compress badly.

use crate::setup::Tools;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The features that Rust's wasm uses. wasm-bindgen's output no longer says so itself.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The module that the wasm imports its functions from.
const GLUE: &str = "./sada-widget_bg.js";

/// What stands before each of them.
const ENTRY: &str = "        ";

/// What `wasm-opt --minify-imports-and-exports-and-modules` says it has renamed.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// Rewrites `glue`, and the wasm at `wasm`.
pub fn shrink(tools: &Tools, glue: &Path, wasm: &Path) -> Result<()> {
    let source = fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let small = wasm.with_extension("small.wasm");
    let mut rename = tools.command("wasm-opt")?;
    // Once more: there is always something left.
    rename.args(FEATURES).args(["-Oz", "--minify-imports-and-exports-and-modules", "--strip-target-features"]);
    let said = run(rename.arg(wasm).arg("-o").arg(&small))?;
    let renamed: Renamed = serde_json::from_str(&said).context("wasm-opt did not say what it renamed")?;
    fs::write(glue, with_new_names(&source, &renamed)?)?;
    fs::rename(&small, wasm)?;
    Ok(())
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {}", command.get_program().display()))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}: {}",
            command.get_program().display(),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The functions for the wasm stand in one object, an entry each, indented by eight; those of other modules are imported.
/// All become one object, under the module's new name.
fn with_new_names(glue: &str, renamed: &Renamed) -> Result<String> {
    let (own, foreign): (Vec<_>, Vec<_>) = renamed.imports.iter().partition(|(module, ..)| module == GLUE);
    let own: BTreeMap<&str, &str> = own.iter().map(|(_, name, new)| (name.as_str(), new.as_str())).collect();
    let mut rest = String::new();
    let mut modules = BTreeMap::new();
    let mut defined = 0;
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if let Some((name, definition)) = line.strip_prefix(ENTRY).and_then(|entry| entry.split_once(": ")) {
            if let Some(new) = own.get(name).filter(|_| name.starts_with("__wb")) {
                defined += 1;
                writeln!(rest, "{ENTRY}{new}: {definition}")?;
                continue;
            }
            if name.starts_with("__wb") {
                // Nothing in the wasm calls it any more.
                if !line.ends_with(',') {
                    lines.by_ref().find(|line| line.starts_with("        }"));
                }
                continue;
            }
            if let Some(module) = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
                modules.insert(module.to_owned(), definition.trim_end_matches(',').to_owned());
                continue;
            }
        }
        rest.push_str(line);
        rest.push('\n');
    }
    let mut functions = String::from("...import0, ");
    for (module, name, new) in foreign {
        let module = modules.get(module).with_context(|| format!("the glue does not import {module}"))?;
        write!(functions, "{new}: {module}.{name}, ")?;
        defined += 1;
    }
    let wanted = renamed.imports.len();
    if defined != wanted {
        bail!(
            "the wasm imports {wanted} functions, the glue has {defined} of them: has wasm-bindgen's output changed?"
        );
    }
    let rest = rest.replacen(
        "    return {\n        __proto__: null,\n",
        &format!("    return {{\n        a: {{ {functions} }},\n"),
        1,
    );
    Ok(with_new_exports(&rest, &renamed.exports))
}

fn with_new_exports(glue: &str, exports: &[(String, String)]) -> String {
    let mut parts = glue.split("wasm.");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !is_part(c)).unwrap_or(part.len());
        let (name, behind) = part.split_at(end);
        let new = exports.iter().find(|(old, _)| old == name).map_or(name, |(_, new)| new);
        rest.extend(["wasm.", new, behind]);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"import * as import1 from "./snippets/x/browser.js"
export class Popup {
    open() {
        wasm.popup_open(this.ptr);
    }
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_close_0123456789abcdef: function(arg0) {
            arg0.close();
        },
        __wbg_get_0123456789abcdef: function() { return handleError(function (arg0) {
            return arg0;
        }, arguments); },
    };
    return {
        __proto__: null,
        "./sada-widget_bg.js": import0,
        "./snippets/x/browser.js": import1,
    };
}
wasm.memory.buffer;
"#;

    fn renamed(imports: &[(&str, &str, &str)]) -> Renamed {
        let imports = imports.iter().map(|(module, name, new)| ((*module).into(), (*name).into(), (*new).into()));
        Renamed {
            imports: imports.collect(),
            exports: vec![("popup_open".into(), "b".into()), ("memory".into(), "c".into())],
        }
    }

    #[test]
    fn imports_and_exports_get_their_new_names() {
        let new = [(GLUE, "__wbg_get_0123456789abcdef", "d"), ("./snippets/x/browser.js", "store", "e")];
        let source = with_new_names(SOURCE, &renamed(&new)).unwrap();
        assert!(!source.contains("__wb") || source.contains("__wbg_get_imports"), "{source}");
        for said in [
            "d: function() { return handleError",
            "a: { ...import0, e: import1.store,  }",
            "wasm.b(this.ptr)",
            "wasm.c.buffer",
        ] {
            assert!(source.contains(said), "{said} in {source}");
        }
        assert!(!source.contains("arg0.close()"), "nothing calls it");
    }

    #[test]
    fn a_function_that_is_not_defined_is_an_error() {
        let error = with_new_names(SOURCE, &renamed(&[(GLUE, "__wbg_gone_0", "d")])).unwrap_err();
        assert!(error.to_string().contains("imports 1 functions, the glue has 0"), "{error}");
    }
}
