package io.casewire.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A body as it comes, read on a thread that may block: a piece at a time is asked for, so no more than two are in memory, and none is waited for beyond the deadline.
 * Each failure is a {@link BodyBroken}.
 */
final class BodyStream extends InputStream implements Subscriber<byte[]> {
    private static final byte[] NONE = {};

    private final long deadline;
    private final Duration limit;
    private final long announced;
    private final BlockingQueue<Signal> arrived = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private byte[] piece = NONE;
    private int at;
    private long total;
    private boolean ended;

    /**
     * @param deadline by {@link System#nanoTime}
     * @param limit for messages: what the deadline allows
     * @param announced length in bytes; negative where it is not told
     */
    BodyStream(long deadline, Duration limit, long announced) {
        this.deadline = deadline;
        this.limit = limit;
        this.announced = announced;
    }

    private sealed interface Signal {}

    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to another, compared never
    private record Piece(byte[] bytes) implements Signal {}

    private record End() implements Signal {}

    private record Broken() implements Signal {}

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream.set(subscription);
        if (closed.get()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(byte[] bytes) {
        arrived.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        arrived.add(new Broken());
    }

    @Override
    public void onComplete() {
        arrived.add(new End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var _ = Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (at == piece.length && !ended) {
            next();
        }
        if (at == piece.length) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        Subscription subscription = upstream.get();
        if (!closed.getAndSet(true) && subscription != null && !ended) {
            subscription.cancel();
        }
    }

    private void next() throws IOException {
        switch (take()) {
            case Piece(byte[] bytes) -> {
                piece = bytes;
                at = 0;
                total += bytes.length;
                Subscription subscription = upstream.get();
                if (subscription != null) {
                    subscription.request(1);
                }
            }
            case End _ -> {
                ended = true;
                if (announced >= 0 && total != announced) {
                    throw new BodyBroken(Reasons.wrongLength(total, announced));
                }
            }
            case Broken _ -> {
                ended = true;
                throw new BodyBroken(
                        announced > total ? Reasons.wrongLength(total, announced) : Reasons.brokenOff(total));
            }
        }
    }

    private Signal take() throws IOException {
        try {
            Signal signal = arrived.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            // the connection is closed at the deadline too, by who is quicker
            if (signal == null || (signal instanceof Broken && System.nanoTime() >= deadline)) {
                throw new BodyBroken(Reasons.tooSlow(limit));
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Asked to stop while a file came");
        }
    }
}
