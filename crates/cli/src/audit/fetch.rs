//! Getting pages and style sheets over HTTP.

use std::io::Read;
use std::time::Duration;
use url::Url;

/// A page with more is no page.
const MOST_BYTES: u64 = 64 << 20;

/// One client for a whole run.
pub struct Fetcher {
    agent: ureq::Agent,
}

/// What came back.
pub struct Fetched {
    /// Where it came from, after redirects.
    pub url: Url,
    /// The header `content-type`; empty if there is none.
    pub content_type: String,
    pub bytes: Vec<u8>,
}

impl Fetcher {
    pub fn new() -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(30)))
            .timeout_connect(Some(Duration::from_secs(10)))
            .max_redirects(5)
            .user_agent(concat!("sada/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into() }
    }

    /// Gets what is there. The error says why not, as a clause.
    pub fn get(&self, url: &Url) -> Result<Fetched, String> {
        let response = self.agent.get(url.as_str()).call().map_err(|error| reason(&error))?;
        let header = response.headers().get("content-type").and_then(|value| value.to_str().ok());
        let content_type = header.unwrap_or_default().to_owned();
        let final_url = ureq::ResponseExt::get_uri(&response).to_string();
        let mut bytes = Vec::new();
        let body = response.into_body().into_with_config().limit(MOST_BYTES).reader();
        body.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| format!("it broke off: {error}"))?;
        Ok(Fetched { url: Url::parse(&final_url).unwrap_or_else(|_| url.clone()), content_type, bytes })
    }
}

fn reason(error: &ureq::Error) -> String {
    match error {
        ureq::Error::StatusCode(status) => format!("the server answers {status}"),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        ureq::Error::ConnectionFailed => "nothing answers there".to_owned(),
        ureq::Error::Timeout(_) => "it takes longer than 30 seconds".to_owned(),
        ureq::Error::TooManyRedirects => "it redirects more than five times".to_owned(),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            "nothing answers there".to_owned()
        }
        other => other.to_string(),
    }
}
