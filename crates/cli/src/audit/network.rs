//! Where on the network a page may lead: what it links to is asked for from where the auditor stands, and that may be
//! inside of a network that the author of the page cannot reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A part of the network: one address, or all that begin alike (CIDR, RFC 4632).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u32,
}

impl Network {
    const fn v4(a: u8, b: u8, c: u8, d: u8, bits: u32) -> Self {
        Self { first: IpAddr::V4(Ipv4Addr::new(a, b, c, d)), bits }
    }

    const fn v6(a: u16, b: u16, c: u16, bits: u32) -> Self {
        Self { first: IpAddr::V6(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)), bits }
    }

    /// Whether an address is in it, written as IPv4 or as IPv6.
    pub fn has(&self, address: IpAddr) -> bool {
        let differs = |one: u128, other: u128, width: u32| {
            (one ^ other).checked_shr(width.saturating_sub(self.bits)).is_some_and(|left| left != 0)
        };
        match (self.first, address.to_canonical()) {
            (IpAddr::V4(first), IpAddr::V4(address)) => !differs(first.to_bits().into(), address.to_bits().into(), 32),
            (IpAddr::V6(first), IpAddr::V6(address)) => !differs(first.to_bits(), address.to_bits(), 128),
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let wrong =
            || format!("`{text}` is no part of a network: write an address, or one with bits, as in 10.0.0.0/8");
        let first: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Self { first, bits }) }
    }
}

/// What is not on the public internet (IANA, special-purpose address registries), and what is, but answers to machines of
/// one cloud alone.
const PRIVATE: &[Network] = &[
    Network::v4(0, 0, 0, 0, 8),
    Network::v4(10, 0, 0, 0, 8),
    // Carrier-grade NAT
    Network::v4(100, 64, 0, 0, 10),
    Network::v4(127, 0, 0, 0, 8),
    // The metadata of most clouds is at 169.254.169.254.
    Network::v4(169, 254, 0, 0, 16),
    Network::v4(172, 16, 0, 0, 12),
    Network::v4(192, 0, 0, 0, 24),
    Network::v4(192, 0, 2, 0, 24),
    Network::v4(192, 88, 99, 0, 24),
    Network::v4(192, 168, 0, 0, 16),
    Network::v4(198, 18, 0, 0, 15),
    Network::v4(198, 51, 100, 0, 24),
    Network::v4(203, 0, 113, 0, 24),
    Network::v4(224, 0, 0, 0, 3),
    // Azure
    Network::v4(168, 63, 129, 16, 32),
    // Teredo and other protocols, documentation
    Network::v6(0x2001, 0, 0, 23),
    Network::v6(0x2001, 0xdb8, 0, 32),
    Network::v6(0x3fff, 0, 0, 20),
];

/// All of IPv6 that is given to anybody.
const GIVEN: Network = Network::v6(0x2000, 0, 0, 3);

/// Whether it is an address that everybody on the internet can reach alike.
pub fn is_public(address: IpAddr) -> bool {
    let address = leads_to(address);
    !PRIVATE.iter().any(|network| network.has(address)) && (address.is_ipv4() || GIVEN.has(address))
}

/// The IPv4 address that one of IPv6 stands for, if it does: mapped, NAT64 (RFC 6052) and 6to4 (RFC 3056).
fn leads_to(address: IpAddr) -> IpAddr {
    let IpAddr::V6(address) = address.to_canonical() else { return address.to_canonical() };
    let of = |high: u16, low: u16| Ipv4Addr::from_bits((u32::from(high) << 16) | u32::from(low)).into();
    match address.segments() {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => of(high, low),
        _ => address.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, is_public};

    #[test]
    fn what_everybody_can_reach_is_public() {
        for (address, expected) in [
            ("93.184.215.14", true),
            ("172.32.0.1", true),
            ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true),
            ("64:ff9b::5db8:d70e", true),
            ("127.0.0.1", false),
            ("127.9.9.9", false),
            ("0.0.0.0", false),
            ("10.1.2.3", false),
            ("172.31.255.255", false),
            ("192.168.0.1", false),
            ("100.100.100.200", false),
            ("169.254.169.254", false),
            ("168.63.129.16", false),
            ("255.255.255.255", false),
            ("::1", false),
            ("::", false),
            ("::7f00:1", false),
            ("::ffff:127.0.0.1", false),
            ("::ffff:a9fe:a9fe", false),
            ("64:ff9b::a9fe:a9fe", false),
            ("64:ff9b:1::1", false),
            ("2002:7f00:1::", false),
            ("2001:0:7f00:1::", false),
            ("fe80::1", false),
            ("fd00:ec2::254", false),
            ("ff02::1", false),
        ] {
            assert_eq!(is_public(address.parse().expect("it is an address")), expected, "{address}");
        }
    }

    #[test]
    fn networks_are_written_as_addresses_with_bits() {
        let has = |network: &str, address: &str| {
            let network: Network = network.parse().expect("it is a network");
            network.has(address.parse().expect("it is an address"))
        };
        assert!(has("127.0.0.0/8", "127.1.2.3") && has("127.0.0.1", "::ffff:127.0.0.1") && has("::1", "::1"));
        assert!(has("0.0.0.0/0", "10.0.0.1") && has("fd00::/8", "fd12::1") && has("::/0", "::1"));
        assert!(!has("127.0.0.1", "127.0.0.2") && !has("10.0.0.0/8", "11.0.0.1") && !has("fd00::/8", "fe80::1"));
        for wrong in ["", "localhost", "10.0.0.0/33", "10.0.0.0/", "::1/129", "10.0.0/8"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
