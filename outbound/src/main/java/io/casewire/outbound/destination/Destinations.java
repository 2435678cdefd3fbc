package io.casewire.outbound.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Decides where may be connected to: when somebody names a URL and again at every connection. */
public final class Destinations {
    private final boolean allowHttp;
    private final AddressRules rules;
    private final NameResolver names;

    /**
     * @param allowedNetworks in CIDR form, that may be connected to although they are not public, for example {@code 10.20.0.0/16}
     * @param allowHttp whether URLs may use plain http
     * @throws IllegalArgumentException for a network that is none
     */
    public Destinations(List<String> allowedNetworks, boolean allowHttp, NameResolver names) {
        this.allowHttp = allowHttp;
        this.rules =
                new AddressRules(allowedNetworks.stream().map(Network::parse).toList());
        this.names = names;
    }

    /**
     * Reads a URL and looks where it leads today.
     *
     * @throws DestinationRefused with a sentence fit for who named it
     */
    public Endpoint check(String url) {
        Endpoint endpoint = parse(url);
        try {
            address(endpoint.host());
        } catch (UnknownHostException e) {
            throw new DestinationRefused("The host " + endpoint.host() + " is not known to the name servers.");
        }
        return endpoint;
    }

    /**
     * Reads a URL without looking up its host.
     *
     * @throws DestinationRefused with a sentence fit for who named it
     */
    public Endpoint parse(String url) {
        return Endpoint.parse(url, allowHttp);
    }

    /**
     * The address to connect to. One forbidden address among several refuses the name: who answers with both is trying
     * something.
     *
     * @throws DestinationRefused when an address of that host is forbidden
     * @throws UnknownHostException when the host has none
     */
    public InetAddress address(String host) throws UnknownHostException {
        InetAddress literal = IpLiteral.address(host).orElse(null);
        List<InetAddress> addresses = literal == null ? names.addresses(host) : List.of(literal);
        for (InetAddress address : addresses) {
            rules.refusal(address).ifPresent(why -> {
                throw new DestinationRefused(
                        "The host " + host + " leads to an address that is not public (" + why + ").");
            });
        }
        return addresses.getFirst();
    }
}
