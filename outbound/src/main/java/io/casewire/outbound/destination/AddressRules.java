package io.casewire.outbound.destination;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses may be connected to. The table follows IANA's registries of special-purpose IPv4 and IPv6 addresses
 * (RFC 6890 and its updates), with what cloud providers use for metadata; of IPv6 only global unicast (2000::/3) is let through at all. {@link InetAddress}'s own flags
 * know neither {@code fc00::/7} nor the IPv6 forms that carry an IPv4 address, so they are not asked.
 */
final class AddressRules {
    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden("0.0.0.0/8", "this network"),
            new Forbidden("10.0.0.0/8", "private"),
            new Forbidden("100.64.0.0/10", "shared by carriers"),
            new Forbidden("127.0.0.0/8", "loopback"),
            new Forbidden("168.63.129.16/32", "cloud metadata"),
            new Forbidden("169.254.0.0/16", "link-local and cloud metadata"),
            new Forbidden("172.16.0.0/12", "private"),
            new Forbidden("192.0.0.0/24", "protocol assignments"),
            new Forbidden("192.0.2.0/24", "documentation"),
            new Forbidden("192.31.196.0/24", "AS112"),
            new Forbidden("192.52.193.0/24", "multicast tunnels"),
            new Forbidden("192.88.99.0/24", "6to4 relay"),
            new Forbidden("192.168.0.0/16", "private"),
            new Forbidden("192.175.48.0/24", "AS112"),
            new Forbidden("198.18.0.0/15", "benchmarking"),
            new Forbidden("198.51.100.0/24", "documentation"),
            new Forbidden("203.0.113.0/24", "documentation"),
            new Forbidden("224.0.0.0/4", "multicast"),
            new Forbidden("240.0.0.0/4", "reserved and broadcast"),
            new Forbidden("::1/128", "loopback"),
            new Forbidden("::ffff:0:0/96", "IPv4-mapped"),
            new Forbidden("::/96", "unspecified or IPv4-compatible"),
            new Forbidden("64:ff9b::/96", "NAT64"),
            new Forbidden("64:ff9b:1::/48", "NAT64"),
            new Forbidden("100::/64", "discard"),
            new Forbidden("2001::/32", "Teredo"),
            new Forbidden("2001::/23", "protocol assignments"),
            new Forbidden("2001:db8::/32", "documentation"),
            new Forbidden("2002::/16", "6to4"),
            new Forbidden("2620:4f:8000::/48", "AS112"),
            new Forbidden("3ffe::/16", "returned test network"),
            new Forbidden("3fff::/20", "documentation"),
            new Forbidden("5f00::/16", "segment routing"),
            new Forbidden("fc00::/7", "unique local"),
            new Forbidden("fe80::/10", "link-local"),
            new Forbidden("fec0::/10", "site-local"),
            new Forbidden("ff00::/8", "multicast"));
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private final List<Network> allowed;

    /** @param allowed networks the operator permits although the table forbids them */
    AddressRules(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why that address is forbidden, in a word or two; empty where it is not. */
    Optional<String> refusal(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        Optional<String> forbidden = FORBIDDEN.stream()
                .filter(entry -> entry.network().contains(address))
                .map(Forbidden::why)
                .findFirst();
        if (forbidden.isEmpty() && address.getAddress().length == 16 && !GLOBAL_UNICAST.contains(address)) {
            return Optional.of("not global unicast");
        }
        return forbidden;
    }

    private record Forbidden(Network network, String why) {
        Forbidden(String cidr, String why) {
            this(Network.parse(cidr), why);
        }
    }
}
