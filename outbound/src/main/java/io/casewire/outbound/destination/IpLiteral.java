package io.casewire.outbound.destination;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses written in URLs, in their one canonical form only: octal, hexadecimal, short and single-number forms mean
 * different hosts to different readers ({@code 0177.0.0.1} is loopback to some, public to {@link InetAddress}).
 */
final class IpLiteral {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

    private IpLiteral() {}

    /** Whether some reader of URLs would take that host for an IPv4 address: its last label is a number. */
    static boolean looksLikeIpv4(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    /** That address as dotted decimal, given what was written before any mapping. */
    static String ipv4(String host, String written) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null || bytes.length != 4 || !text(bytes).equals(written)) {
            throw new DestinationRefused(
                    "An IPv4 address must be written as four decimal numbers, without leading zeros.");
        }
        return host;
    }

    /** That address in the form of RFC 5952. */
    static String ipv6(String host) {
        byte[] bytes = IPV6.matcher(host).matches() ? NetUtil.createByteArrayFromIpAddressString(host) : null;
        if (bytes == null || bytes.length != 16 || !text(bytes).equals(host)) {
            throw new DestinationRefused(
                    "An IPv6 address must be written in its canonical form (RFC 5952), without a zone.");
        }
        return host;
    }

    /** The address, where that host is a literal as these methods return it; no name is looked up. */
    static Optional<InetAddress> address(String host) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        return bytes == null ? Optional.empty() : Optional.of(address(bytes));
    }

    private static String text(byte[] bytes) {
        return NetUtil.toAddressString(address(bytes));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four or sixteen bytes are an address", e);
        }
    }
}
