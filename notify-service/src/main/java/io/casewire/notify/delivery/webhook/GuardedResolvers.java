package io.casewire.notify.delivery.webhook;

import io.casewire.notify.destination.DestinationRefused;
import io.casewire.notify.destination.Destinations;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asked by the client for the address of every connection, IP literals included: the address that is checked here is the
 * address connected to, with no look-up in between for a name server to answer otherwise.
 */
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {
    private final Destinations destinations;
    private final Executor lookups;

    /** @param lookups where name servers are waited for; never the event loop */
    GuardedResolvers(Destinations destinations, Executor lookups) {
        this.destinations = destinations;
        this.lookups = lookups;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {
        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
        }

        // whatever comes resolved was not checked here
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            try {
                lookups.execute(() -> look(unresolved, promise));
            } catch (RejectedExecutionException e) {
                promise.tryFailure(new UnknownHostException("Too many names are being looked up"));
            }
        }

        @Override
        protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
            Promise<InetSocketAddress> one = executor().newPromise();
            one.addListener(_ -> {
                if (one.isSuccess()) {
                    promise.trySuccess(List.of(one.getNow()));
                } else {
                    promise.tryFailure(one.cause());
                }
            });
            doResolve(unresolved, one);
        }

        private void look(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            try {
                promise.trySuccess(
                        new InetSocketAddress(destinations.address(unresolved.getHostString()), unresolved.getPort()));
            } catch (DestinationRefused | UnknownHostException | SecurityException e) {
                promise.tryFailure(e);
            }
        }
    }
}
