package io.casewire.cli.external;

import io.casewire.cli.connect.WrongUse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where systems outside the deployment find the broker; the broker tells them so itself, and its certificate holds the host.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port on that host
 */
public record ExternalAddress(String host, int port) {
    /** Where nothing else is said; the port inside the container as well. */
    public static final int DEFAULT_PORT = 9095;

    private static final int LAST_PORT = 65_535;
    private static final int MAX_NAME = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9][a-z0-9-]{0,62})*");

    public ExternalAddress {
        requireHost(host);
        if (port < 1 || port > LAST_PORT) {
            throw new WrongUse("a port is a number from 1 to 65535, not " + port);
        }
    }

    /**
     * Reads {@code HOST}, {@code HOST:PORT}, {@code [IPV6]} or {@code [IPV6]:PORT}.
     *
     * @throws WrongUse with a sentence for the operator
     */
    public static ExternalAddress parse(String text) {
        boolean bracketed = text.startsWith("[");
        int end = bracketed ? text.indexOf(']') + 1 : text.lastIndexOf(':');
        if (end < 0) {
            end = text.length();
        }
        String host = bracketed && end > 0 ? text.substring(1, end - 1) : text.substring(0, end);
        String rest = text.substring(end);
        return new ExternalAddress(host.toLowerCase(Locale.ROOT), rest.isEmpty() ? DEFAULT_PORT : port(rest));
    }

    /** @throws WrongUse for what is neither a host's name nor an IP address */
    static void requireHost(String host) {
        boolean fine = ip(host).isPresent()
                || (host.length() <= MAX_NAME && NAME.matcher(host).matches());
        if (!fine) {
            throw new WrongUse("not a host's name or address: " + host);
        }
    }

    /** The address a host is, where it is not a name. */
    static Optional<InetAddress> ip(String host) {
        try {
            // takes literals only, never asks a name server
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As clients write it, {@code kafka.example.org:9095}. */
    @Override
    public String toString() {
        boolean brackets = ip(host).filter(Inet6Address.class::isInstance).isPresent();
        return (brackets ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(String afterHost) {
        try {
            if (afterHost.startsWith(":")) {
                return Integer.parseUnsignedInt(afterHost.substring(1));
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new WrongUse("after the host comes a colon and a port, not " + afterHost);
    }
}
