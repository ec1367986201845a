//! What lies behind links and frames that have one name and different addresses, and what other pages begin with.

use crate::medium;
use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Resource, addresses_to_compare};
use sada_devtools::DevtoolsError;
use serde::Deserialize;
use std::time::{Duration, Instant};

/// More addresses of a page are not fetched.
const MOST: usize = 40;
/// What scripts make is shown in a tab of its own; of more addresses that is not seen.
const MOST_SHOWN: usize = 8;
/// How long one of them may take, and all.
const LIMIT: Duration = Duration::from_secs(5);
const LIMIT_OF_ALL: Duration = Duration::from_secs(15);

/// What an address gives.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    url: String,
    title: String,
    heading: String,
    language: String,
    words: String,
    boxes: Vec<String>,
    is_scripted: bool,
    is_mixed: bool,
}

impl Found {
    fn into_resource(self) -> Resource {
        Resource::new(self.url, &self.title, &self.words, self.is_scripted)
            .headed(&self.heading, &self.language)
            .mixed(self.is_mixed)
            .made_of(self.boxes.iter().map(String::as_str))
    }
}

/// Fetches the addresses that decide, as far as they are of the page's own origin and answer in time. Nothing is sent along
/// that the browser knows of the visitor. What has scripts is shown as well, so that these have done what they do.
pub fn fetch(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    let mut addresses = addresses_to_compare(reading.builder.so_far());
    addresses.truncate(MOST);
    if addresses.is_empty() {
        return Ok(());
    }
    let list = serde_json::Value::from(addresses.clone());
    let found: Vec<Option<Found>> = probe.run(0, &format!("Promise.all({list}.map(sadaProbe.resource))"))?;
    let begun = Instant::now();
    let mut shown = 0;
    for (address, found) in addresses.iter().zip(found) {
        let Some(mut found) = found else { continue };
        if found.is_scripted && shown < MOST_SHOWN && begun.elapsed() < LIMIT_OF_ALL {
            shown += 1;
            found = show(probe, address, &found.url)?.unwrap_or(found);
        }
        reading.builder.set_resource(address, found.into_resource());
    }
    Ok(())
}

/// What an address gives once its scripts have run; `None` if it does not open or leads to another site.
fn show(probe: &Probe<'_>, address: &str, fetched_from: &str) -> Result<Option<Found>, DevtoolsError> {
    let tab = probe.tab().context().new_tab()?;
    medium::emulate(&tab, probe.visitor())?;
    let Ok(arrival) = tab.navigate(address, LIMIT) else { return Ok(None) };
    let origin = |url: &str| url.splitn(4, '/').take(3).map(str::to_owned).collect::<Vec<_>>();
    let is_page = arrival.is_quiet && arrival.status.is_none_or(|status| status < 400);
    if !is_page || origin(&arrival.url) != origin(fetched_from) {
        return Ok(None);
    }
    let Ok(shown) = Probe::new(&tab, probe.visitor(), 0, LIMIT) else { return Ok(None) };
    Ok(shown.run(0, "sadaProbe.saysNow()").ok())
}
