//! What the owner decides.

use crate::error::CollectorError;
use sada_survey::Survey;
use std::net::SocketAddr;
use std::path::PathBuf;
use url::Url;

const NPS: &str = include_str!("../../../www/surveys/nps.json");

/// What the owner decides. [`Config::new`] fills in what most leave as it is.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where to listen. Port 0 takes any that is free.
    pub listen: SocketAddr,
    /// The `SQLite` file. It is made if it is missing, its folder is not.
    pub database: PathBuf,
    /// Keys of the sites that must exist: 1 to 64 of `a-z`, `0-9`, `-` and `_`.
    pub sites: Vec<String>,
    /// What can be asked besides the built-in `nps`. A survey named `nps` takes its place.
    pub surveys: Vec<Survey>,
    /// Where visitors and owner reach the collector, if a proxy stands before it. `https` makes cookies secure.
    pub public_url: Option<Url>,
    /// How many proxies stand before the collector and add the peer's address to `X-Forwarded-For`.
    pub trusted_hops: usize,
    /// Make a new password, also if there is one. Every session ends.
    pub new_password: bool,
    /// How much is taken at once.
    pub limits: Limits,
}

impl Config {
    /// A collector for the one site `demo`.
    pub fn new(listen: SocketAddr, database: PathBuf) -> Self {
        Self {
            listen,
            database,
            sites: vec!["demo".to_owned()],
            surveys: Vec::new(),
            public_url: None,
            trusted_hops: 0,
            new_password: false,
            limits: Limits::default(),
        }
    }

    /// Every survey that can be asked, the built-in one first.
    pub(crate) fn all_surveys(&self) -> Result<Vec<Survey>, CollectorError> {
        let mut all: Vec<Survey> = Vec::new();
        if !self.surveys.iter().any(|survey| survey.id == "nps") {
            all.push(Survey::from_json(NPS).expect("the built-in survey is checked by a test"));
        }
        for survey in &self.surveys {
            if all.iter().any(|earlier| earlier.id == survey.id) {
                return Err(CollectorError::SameSurvey(survey.id.clone()));
            }
            all.push(survey.clone());
        }
        Ok(all)
    }
}

/// How much is taken at once. What is above gets 429 or 503 with `Retry-After`, and is sent again later.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// Responses from one address; from one /64 in IPv6.
    pub per_address: Rate,
    /// Responses to one site.
    pub per_site: Rate,
    /// Tries to log in from one address.
    pub log_in_per_address: Rate,
    /// Tries to log in from anywhere.
    pub log_in: Rate,
    /// Responses that wait to be written.
    pub queue: usize,
    /// Connections that are open at once. More wait until one closes.
    pub connections: usize,
}

impl Default for Limits {
    /// An office or a kiosk behind one address can answer all at once; a flood cannot.
    fn default() -> Self {
        Self {
            per_address: Rate { burst: 120, per_second: 2.0 },
            per_site: Rate { burst: 2_000, per_second: 500.0 },
            log_in_per_address: Rate { burst: 5, per_second: 1.0 / 30.0 },
            log_in: Rate { burst: 50, per_second: 1.0 },
            queue: 1_024,
            connections: 1_024,
        }
    }
}

/// How often something may happen.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// How often at once, after a pause.
    pub burst: u32,
    /// How often in the long run. Above 0.
    pub per_second: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config::new(([127, 0, 0, 1], 0).into(), PathBuf::from("sada.db"))
    }

    #[test]
    fn the_built_in_survey_reads() {
        assert_eq!(config().all_surveys().unwrap()[0].id, "nps");
    }

    #[test]
    fn a_survey_of_the_owner_takes_the_place_of_the_built_in_one() {
        let mut own = Survey::from_json(NPS).unwrap();
        own.version = 7;
        let surveys = Config { surveys: vec![own.clone()], ..config() }.all_surveys().unwrap();
        assert_eq!((surveys.len(), surveys[0].version), (1, 7));
        let twice = Config { surveys: vec![own.clone(), own], ..config() }.all_surveys();
        assert!(matches!(twice, Err(CollectorError::SameSurvey(id)) if id == "nps"));
    }
}
