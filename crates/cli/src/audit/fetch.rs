//! Getting pages and style sheets over HTTP.

use super::network::{Network, is_public};
use std::collections::HashMap;
use std::io::Read;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::http::uri::Authority;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use url::{Host, Url};

/// A page with more is no page.
const MOST_BYTES: u64 = 64 << 20;
const LONGEST: Duration = Duration::from_secs(30);
const MOST_REDIRECTS: usize = 5;

/// Two clients for a whole run.
pub struct Fetcher {
    /// Goes where somebody who named a page wants to go.
    willing: ureq::Agent,
    /// Goes where a page wants to go, if that is on the public internet or was allowed.
    guarded: ureq::Agent,
    allowed: Vec<Network>,
}

/// How much may be got.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub until: Instant,
    pub bytes: u64,
}

impl Limits {
    /// Those of one page.
    pub fn of_page() -> Self {
        Self { until: Instant::now() + LONGEST, bytes: MOST_BYTES }
    }
}

/// What came back.
pub struct Fetched {
    /// Where it came from, after redirects.
    pub url: Url,
    /// The header `content-type`; empty if there is none.
    pub content_type: String,
    pub bytes: Vec<u8>,
}

/// Why nothing came back, as a clause.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// Nobody was asked.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("{0}")]
    Failed(String),
}

/// A page may not lead there.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("pages may not lead to {0}, which is not on the public internet; --allow-network {0} lets them")]
pub struct Refused(IpAddr);

impl Fetcher {
    /// `allowed` is where pages may lead besides the public internet.
    pub fn new(allowed: &[Network]) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_connect(Some(Duration::from_secs(10)))
            .max_redirects(0)
            .user_agent(concat!("sada/", env!("CARGO_PKG_VERSION")))
            .build();
        let agent = |resolver| ureq::Agent::with_parts(config.clone(), DefaultConnector::default(), resolver);
        Self {
            willing: agent(Hosts { allowed: None, known: Mutex::default() }),
            guarded: agent(Hosts { allowed: Some(allowed.to_owned()), known: Mutex::default() }),
            allowed: allowed.to_owned(),
        }
    }

    /// Gets what is there. `own` is the host that was named by somebody, wherever it is; any other host must be on the
    /// public internet or be allowed, after each redirect anew.
    pub fn get(&self, url: &Url, own: Option<&str>, limits: Limits) -> Result<Fetched, FetchError> {
        let failed = |reason: &str| FetchError::Failed(reason.to_owned());
        let mut url = url.clone();
        for _ in 0..=MOST_REDIRECTS {
            let left = limits.until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(failed("it takes too long"));
            }
            let agent = if own.is_some() && url.host_str() == own { &self.willing } else { self.guard(&url)? };
            let request = agent.get(url.as_str()).config().timeout_global(Some(left)).build();
            let response = request.call().map_err(|error| reason(&error))?;
            let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
            if let Some(next) = header("location").filter(|_| response.status().is_redirection()) {
                url = url.join(next).map_err(|_| failed("it redirects to what is no address"))?;
                if !matches!(url.scheme(), "http" | "https") {
                    return Err(failed("it redirects to what is not on the web"));
                }
                continue;
            }
            let content_type = header("content-type").unwrap_or_default().to_owned();
            let mut bytes = Vec::new();
            let body = response.into_body().into_with_config().limit(u64::MAX).reader();
            let broken = |error: std::io::Error| FetchError::Failed(format!("it broke off: {error}"));
            body.take(limits.bytes + 1).read_to_end(&mut bytes).map_err(broken)?;
            if bytes.len() as u64 > limits.bytes {
                return Err(FetchError::Failed(format!("it is larger than {} bytes", limits.bytes)));
            }
            return Ok(Fetched { url, content_type, bytes });
        }
        Err(failed("it redirects more than five times"))
    }

    /// The client that looks where hosts are. Addresses it would not be asked about if a proxy is set.
    fn guard(&self, url: &Url) -> Result<&ureq::Agent, Refused> {
        let literal = match url.host() {
            Some(Host::Ipv4(address)) => Some(address.into()),
            Some(Host::Ipv6(address)) => Some(address.into()),
            _ => None,
        };
        match literal.filter(|address| !may_be_asked(*address, &self.allowed)) {
            Some(address) => Err(Refused(address)),
            None => Ok(&self.guarded),
        }
    }
}

fn may_be_asked(address: IpAddr, allowed: &[Network]) -> bool {
    is_public(address) || allowed.iter().any(|network| network.has(address))
}

/// Says where hosts are: the first time is kept for the run, so that none moves into a private network in between.
#[derive(Debug)]
struct Hosts {
    /// What may be asked besides the public internet; `None` if anything may.
    allowed: Option<Vec<Network>>,
    /// By scheme, host and port.
    known: Mutex<HashMap<String, ResolvedSocketAddrs>>,
}

impl Resolver for Hosts {
    fn resolve(&self, uri: &Uri, config: &Config, left: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        // A proxy was named by whoever runs this.
        if config.proxy().is_some_and(|proxy| Some(proxy.host()) == uri.host()) {
            return DefaultResolver::default().resolve(uri, config, left);
        }
        let authority = uri.authority().map(Authority::as_str).unwrap_or_default();
        let host = [uri.scheme_str().unwrap_or_default(), authority].join(" ");
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&host) {
            return Ok(known.clone());
        }
        let found = DefaultResolver::default().resolve(uri, config, left)?;
        if let Some(allowed) = &self.allowed
            && let Some(private) = found.iter().find(|address| !may_be_asked(address.ip(), allowed))
        {
            return Err(ureq::Error::Other(Refused(private.ip()).into()));
        }
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(host, found.clone());
        Ok(found)
    }
}

fn reason(error: &ureq::Error) -> FetchError {
    if let ureq::Error::Other(other) = error
        && let Some(refused) = other.downcast_ref::<Refused>()
    {
        return FetchError::Refused(*refused);
    }
    FetchError::Failed(match error {
        ureq::Error::StatusCode(status) => format!("the server answers {status}"),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        ureq::Error::ConnectionFailed => "nothing answers there".to_owned(),
        ureq::Error::Timeout(_) => "it takes too long".to_owned(),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            "nothing answers there".to_owned()
        }
        other => other.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::server::{Server, elsewhere, there};
    use super::{FetchError, Fetcher, Limits};
    use std::time::{Duration, Instant};
    use url::Url;

    fn get(allowed: &[&str], address: &str, own: Option<&str>) -> Result<Vec<u8>, FetchError> {
        get_within(Limits::of_page(), allowed, address, own)
    }

    fn get_within(limits: Limits, allowed: &[&str], address: &str, own: Option<&str>) -> Result<Vec<u8>, FetchError> {
        let allowed: Vec<_> = allowed.iter().map(|network| network.parse().expect("it is a network")).collect();
        let url = Url::parse(address).expect("it is an address");
        Fetcher::new(&allowed).get(&url, own, limits).map(|fetched| fetched.bytes)
    }

    fn is_refused(got: &Result<Vec<u8>, FetchError>) -> bool {
        matches!(got, Err(FetchError::Refused(_)))
    }

    #[test]
    fn page_does_not_lead_into_private_networks() {
        let inside = Server::answering(|_| there("secret"));
        for host in [
            "127.0.0.1",
            "localhost",
            "0x7f000001",
            "2130706433",
            "0177.0.0.1",
            "127.1",
            "0.0.0.0",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "169.254.169.254",
            "100.100.100.200",
        ] {
            for own in [None, Some("shop.example")] {
                let got = get(&[], &inside.url(host, "/"), own);
                assert!(is_refused(&got), "{host}: {got:?}");
            }
        }
        assert_eq!(inside.asked(), 0);
        let told = get(&[], "http://10.0.0.1/", None).expect_err("it is refused").to_string();
        assert!(told.contains("--allow-network 10.0.0.1"), "{told}");
    }

    #[test]
    fn named_hosts_and_allowed_networks_are_asked() {
        let address = Server::answering(|_| there("hello")).url("127.0.0.1", "/");
        assert_eq!(get(&[], &address, Some("127.0.0.1")).expect("it was named"), b"hello");
        assert_eq!(get(&["127.0.0.0/8"], &address, None).expect("it is allowed"), b"hello");
        assert!(is_refused(&get(&["127.0.0.2"], &address, None)));
    }

    #[test]
    fn redirects_are_looked_at_anew() {
        let inside = Server::answering(|_| there("secret"));
        for host in ["127.0.0.2", "localhost", "[::ffff:127.0.0.2]"] {
            let target = inside.url(host, "/");
            let outside = Server::answering(move |_| elsewhere(&target)).url("127.0.0.1", "/");
            for (allowed, own) in [(&[][..], Some("127.0.0.1")), (&["127.0.0.3"], Some("127.0.0.1"))] {
                let got = get(allowed, &outside, own);
                assert!(is_refused(&got), "{host}: {got:?}");
            }
        }
        assert_eq!(inside.asked(), 0);
    }

    #[test]
    fn five_redirects_are_followed_and_no_more() {
        for (redirects, arrives) in [(5, true), (6, false), (usize::MAX, false)] {
            let server = Server::answering(move |at| if at < redirects { elsewhere("/next") } else { there("here") });
            let got = get(&[], &server.url("127.0.0.1", "/"), Some("127.0.0.1"));
            assert_eq!(got.is_ok(), arrives, "{got:?}");
            assert_eq!(server.asked(), 6);
        }
    }

    #[test]
    fn what_drips_or_is_large_ends_at_its_limit() {
        let own = Some("127.0.0.1");
        let begun = Instant::now();
        let limits = Limits { until: begun + Duration::from_millis(500), ..Limits::of_page() };
        let got = get_within(limits, &[], &Server::dripping().url("127.0.0.1", "/"), own);
        // It drips for a minute.
        assert!(got.is_err() && begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
        let large = Server::answering(|_| there("more than ten bytes")).url("127.0.0.1", "/");
        let got = get_within(Limits { bytes: 10, ..Limits::of_page() }, &[], &large, own);
        assert_eq!(got.expect_err("it is too large").to_string(), "it is larger than 10 bytes");
    }
}
