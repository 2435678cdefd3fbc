package io.casewire.outbound.client;

import io.casewire.outbound.destination.Destinations;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks name servers, away from the event loops. A host is looked up once at a time, for all who ask: one whose name server
 * is silent holds one thread, and so cannot keep others from being looked up.
 */
final class Lookups implements AutoCloseable {
    private static final int MAX_THREADS = 512;
    private static final long STACK_BYTES = 256 * 1024;

    private final Destinations destinations;
    private final Map<String, CompletableFuture<InetAddress>> underWay = new ConcurrentHashMap<>();
    // platform threads: the operating system's look-up blocks the thread it runs on
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MAX_THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform()
                    .daemon()
                    .name("host-lookup-", 0)
                    .stackSize(STACK_BYTES)
                    .factory());

    Lookups(Destinations destinations) {
        this.destinations = destinations;
    }

    /** The address to connect to; fails as {@link Destinations#address} does. */
    CompletableFuture<InetAddress> address(String host) {
        CompletableFuture<InetAddress> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress> others = underWay.putIfAbsent(host, mine);
        if (others != null) {
            return others;
        }
        try {
            threads.execute(() -> look(host, mine));
        } catch (RejectedExecutionException e) {
            underWay.remove(host, mine);
            mine.completeExceptionally(new UnknownHostException("Too many names are being looked up."));
        }
        return mine;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void look(String host, CompletableFuture<InetAddress> address) {
        try {
            InetAddress found = destinations.address(host);
            underWay.remove(host, address);
            address.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            underWay.remove(host, address);
            address.completeExceptionally(e);
        }
    }
}
