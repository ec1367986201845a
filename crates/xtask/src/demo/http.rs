//! Asks a server of this machine for a page.

use anyhow::{Context, Result, bail, ensure};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Fails unless the address answers 200, after some redirects perhaps.
pub fn expect_ok(url: &str) -> Result<()> {
    let origin_end = url.match_indices('/').nth(2).map_or(url.len(), |(index, _)| index);
    let (origin, mut path) = (&url[..origin_end], url[origin_end..].to_owned());
    for _ in 0..5 {
        let answer = get(origin, &path)?;
        match answer.status {
            200 => return Ok(()),
            301..=308 => {
                let place = answer.location.with_context(|| format!("{origin}{path} redirects to nowhere"))?;
                let place = place.strip_prefix(origin).unwrap_or(&place);
                ensure!(place.starts_with('/'), "{origin}{path} redirects away, to {place}");
                place.clone_into(&mut path);
            }
            status => bail!("{origin}{path} answers {status}"),
        }
    }
    bail!("{url} redirects for ever")
}

struct Answer {
    status: u16,
    location: Option<String>,
}

fn get(origin: &str, path: &str) -> Result<Answer> {
    let address = origin.strip_prefix("http://").with_context(|| format!("{origin} is not an http address"))?;
    let mut stream = TcpStream::connect(address).with_context(|| format!("nobody listens at {address}"))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).with_context(|| format!("{origin}{path} does not answer"))?;
    let answer = String::from_utf8_lossy(&answer);
    let head = answer.split("\r\n\r\n").next().unwrap_or_default();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let location = head.lines().filter_map(|line| line.split_once(':'));
    let location = location.filter(|(name, _)| name.eq_ignore_ascii_case("location")).map(|(_, value)| value.trim());
    Ok(Answer {
        status: status.with_context(|| format!("{origin}{path} does not speak HTTP"))?,
        location: location.map(str::to_owned).next(),
    })
}
