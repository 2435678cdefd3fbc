package io.casewire.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What a client sends, read as the service takes it, no further than the limit and no slower than the least rate. */
final class RequestBody extends FilterInputStream {
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** What became of it. */
    enum State {
        /** It comes, or has come. */
        GOOD,
        /** More was declared, or came, than is passed on. */
        TOO_LARGE,
        /** It comes so slowly that it only keeps a place. */
        TOO_SLOW,
        /** The client broke off, stopped sending, or sent what is no body; the server has noted which. */
        BROKEN
    }

    private final long declared;
    private final boolean present;
    private final long limit;
    private final long bytesPerSecond;
    private final LongSupplier nanoTime;
    private long waitedNanos;
    private long read;
    private volatile State state;

    RequestBody(
            InputStream in, long declared, boolean present, long limit, long bytesPerSecond, LongSupplier nanoTime) {
        super(in);
        this.declared = declared;
        this.present = present;
        this.limit = limit;
        this.bytesPerSecond = bytesPerSecond;
        this.nanoTime = nanoTime;
        this.state = declared > limit ? State.TOO_LARGE : State.GOOD;
    }

    /**
     * The body of that request.
     *
     * @param limit bytes
     * @param bytesPerSecond least rate over the time spent waiting for the client
     */
    static RequestBody of(HttpServletRequest request, long limit, long bytesPerSecond) throws IOException {
        long declared = request.getContentLengthLong();
        boolean present = declared > 0 || request.getHeader("Transfer-Encoding") != null;
        return new RequestBody(request.getInputStream(), declared, present, limit, bytesPerSecond, System::nanoTime);
    }

    /** Of a request that has none. */
    static RequestBody none() {
        return new RequestBody(InputStream.nullInputStream(), -1, false, 0, 0, System::nanoTime);
    }

    boolean isPresent() {
        return present;
    }

    State state() {
        return state;
    }

    BodyPublisher publisher() {
        if (!present) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> this);
        return declared > 0 ? BodyPublishers.fromPublisher(stream, declared) : stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        long asked = nanoTime.getAsLong();
        try {
            count = super.read(into, offset, length);
        } catch (IOException e) {
            state = State.BROKEN;
            throw e;
        }
        // a service that is slow to take it is not the client's fault
        waitedNanos += nanoTime.getAsLong() - asked;
        read += Math.max(count, 0);
        if (read > limit) {
            state = State.TOO_LARGE;
            throw new IOException("The request body is larger than " + limit + " bytes");
        }
        if (waitedNanos > GRACE_NANOS && read < waitedNanos / TimeUnit.SECONDS.toNanos(1) * bytesPerSecond) {
            state = State.TOO_SLOW;
            throw new IOException("The request body comes with less than " + bytesPerSecond + " bytes a second");
        }
        return count;
    }
}
