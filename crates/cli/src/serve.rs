//! `sada serve`: collector and dashboard.

use crate::error::{CliError, in_one_line};
use crate::{print, survey};
use sada_collector::{Collector, CollectorError, Config};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;
use url::Url;

#[derive(Debug, clap::Args)]
pub struct Flags {
    /// Address and port to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8787")]
    listen: SocketAddr,
    /// The `SQLite` file; made if it is missing
    #[arg(long, value_name = "FILE", default_value = "sada.db")]
    database: PathBuf,
    /// Key of a site that may send responses; may be given several times
    #[arg(long = "site", value_name = "KEY", default_value = "demo")]
    sites: Vec<String>,
    /// A survey besides the built-in `nps`; may be given several times
    #[arg(long = "survey", value_name = "FILE")]
    surveys: Vec<PathBuf>,
    /// The address people use, if a proxy stands in front
    #[arg(long, value_name = "URL")]
    public_url: Option<Url>,
    /// How many proxies in front add to X-Forwarded-For
    #[arg(long, value_name = "N", default_value_t = 0)]
    trusted_hops: usize,
    /// Make a new password for the dashboard; everybody is signed out
    #[arg(long)]
    new_password: bool,
}

pub fn run(flags: Flags) -> Result<ExitCode, CliError> {
    let surveys = flags.surveys.iter().map(|path| survey::read(path)).collect::<Result<_, _>>()?;
    let mut config = Config::new(flags.listen, flags.database);
    config.sites = flags.sites;
    config.surveys = surveys;
    config.public_url = flags.public_url;
    config.trusted_hops = flags.trusted_hops;
    config.new_password = flags.new_password;

    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Runtime::new().map_err(|error| CliError::Collector {
        reason: error.to_string(),
        help: "the system gives no threads: are its limits too low?",
    })?;
    runtime.block_on(async {
        let collector = Collector::open(config).await.map_err(|error| refused(&error))?;
        print::line(&format!("listening at http://{}/", collector.address()));
        if let Some(password) = collector.new_password() {
            print::line(&format!("password: {password}"));
            print::note("The password opens the dashboard and is shown only now. `--new-password` makes another.");
        }
        collector.run(interruption()).await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Ctrl-C, or SIGTERM as service managers send it.
async fn interruption() {
    let ctrl_c = async { tokio::signal::ctrl_c().await.unwrap_or_else(|_| print::note("Ctrl-C cannot be heard")) };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = ctrl_c => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    ctrl_c.await;
}

/// Every cause in one line, and what to do about it.
fn refused(error: &CollectorError) -> CliError {
    let help = match error {
        CollectorError::Listen { .. } => "is something else listening there? Choose another address with --listen",
        CollectorError::Database { .. } => {
            "check that the folder is there and that you may write to it, or name another file with --database"
        }
        CollectorError::SiteName(_) => "name it in the form `--site my-shop`",
        CollectorError::SameSurvey(_) => "change the `id` in one of the files",
        _ => "nothing was changed; keep the file, and a copy of it",
    };
    let reason = in_one_line(error);
    CliError::Collector { reason, help }
}
