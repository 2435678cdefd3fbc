package io.casewire.outbound.client;

import io.casewire.outbound.destination.Destinations;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;

/** What stands between clients and the network, and outlives each of them: who is looked up, and which address is connected to. */
public final class Guard implements AutoCloseable {
    private final Lookups lookups;
    private final GuardedResolvers resolvers;

    public Guard(Destinations destinations) {
        lookups = new Lookups(destinations);
        resolvers = new GuardedResolvers(lookups);
    }

    AddressResolverGroup<InetSocketAddress> resolvers() {
        return resolvers;
    }

    /** Ends the look-ups under way; to be called after its clients are closed. */
    @Override
    public void close() {
        lookups.close();
    }
}
