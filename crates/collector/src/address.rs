//! Who is asking, as far as limits need to know. Addresses stay in memory: none is stored or logged.

use crate::app::App;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Whom a limit counts: one IPv4 address, or one /64 of IPv6, which is what one household gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Client(IpAddr);

impl FromRequestParts<App> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0);
        Ok(Self::of(client_address(peer, &parts.headers, app.trusted_hops)))
    }
}

impl Client {
    fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from(u128::from(address) & !u128::from(u64::MAX)).into(),
            address @ IpAddr::V4(_) => address,
        })
    }
}

/// Each trusted proxy has appended its own peer to `X-Forwarded-For`, so the list is read from the right. What lies
/// further left was written by strangers.
fn client_address(peer: IpAddr, headers: &HeaderMap, trusted_hops: usize) -> IpAddr {
    if trusted_hops == 0 {
        return peer;
    }
    let lists = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let addresses: Vec<&str> = lists.flat_map(|list| list.split(',')).map(str::trim).collect();
    addresses.len().checked_sub(trusted_hops).and_then(|index| parse(addresses[index])).unwrap_or(peer)
}

fn parse(address: &str) -> Option<IpAddr> {
    address.parse().ok().or_else(|| address.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lists: &[&'static str]) -> HeaderMap {
        lists.iter().map(|list| ("x-forwarded-for".parse().unwrap(), list.parse().unwrap())).collect()
    }

    #[test]
    fn a_forged_forwarded_for_does_not_change_who_asks() {
        let peer: IpAddr = "10.0.0.1".parse().unwrap();
        for (hops, lists, expected) in [
            (0, vec!["6.6.6.6"], "10.0.0.1"),
            (1, vec!["192.0.2.7"], "192.0.2.7"),
            (1, vec!["6.6.6.6, 192.0.2.7"], "192.0.2.7"),
            (1, vec!["6.6.6.6", "192.0.2.7:4711"], "192.0.2.7"),
            (2, vec!["6.6.6.6, 192.0.2.7, 10.0.0.9"], "192.0.2.7"),
            (2, vec!["192.0.2.7"], "10.0.0.1"),
            (1, vec!["nonsense"], "10.0.0.1"),
            (1, vec![], "10.0.0.1"),
            (1, vec!["[2001:db8::1]:80"], "2001:db8::1"),
        ] {
            let address = client_address(peer, &headers(&lists), hops);
            assert_eq!(address, expected.parse::<IpAddr>().unwrap(), "{hops} {lists:?}");
        }
    }

    #[test]
    fn a_household_is_one_client() {
        let client = |address: &str| Client::of(address.parse().unwrap());
        assert_eq!(client("2001:db8:1:2::1"), client("2001:db8:1:2:ffff::9"));
        assert_ne!(client("2001:db8:1:2::1"), client("2001:db8:1:3::1"));
        assert_eq!(client("::ffff:192.0.2.7"), client("192.0.2.7"));
        assert_ne!(client("192.0.2.8"), client("192.0.2.7"));
    }
}
