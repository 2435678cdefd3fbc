package io.casewire.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** What a client sends, read as the service takes it and no further than the limit. */
final class RequestBody extends FilterInputStream {
    private final long declared;
    private final boolean present;
    private final long limit;
    private long read;
    private volatile boolean tooLarge;
    private volatile boolean clientGone;

    private RequestBody(InputStream in, long declared, boolean present, long limit) {
        super(in);
        this.declared = declared;
        this.present = present;
        this.limit = limit;
        this.tooLarge = declared > limit;
    }

    static RequestBody of(HttpServletRequest request, long limit) throws IOException {
        long declared = request.getContentLengthLong();
        boolean present = declared > 0 || request.getHeader("Transfer-Encoding") != null;
        return new RequestBody(request.getInputStream(), declared, present, limit);
    }

    boolean isPresent() {
        return present;
    }

    /** Whether more was declared, or came, than is passed on. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Whether the client broke off. */
    boolean isClientGone() {
        return clientGone;
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
        try {
            count = super.read(into, offset, length);
        } catch (IOException e) {
            clientGone = true;
            throw e;
        }
        read += Math.max(count, 0);
        if (read > limit) {
            tooLarge = true;
            throw new IOException("The request body is larger than " + limit + " bytes");
        }
        return count;
    }
}
