//! The peers: which versions, how a site owner sets them up, and what their servers answer.

use super::assets::Assets;
use crate::setup::{self, Tools};
use crate::{child, lock};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Exact versions, as of the day in `docs/benchmarks.md`.
pub const SENTRY: (&str, &str) = ("@sentry/browser", "11.12.0");
/// As above.
pub const POSTHOG: (&str, &str) = ("posthog-js", "1.449.2");

/// Our entry files, and the paths under which their bundles are served. A release of Sentry asks the CDN for its own version.
const BUNDLES: [(&str, &str); 5] = [
    ("sentry", "/sentry.js"),
    ("sentry-async", "/sentry-async.js"),
    ("sentry-feedback-modal", "/11.12.0/feedback-modal.min.js"),
    ("sentry-feedback-screenshot", "/11.12.0/feedback-screenshot.min.js"),
    ("posthog", "/posthog.js"),
];

/// What the peers' servers answer, as the peers read it: `PostHog`'s first.
const ANSWERS: [(&str, &str, &str); 6] = [
    ("/array/phc_bench/config.js", "config.js", include_str!("peers/posthog-config.js")),
    ("/flags/", "flags.json", include_str!("peers/posthog-flags.json")),
    ("/api/surveys/", "surveys.json", include_str!("peers/posthog-surveys.json")),
    ("/e/", "status.json", r#"{"status":"Ok"}"#),
    ("/i/v0/e/", "status.json", r#"{"status":"Ok"}"#),
    // Sentry's.
    ("/api/1/envelope/", "envelope.json", "{}"),
];

/// Gets the peers where they are missing, bundles them as site owners do, and adds all that they will ask for.
pub fn add(assets: &mut Assets, tools: &Tools) -> Result<()> {
    let folder = tools.folder().join("peers");
    std::fs::create_dir_all(&folder)?;
    let _lock = lock::take(&folder.join("lock"), "getting the peers")?;
    let modules = folder.join("node_modules");
    let packages = [SENTRY, POSTHOG];
    if !packages.iter().all(|(name, version)| setup::has_package(&modules.join(name), version)) {
        let names = packages.map(|(name, version)| format!("{name}@{version}"));
        setup::fetch_packages(&names.join(" and "), &folder, &names, &folder.join("npm.log"))?;
    }
    for (name, path) in BUNDLES {
        assets.add_file(path, &bundle(tools, &folder, name)?)?;
    }
    // PostHog loads it from its host once the project has a survey.
    let surveys = format!("/static/{}/surveys.js", POSTHOG.1);
    assets.add_file(&surveys, &modules.join("posthog-js/dist/surveys.js"))?;
    for (path, file_name, body) in ANSWERS {
        assets.add(path, file_name, body)?;
    }
    Ok(())
}

fn bundle(tools: &Tools, folder: &Path, name: &str) -> Result<PathBuf> {
    let entry = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bench/peers").join(name).with_extension("js");
    let bundle = folder.join("bundles").join(name).with_extension("js");
    let mut esbuild = tools.command("esbuild")?;
    esbuild.args(["--bundle", "--minify", "--format=iife", "--target=es2020", "--legal-comments=none"]);
    esbuild.arg("--log-level=warning").arg(&entry).arg(format!("--outfile={}", bundle.display()));
    // Our entry files lie elsewhere than the packages they import.
    let advice = "Without esbuild run `cargo xtask setup`; what else is wrong stands above.";
    child::run(esbuild.env("NODE_PATH", folder.join("node_modules")), advice)?;
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cdn_has_the_release_of_sentry_that_is_bundled() {
        let from_cdn = BUNDLES.iter().filter(|(_, path)| path.contains("/feedback-"));
        assert!(from_cdn.clone().all(|(_, path)| path.starts_with(&format!("/{}/", SENTRY.1))));
        assert_eq!(from_cdn.count(), 2);
    }
}
