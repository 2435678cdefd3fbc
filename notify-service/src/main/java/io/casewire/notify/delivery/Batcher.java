package io.casewire.notify.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Carries out in batches what many threads ask for one by one: what comes while a batch is under way, and for a short rest, makes up the next. A question that
 * comes alone waits for nothing.
 *
 * @param <Q> question
 * @param <A> answer
 */
final class Batcher<Q, A> {
    private final String name;
    private final int max;
    private final Duration rest;
    private final Function<List<Q>, List<A>> batch;
    private final ConcurrentLinkedQueue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param name of its thread
     * @param max questions in a batch
     * @param rest from the begin of a batch to that of the next, so that the next is not small
     * @param batch answers questions in their order; what it throws, everybody who asked is thrown
     */
    Batcher(String name, int max, Duration rest, Function<List<Q>, List<A>> batch) {
        this.name = name;
        this.max = max;
        this.rest = rest;
        this.batch = batch;
    }

    /** The answer. Waits for it even when interrupted, as the batch goes on without its askers. */
    A ask(Q question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        waiting.add(new Asked<>(question, answer));
        goOn();
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void goOn() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        try {
            for (List<Asked<Q, A>> some = next(); !some.isEmpty(); some = next()) {
                long end = System.nanoTime() + rest.toNanos();
                answer(some);
                LockSupport.parkNanos(end - System.nanoTime());
            }
        } finally {
            busy.set(false);
        }
        if (!waiting.isEmpty()) {
            // it came between the last look and now
            goOn();
        }
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> some = new ArrayList<>();
        while (some.size() < max) {
            Asked<Q, A> one = waiting.poll();
            if (one == null) {
                break;
            }
            some.add(one);
        }
        return some;
    }

    private void answer(List<Asked<Q, A>> some) {
        try {
            List<A> answers = batch.apply(some.stream().map(Asked::question).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            some.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}
}
