package io.casewire.notify.destination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows what a test tells it. */
public final class FixedNames implements NameResolver {
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** From now on that name leads to that address. */
    public void put(String name, String address) {
        names.put(name, address);
    }

    /** Destinations that ask here, plain http included. */
    public Destinations destinations(String... allowed) {
        return new Destinations(new DestinationSettings(List.of(allowed), true), this);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        String address = names.get(host);
        if (address == null) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(address));
    }
}
