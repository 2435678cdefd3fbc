package io.casewire.notify.delivery.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One request and what has come of its answer. Confined to an event loop. */
final class Exchange {
    /** Bytes of a body that are kept. */
    static final int EXCERPT_BYTES = 2048;

    private final Future<?> clock;
    private final ByteBuf excerpt = Unpooled.buffer(0, EXCERPT_BYTES);
    private @Nullable HttpResponse head;
    private long bytes;
    private boolean interim;
    private boolean sent;
    private boolean answered;
    private boolean overrun;

    /** @param clock ends the exchange when its time is over */
    Exchange(Future<?> clock) {
        this.clock = clock;
    }

    void stopClock() {
        clock.cancel(false);
    }

    /** The request has left, or could not. */
    void sent(boolean successfully) {
        sent = successfully;
    }

    /** Counts so many bytes more and returns how many have come. */
    long count(int more) {
        bytes += more;
        return bytes;
    }

    /** Takes in the next part of the answer; it is not kept. */
    void read(HttpObject part) {
        if (answered) {
            overrun = true;
            return;
        }
        if (part instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            head = interim ? null : response;
        }
        if (part instanceof HttpContent content && !interim) {
            ByteBuf body = content.content();
            excerpt.writeBytes(body, Math.min(body.readableBytes(), excerpt.maxWritableBytes()));
        }
        answered = part instanceof LastHttpContent && !interim;
    }

    /** Whether the end of the answer has come. */
    boolean isAnswered() {
        return answered;
    }

    /** Whether both sides have said all there is to say, and no more. */
    boolean isDone() {
        return sent && answered && !overrun;
    }

    /**
     * The answer, as far as it has come; empty while its head has not.
     *
     * @param reusable whether the connection may be used again
     */
    Optional<FullHttpResponse> answer(boolean reusable) {
        if (head == null) {
            return Optional.empty();
        }
        FullHttpResponse answer = new DefaultFullHttpResponse(
                head.protocolVersion(), head.status(), excerpt, head.headers(), EmptyHttpHeaders.INSTANCE);
        if (!reusable) {
            HttpUtil.setKeepAlive(answer, false);
        }
        return Optional.of(answer);
    }
}
