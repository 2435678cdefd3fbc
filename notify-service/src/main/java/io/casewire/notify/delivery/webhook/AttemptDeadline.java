package io.casewire.notify.delivery.webhook;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose exchange has not ended in time. The client's own read timeout starts again with every byte,
 * so a receiver that drips would hold it for ever.
 */
final class AttemptDeadline extends ChannelDuplexHandler {
    private final Duration limit;
    private @Nullable Future<?> closing;

    AttemptDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpRequest && closing == null) {
            closing = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            stop();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        if (closing != null) {
            closing.cancel(false);
            closing = null;
        }
    }
}
