//! The collector as one thing to open and run.

use crate::app::{App, Opened};
use crate::config::Config;
use crate::error::CollectorError;
use crate::ingest::Writer;
use crate::{routes, serve};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::timeout;

/// How long the last commit may take at the end.
const LAST_COMMIT: Duration = Duration::from_secs(2);

/// A collector that listens but does not answer yet.
///
/// ```no_run
/// # async fn example() -> Result<(), sada_collector::CollectorError> {
/// use sada_collector::{Collector, Config};
///
/// let collector = Collector::open(Config::new(([127, 0, 0, 1], 8080).into(), "sada.db".into())).await?;
/// if let Some(password) = collector.new_password() {
///     eprintln!("The password of the dashboard is {password}");
/// }
/// collector.run(async { tokio::signal::ctrl_c().await.unwrap_or_default() }).await;
/// # Ok(())
/// # }
/// ```
pub struct Collector {
    listener: TcpListener,
    address: SocketAddr,
    app: App,
    writer: Writer,
    password: Option<String>,
    most_connections: usize,
}

impl Collector {
    /// Takes the address, opens the database, and makes the owner's password on the first start.
    ///
    /// # Errors
    /// The address is taken, the database cannot be used, or two surveys have one id.
    pub async fn open(config: Config) -> Result<Self, CollectorError> {
        let unusable = |source| CollectorError::Listen { address: config.listen, source };
        // The address comes first: a password that is made and then not shown is lost.
        let listener = TcpListener::bind(config.listen).await.map_err(unusable)?;
        let address = listener.local_addr().map_err(unusable)?;
        let Opened { app, writer, password } = App::open(&config).await?;
        Ok(Self { listener, address, app, writer, password, most_connections: config.limits.connections })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The password of the dashboard, if this start has made one. It is shown nowhere else, ever: tell the owner.
    pub fn new_password(&self) -> Option<&str> {
        self.password.as_deref()
    }

    /// What every request reaches; for [`router`](crate::router) without a port.
    pub fn app(&self) -> App {
        self.app.clone()
    }

    /// Answers until `shutdown`. Then it stops accepting, lets answers under way finish, and commits what it took:
    /// at most ten seconds.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let router = routes::router(self.app.clone());
        serve::serve(self.listener, router, self.most_connections, shutdown).await;
        let end = async {
            self.writer.finish().await;
            self.app.store.close().await;
        };
        if timeout(LAST_COMMIT, end).await.is_err() {
            tracing::error!("the database did not finish in time: answers that were not acknowledged may be missing");
        }
    }
}
