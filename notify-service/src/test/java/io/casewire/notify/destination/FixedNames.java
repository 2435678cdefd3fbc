package io.casewire.notify.destination;

import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that knows what a test tells it. */
public final class FixedNames implements NameResolver {
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    /** From now on that name leads to that address. */
    public void put(String name, String address) {
        names.put(name, address);
    }

    /** From now on who asks for that name waits, until {@link #release}. */
    public void hang(String name) {
        silent.add(name);
    }

    /** How many look-ups wait. */
    public int hanging() {
        return waiting.get();
    }

    /** Answers all that wait. */
    public void release() {
        end.countDown();
    }

    /** Destinations that ask here, plain http included. */
    public Destinations destinations(String... allowed) {
        return new Destinations(List.of(allowed), true, this);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        if (silent.contains(host)) {
            hold(host);
        }
        String address = names.get(host);
        if (address == null) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(address));
    }

    private void hold(String host) throws UnknownHostException {
        waiting.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
