package io.casewire.ingest.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose exchange takes more time or bytes than any may. Who waits for a file has the same deadline; this is for what
 * nobody waits for any more, as the client reads on what it is told to discard, and for answers that are all head.
 */
final class ConnectionBounds extends ChannelDuplexHandler {
    private final Duration time;
    private final long maxBytes;
    private @Nullable Future<?> end;
    private long bytes;

    ConnectionBounds(Duration time, long maxBytes) {
        this.time = time;
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        // a request: what is written after it is its end, at once
        stopClock();
        bytes = 0;
        end = context.executor().schedule(() -> close(context), time.toNanos(), TimeUnit.NANOSECONDS);
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        bytes += message instanceof ByteBuf part ? part.readableBytes() : 0;
        if (bytes > maxBytes) {
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(new IOException("more than " + maxBytes + " bytes came"));
            close(context);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopClock();
        context.fireChannelInactive();
    }

    /** Has a connection used once, whatever the host offers: one that is used again may be closed at that moment. */
    static final class SingleUse extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpResponse head) {
                HttpUtil.setKeepAlive(head, false);
            }
            context.fireChannelRead(message);
        }
    }

    private void stopClock() {
        if (end != null) {
            end.cancel(false);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }
}
