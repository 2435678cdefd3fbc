package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.NotMeasured;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Many open streams of server-sent events, which are counted as they come; the first one's text is kept. */
final class Listeners implements AutoCloseable {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final int KEPT = 1 << 16;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final LongAdder events = new LongAdder();
    private volatile String kept = "";

    /** Opens so many and returns once all are answered. */
    Listeners(int port, String path, int number) throws InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection.pipeline().addLast(new HttpClientCodec(), new Counting());
                    }
                });
        for (int i = 0; i < number; i++) {
            Channel channel = bootstrap.connect("127.0.0.1", port).sync().channel();
            channels.add(channel);
            DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
            request.headers().set(HttpHeaderNames.HOST, "127.0.0.1");
            var _ = channel.writeAndFlush(request, channel.voidPromise());
        }
        Waiting.until(
                () -> answered.get() == number || ended.get() > 0,
                Duration.ofMinutes(2),
                "not all streams were opened: " + answered);
    }

    /** Events that have come, over all streams. */
    long events() {
        return events.sum();
    }

    /** Waits until none comes any more. */
    void settle() throws InterruptedException {
        long before = -1;
        while (before != events()) {
            before = events();
            Thread.sleep(QUIET);
        }
    }

    /**
     * Waits until so many have come.
     *
     * @throws NotMeasured where a stream ends, or they do not come
     */
    void await(long number, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (events() < number) {
            if (ended.get() > 0) {
                throw new NotMeasured(ended + " streams ended, or were not opened");
            }
            if (System.nanoTime() > end) {
                throw new NotMeasured("%d of %d events have come".formatted(events(), number));
            }
            Thread.sleep(1);
        }
    }

    /** The last event as the first stream had it, with the blank line that ends it. */
    String lastEvent() {
        String text = kept;
        int data = text.lastIndexOf("data:");
        int end = data < 0 ? -1 : text.indexOf("\n\n", data);
        if (end < 0) {
            throw new NotMeasured("no whole event has come");
        }
        int before = text.lastIndexOf("\n\n", data);
        return text.substring(before < 0 ? 0 : before + 2, end + 2);
    }

    @Override
    public void close() {
        for (Channel channel : channels) {
            var _ = channel.close();
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** Counts lines that begin with {@code data:}, wherever what comes is cut. */
    private final class Counting extends SimpleChannelInboundHandler<HttpObject> {
        private int matched;
        private boolean lineBegins = true;
        private final StringBuilder text = new StringBuilder();
        private boolean first;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse response) {
                if (response.status().code() != 200) {
                    ended.incrementAndGet();
                }
                first = answered.getAndIncrement() == 0;
            }
            if (part instanceof HttpContent content) {
                count(content.content());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ended.incrementAndGet();
        }

        private void count(ByteBuf bytes) {
            if (first) {
                text.append(bytes.toString(StandardCharsets.UTF_8));
                if (text.length() > KEPT) {
                    text.delete(0, text.length() - KEPT / 2);
                }
                kept = text.toString();
            }
            bytes.forEachByte(one -> {
                if (one == '\n') {
                    lineBegins = true;
                    matched = 0;
                } else if (lineBegins && one == DATA[matched]) {
                    matched++;
                    if (matched == DATA.length) {
                        events.increment();
                        lineBegins = false;
                        matched = 0;
                    }
                } else {
                    lineBegins = false;
                }
                return true;
            });
        }
    }
}
