package io.casewire.outbound.destination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hosts that an operator lets be asked, where not every public one may be. */
public final class AllowedHosts {
    private static final String BELOW = "*.";

    private final Set<String> names;
    private final List<String> endings;

    private AllowedHosts(Set<String> names, List<String> endings) {
        this.names = Set.copyOf(names);
        this.endings = List.copyOf(endings);
    }

    /**
     * Reads names such as {@code www.example.gov.cn}, IP addresses, and {@code *.gov.cn} for every name below {@code gov.cn}, which is not
     * one of them itself. A port is none of a name: any is meant.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static AllowedHosts of(List<String> patterns) {
        Set<String> names = new HashSet<>();
        List<String> endings = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith(BELOW)) {
                String host = host(pattern, pattern.substring(BELOW.length()));
                if (IpLiteral.address(host).isPresent()) {
                    throw none(pattern);
                }
                endings.add("." + host);
            } else {
                names.add(host(pattern, pattern));
            }
        }
        return new AllowedHosts(names, endings);
    }

    /** Whether no host is allowed at all. */
    public boolean isEmpty() {
        return names.isEmpty() && endings.isEmpty();
    }

    /** Whether that host, in the form of {@link Endpoint#host}, is one of them. */
    public boolean permits(String host) {
        return names.contains(host) || endings.stream().anyMatch(host::endsWith);
    }

    private static String host(String pattern, String written) {
        try {
            return Endpoint.host(written);
        } catch (DestinationRefused e) {
            throw none(pattern);
        }
    }

    private static IllegalArgumentException none(String pattern) {
        return new IllegalArgumentException(
                "'" + pattern + "' is no host: give a name (www.example.gov.cn), or *. and a name (*.gov.cn)");
    }
}
