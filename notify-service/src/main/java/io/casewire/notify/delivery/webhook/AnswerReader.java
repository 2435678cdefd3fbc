package io.casewire.notify.delivery.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands on a connection before the client and makes one short, whole answer of whatever a receiver sends: without interim
 * answers, without more of its body than is kept, ended where the receiver ends it, where it has sent enough, or at the
 * deadline. The client alone bounds none of that: its time limits end with the head or start again with every byte, and
 * what it is told to discard it reads on at full speed, never to say that it ended.
 *
 * <p>Once the head has come its status counts, whatever becomes of the body. A connection is used again only after an
 * exchange that both sides ended. Everything here runs on the connection's event loop.
 */
final class AnswerReader extends ChannelDuplexHandler {
    /** Header of a request that says by {@link System#nanoTime} when its exchange must have ended; it is not sent. */
    static final String DEADLINE = "casewire-deadline";

    /** Bytes of an answer, its head among them, after which the connection is closed. */
    static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final Duration limit;
    private @Nullable ChannelHandlerContext own;
    private @Nullable Exchange exchange;

    /** @param limit for messages: what the deadlines allow */
    AnswerReader(Duration limit) {
        this.limit = limit;
    }

    /** The handler to put before the HTTP codec: it counts bytes as they come, whatever the codec makes of them. */
    ChannelInboundHandlerAdapter byteCount() {
        return new ByteCount();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        own = context;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest request) {
            long left = remaining(request);
            if (left <= 0) {
                // nobody waits for it any more, and its next attempt may be under way
                ReferenceCountUtil.release(message);
                context.fireExceptionCaught(new IOException("The connection stood too late."));
                var _ = context.close();
                return;
            }
            exchange = new Exchange(context.executor()
                    .schedule(
                            () -> end(new IOException("No answer within " + limit.toSeconds() + " s.")),
                            left,
                            TimeUnit.NANOSECONDS));
        }
        Exchange current = exchange;
        if (message instanceof LastHttpContent && current != null) {
            super.write(context, message, promise.unvoid().addListener(written -> current.sent(written.isSuccess())));
        } else {
            super.write(context, message, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (exchange == null) {
                var _ = context.close();
            } else if (message instanceof HttpObject part) {
                if (part.decoderResult().isFailure()) {
                    end(part.decoderResult().cause());
                } else {
                    exchange.read(part);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    // not before, so that what was sent behind the answer, as if to the next request, has been seen
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (exchange != null && exchange.isAnswered()) {
            end(new IOException("The answer has no head."));
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(new IOException("The receiver closed the connection before it answered."));
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (exchange == null) {
            context.fireExceptionCaught(cause);
        } else {
            end(cause);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (exchange != null) {
            exchange.stopClock();
        }
    }

    /**
     * Hands on the answer of the exchange under way, if there is one.
     *
     * @param why there is none, where no head has come
     */
    private void end(Throwable why) {
        Exchange ended = exchange;
        ChannelHandlerContext context = own;
        if (ended == null || context == null) {
            return;
        }
        exchange = null;
        ended.stopClock();
        boolean reusable = ended.isDone() && context.channel().isActive();
        ended.answer(reusable).ifPresentOrElse(context::fireChannelRead, () -> context.fireExceptionCaught(why));
        if (!reusable) {
            var _ = context.close();
        }
    }

    private static long remaining(HttpRequest request) {
        long deadline = Long.parseLong(request.headers().get(DEADLINE));
        request.headers().remove(DEADLINE);
        return deadline - System.nanoTime();
    }

    private final class ByteCount extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Exchange current = exchange;
            if (current == null) {
                // nothing was asked
                ReferenceCountUtil.release(message);
                var _ = context.close();
            } else if (message instanceof ByteBuf bytes && current.count(bytes.readableBytes()) > MAX_ANSWER_BYTES) {
                ReferenceCountUtil.release(message);
                end(new IOException("The head of the answer is longer than " + MAX_ANSWER_BYTES + " bytes."));
            } else {
                context.fireChannelRead(message);
            }
        }
    }
}
