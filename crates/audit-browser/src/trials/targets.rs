//! What lies behind links and frames that have one name and different addresses.

use crate::probe::{Probe, Stopped};
use crate::read::Reading;
use sada_audit::{Resource, addresses_to_compare};

/// More addresses of a page are not fetched.
const MOST: usize = 40;

/// Where an address leads in the end, the title and the words there, and whether there are scripts.
type Found = Option<(String, String, String, bool)>;

/// Fetches the addresses that decide, as far as they are of the page's own origin and answer in time. Nothing is sent along
/// that the browser knows of the visitor.
pub fn fetch(probe: &Probe<'_>, reading: &mut Reading) -> Result<(), Stopped> {
    let mut addresses = addresses_to_compare(reading.builder.so_far());
    addresses.truncate(MOST);
    if addresses.is_empty() {
        return Ok(());
    }
    let list = serde_json::Value::from(addresses.clone());
    let found: Vec<Found> = probe.run(0, &format!("Promise.all({list}.map(sadaProbe.resource))"))?;
    for (address, found) in addresses.iter().zip(found) {
        if let Some((url, title, text, is_scripted)) = found {
            reading.builder.set_resource(address, Resource::new(url, &title, &text, is_scripted));
        }
    }
    Ok(())
}
