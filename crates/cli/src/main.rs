//! The `sada` binary: flags in, exit codes out.

mod audit;
mod error;
mod print;
mod serve;
mod survey;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// A page is some hundred thousand small pieces of memory, made and dropped on every core.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Hears what visitors say, and whom a site shuts out.
#[derive(Debug, Parser)]
#[command(name = "sada", version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Finds what shuts people out of pages: files, folders or addresses
    Audit(audit::Flags),
    /// Collects responses and shows them: collector, dashboard, hosted survey pages and the popup's files
    Serve(serve::Flags),
    /// Checks survey files
    #[command(subcommand)]
    Survey(survey::Command),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Audit(flags) => audit::run(&flags),
        Command::Serve(flags) => serve::run(flags),
        Command::Survey(command) => survey::run(&command),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            print::error(error);
            ExitCode::from(2)
        }
    }
}
