//! Ports of this machine that nobody uses.

use crate::say;
use anyhow::{Result, bail};
use std::net::{Ipv4Addr, TcpListener};

/// How many ports after the wanted one are tried.
const TRIES: u16 = 20;

/// The wanted port, or one soon after it when it is taken.
pub fn free(wanted: u16) -> Result<u16> {
    for port in wanted..=wanted.saturating_add(TRIES) {
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            if port != wanted {
                say::progress(&format!("Port {wanted} is taken; using {port}."));
            }
            return Ok(port);
        }
    }
    bail!("ports {wanted} to {} are taken: choose another one with --port", wanted.saturating_add(TRIES))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_port_gives_way_to_another() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let wanted = taken.local_addr().unwrap().port();
        let port = free(wanted).unwrap();
        assert!(port > wanted && port <= wanted.saturating_add(TRIES));
    }
}
