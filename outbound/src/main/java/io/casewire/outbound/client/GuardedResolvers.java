package io.casewire.outbound.client;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Asked by the client for the address of every connection, IP literals included: the address that is checked here is the
 * address connected to, with no look-up in between for a name server to answer otherwise.
 */
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {
    private final Lookups lookups;

    GuardedResolvers(Lookups lookups) {
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
            var _ = lookups.address(unresolved.getHostString()).whenComplete((address, failure) -> {
                if (failure == null) {
                    promise.trySuccess(new InetSocketAddress(address, unresolved.getPort()));
                } else {
                    promise.tryFailure(failure);
                }
            });
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
    }
}
