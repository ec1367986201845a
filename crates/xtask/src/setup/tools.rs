//! The folder that holds our tools, one sub-folder per tool and version.

use super::{cargo_tools, npm};
use crate::workspace;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the tools are.
pub struct Tools {
    folder: PathBuf,
    bindgen_version: String,
}

impl Tools {
    /// `$SADA_TOOLS`, or `sada/tools` in the user's cache folder.
    pub fn locate() -> Result<Self> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = variable("SADA_TOOLS")
            .or_else(|| Some(variable("XDG_CACHE_HOME")?.join("sada/tools")))
            .or_else(|| Some(variable("HOME")?.join(".cache/sada/tools")))
            .context("no place for tools: set SADA_TOOLS to a folder")?;
        let folder = std::path::absolute(folder)?;
        Ok(Self { folder, bindgen_version: workspace::locked_version("wasm-bindgen")? })
    }

    /// The folder of all tools.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The version of wasm-bindgen that the popup is built with; its command-line tool must be the same.
    pub fn bindgen_version(&self) -> &str {
        &self.bindgen_version
    }

    /// PATH, with our tools before all others.
    pub fn path(&self) -> Result<OsString> {
        let ours = [
            cargo_tools::trunk(self).folder.join("bin"),
            cargo_tools::bindgen(self).folder.join("bin"),
            npm::programs(self),
        ];
        let others = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(ours.into_iter().chain(std::env::split_paths(&others)))
            .context("the folder for tools has a colon in its name; set SADA_TOOLS to another one")
    }

    /// One of our tools, in the workspace.
    pub fn command(&self, program: &str) -> Result<Command> {
        let mut command = Command::new(program);
        command.current_dir(workspace::root()).env("PATH", self.path()?);
        Ok(command)
    }
}
