package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.report.NotMeasured;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers every webhook with 200 and counts them, each id once. */
final class Receiver implements AutoCloseable {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final LoopbackServer server;
    private volatile CountDownLatch wanted = new CountDownLatch(0);

    Receiver() throws InterruptedException {
        server = new LoopbackServer(1, new Answering());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/hook");
    }

    /** Counts so many from now on, each with an id that none before had. */
    void expect(int number) {
        wanted = new CountDownLatch(number);
        ids.clear();
    }

    /**
     * Waits for all of them.
     *
     * @throws NotMeasured where they do not come in time
     */
    void await(Duration patience) throws InterruptedException {
        if (!wanted.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new NotMeasured(wanted.getCount() + " messages have not come within " + patience);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    @Sharable
    private final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            String id = request.headers().get("webhook-id");
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
            answer.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, 0);
            var _ = context.writeAndFlush(answer, context.voidPromise());
            if (id == null || ids.add(id)) {
                wanted.countDown();
            }
        }
    }
}
