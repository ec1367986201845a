//! What every request can reach.

use crate::address::Client;
use crate::config::{Config, Limits};
use crate::error::CollectorError;
use crate::ingest::{self, Queue, Writer};
use crate::limiter::{Limiter, Wait};
use crate::store::{SqliteStore, Store};
use crate::{clock, secret};
use sada_survey::Survey;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::Semaphore;
use url::Url;

/// How many passwords are checked at once: each takes 19 MiB and a core.
const PASSWORDS_AT_ONCE: usize = 2;

/// What every request can reach. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) queue: Queue,
    pub(crate) surveys: Arc<[Survey]>,
    pub(crate) public_url: Option<Arc<Url>>,
    pub(crate) trusted_hops: usize,
    pub(crate) gate: Arc<Gate>,
}

/// What is let in, and how often.
pub(crate) struct Gate {
    addresses: Limiter<Client>,
    sites: Limiter<String>,
    log_in_addresses: Limiter<Client>,
    log_in: Limiter<()>,
    pub(crate) passwords: Semaphore,
}

impl Gate {
    fn new(limits: &Limits) -> Self {
        Self {
            addresses: Limiter::new(limits.per_address),
            sites: Limiter::new(limits.per_site),
            log_in_addresses: Limiter::new(limits.log_in_per_address),
            log_in: Limiter::new(limits.log_in),
            passwords: Semaphore::new(PASSWORDS_AT_ONCE),
        }
    }

    /// One response of a client.
    pub(crate) fn admit_client(&self, client: Client) -> Result<(), Wait> {
        self.addresses.take(client, Instant::now())
    }

    /// One response to a site. Ask only for sites that exist: keys that strangers make up would fill the memory.
    pub(crate) fn admit_site(&self, site: &str) -> Result<(), Wait> {
        self.sites.take(site.to_owned(), Instant::now())
    }

    /// One try to log in. The client is asked first, so that one flood does not lock everybody out.
    pub(crate) fn admit_log_in(&self, client: Client) -> Result<(), Wait> {
        let now = Instant::now();
        self.log_in_addresses.take(client, now)?;
        self.log_in.take((), now)
    }
}

/// An app, what writes for it, and the password if one was made.
pub(crate) struct Opened {
    pub(crate) app: App,
    pub(crate) writer: Writer,
    pub(crate) password: Option<String>,
}

impl App {
    /// Opens the database, makes the sites and the first password.
    pub(crate) async fn open(config: &Config) -> Result<Opened, CollectorError> {
        let surveys = config.all_surveys()?;
        if let Some(site) = config.sites.iter().find(|site| !sada_survey::is_name(site)) {
            return Err(CollectorError::SiteName(site.clone()));
        }
        let is_origin =
            |url: &&Url| matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.query().is_none();
        if let Some(url) = config.public_url.as_ref().filter(|url| !is_origin(url)) {
            return Err(CollectorError::PublicUrl(url.clone()));
        }
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&config.database).await?);
        for site in &config.sites {
            store.add_site(site, clock::now()).await?;
        }
        let mut password = None;
        if config.new_password || store.password_hash().await?.is_none() {
            let made = secret::code();
            store.set_password_hash(&secret::hash_password(&made).map_err(CollectorError::Password)?).await?;
            password = Some(made);
        }
        let (queue, writer) = ingest::start(Arc::clone(&store), config.limits.queue.max(1));
        let app = App {
            store,
            queue,
            surveys: surveys.into(),
            public_url: config.public_url.clone().map(Arc::new),
            trusted_hops: config.trusted_hops,
            gate: Arc::new(Gate::new(&config.limits)),
        };
        Ok(Opened { app, writer, password })
    }

    /// The survey with this id.
    pub(crate) fn survey(&self, id: &str) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.id == id)
    }

    /// Whether visitors reach the collector by https.
    pub(crate) fn is_secure(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.scheme() == "https")
    }
}
