//! Puts together the package for npm: the same files as everywhere, and what editors and bundlers want to know of them.

use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// What lies in `npm/` and goes into the package as it is.
const OURS: [&str; 4] = ["README.md", "custom-elements.json", "index.d.ts", "index.js"];
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
/// What stands for the version in `npm/package.json`.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Makes the package out of what `cargo xtask widget` has built.
pub fn run() -> Result<()> {
    let package = workspace::root().join("npm/dist");
    make(&workspace::dist(), &package)?;
    say::result(&format!("The package lies in {0}; `npm pack {0}` packs it.", package.display()));
    Ok(())
}

fn make(dist: &Path, package: &Path) -> Result<()> {
    ensure!(dist.join("sada.js").exists(), "the popup is not built: run `cargo xtask widget`");
    if package.exists() {
        fs::remove_dir_all(package).with_context(|| format!("cannot empty {}", package.display()))?;
    }
    let sources = workspace::root().join("npm");
    let description = fs::read_to_string(sources.join("package.json")).context("cannot read npm/package.json")?;
    ensure!(description.contains(NO_VERSION), "npm/package.json must have {NO_VERSION}: it is filled in here");
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fs::create_dir_all(package)?;
    fs::write(package.join("package.json"), description.replace(NO_VERSION, &version))?;
    for name in OURS {
        copy(&sources.join(name), &package.join(name))?;
    }
    for name in LICENCES {
        copy(&workspace::root().join(name), &package.join(name))?;
    }
    let public = package.join("public");
    for name in ["sada.js", "sada.js.sri"] {
        copy(&dist.join(name), &public.join(name))?;
    }
    for folder in ["surveys", "widget"] {
        for file in published(&dist.join(folder))? {
            copy(&file, &public.join(folder).join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// The files in a folder, without their compressed forms and without what only we look at.
fn published(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_published = |path: &PathBuf| {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        !matches!(end, "br" | "gz") && !path.ends_with("sizes.json")
    };
    Ok(paths.into_iter().filter(is_published).collect())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::Tools;
    use serde_json::Value;

    fn read(name: &str) -> String {
        fs::read_to_string(workspace::root().join("npm").join(name)).unwrap()
    }

    fn json(name: &str) -> Value {
        serde_json::from_str(&read(name)).unwrap()
    }

    #[test]
    fn package_has_all_that_it_names_and_nothing_compressed() {
        let (dist, package) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for name in ["sada.js", "sada.js.br", "sada.js.sri", "widget/a.wasm", "widget/a.wasm.gz", "widget/sizes.json"] {
            let path = dist.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        fs::create_dir(dist.path().join("surveys")).unwrap();
        make(dist.path(), package.path()).unwrap();

        let description: Value =
            serde_json::from_slice(&fs::read(package.path().join("package.json")).unwrap()).unwrap();
        assert_eq!(description["version"], env!("CARGO_PKG_VERSION"));
        for name in description["files"].as_array().unwrap() {
            assert!(package.path().join(name.as_str().unwrap()).exists(), "{name}");
        }
        let public = |name: &str| package.path().join("public").join(name).exists();
        assert!(public("sada.js") && public("sada.js.sri") && public("widget/a.wasm"));
        assert!(!public("sada.js.br") && !public("widget/a.wasm.gz") && !public("widget/sizes.json"));
    }

    #[test]
    fn manifest_and_types_name_the_same_things() {
        let manifest = json("custom-elements.json");
        let element = &manifest["modules"][0]["declarations"][0];
        let types = read("index.d.ts");
        let names = |of: &str| -> Vec<String> {
            element[of].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        for name in names("attributes").iter().filter_map(|name| name.strip_prefix("data-")) {
            let wanted = if name.ends_with('*') {
                format!("data-{}…", name.trim_end_matches('*'))
            } else {
                format!("  {name}")
            };
            assert!(types.contains(&wanted), "{name}");
        }
        for name in names("members") {
            assert!(types.contains(&format!("  {name}(")), "{name}");
        }
        for name in names("events") {
            assert!(types.contains(&format!("'{name}': CustomEvent<")), "{name}");
        }
        let theme = fs::read_to_string(workspace::root().join("www/loader/theme.js")).unwrap();
        for name in
            names("cssProperties").iter().filter(|name| !matches!(name.as_str(), "--sada-font" | "--sada-radius"))
        {
            assert!(theme.contains(&format!("'{name}': [")), "{name}");
        }
    }

    /// What a site's own TypeScript may write, and what it may not.
    const SITE: &str = r"
import { feedback, load, type SadaFeedback } from './index.js';

const popup: SadaFeedback = await feedback({ src: '/sada.js', site: 'shop', corner: 'top-start', attributes: { plan: 'pro' } });
popup.open({ survey: 'csat', values: { name: 'Zoe', cups: 3 } });
popup.addEventListener('sada:sent', (event) => event.detail.id.toUpperCase());
document.addEventListener('sada:closed', (event) => event.detail?.survey.length);
document.querySelector('sada-feedback')?.ask();
document.createElement('sada-feedback').push(['set', { touchpoint: 'checkout' }]);
sada.close();
await load({ src: '/sada.js', integrity: 'sha384-x', nonce: 'n' });

// @ts-expect-error a site has a key
feedback({ src: '/sada.js' });
// @ts-expect-error there is no such corner
feedback({ src: '/sada.js', site: 'shop', corner: 'left' });
// @ts-expect-error a method that does not exist
sada.push(['hide']);
// @ts-expect-error where answers go is said by attributes alone
sada.set({ endpoint: 'https://elsewhere.example/' });
";

    #[test]
    fn typescript_understands_the_types() {
        let folder = tempfile::tempdir().unwrap();
        copy(&workspace::root().join("npm/index.d.ts"), &folder.path().join("index.d.ts")).unwrap();
        let site = folder.path().join("site.ts");
        fs::write(&site, SITE).unwrap();
        let mut compiler = Tools::locate().unwrap().command("tsc").unwrap();
        compiler.args(["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"]).arg(&site);
        fs::write(folder.path().join("package.json"), r#"{"type":"module"}"#).unwrap();
        let ran = compiler.output().expect("TypeScript is there: run `cargo xtask setup`");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    }
}
