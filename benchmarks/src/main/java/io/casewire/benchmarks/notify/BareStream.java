package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.program.Program;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one would write by hand: every GET is a stream, and what is posted is written to each of them, as often as the header {@code times} says. */
final class BareStream {
    static final String TIMES = "times";
    private static final int THREADS = 2;

    private BareStream() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (LoopbackServer server = new LoopbackServer(THREADS, new Writing())) {
            Program.ready(String.valueOf(server.port()));
        }
        System.exit(0);
    }

    @Sharable
    private static final class Writing extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final Queue<Channel> streams = new ConcurrentLinkedQueue<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            if (request.method().equals(HttpMethod.GET)) {
                HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
                head.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream");
                HttpUtil.setTransferEncodingChunked(head, true);
                var _ = context.writeAndFlush(head, context.voidPromise());
                streams.add(context.channel());
                return;
            }
            ByteBuf event = Unpooled.copiedBuffer(request.content());
            int times = request.headers().getInt(TIMES, 1);
            for (int i = 0; i < times; i++) {
                for (Channel stream : streams) {
                    var _ = stream.writeAndFlush(
                            new DefaultHttpContent(event.retainedDuplicate()), stream.voidPromise());
                }
            }
            event.release();
            var _ = context.writeAndFlush(
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT),
                    context.voidPromise());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            streams.remove(context.channel());
        }
    }
}
