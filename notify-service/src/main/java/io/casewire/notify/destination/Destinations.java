package io.casewire.notify.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides where messages may go: when a subscription is made and again at every connection. */
@Component
public final class Destinations {
    private final boolean allowHttp;
    private final AddressRules rules;
    private final NameResolver names;

    Destinations(DestinationSettings settings, NameResolver names) {
        this.allowHttp = settings.allowHttp();
        this.rules = new AddressRules(
                settings.allowedNetworks().stream().map(Network::parse).toList());
        this.names = names;
    }

    /**
     * Reads a URL and looks where it leads today.
     *
     * @throws DestinationRefused with a sentence fit for the subscriber
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
     * @throws DestinationRefused with a sentence fit for the subscriber
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
