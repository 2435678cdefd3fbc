package io.casewire.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes traces as OpenTelemetry's collector does (OTLP over HTTP, protobuf), on loopback. */
final class Collector implements AutoCloseable {
    private static final int ACCEPTED = 200;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Collector collector = new Collector(server);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                collector.take(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(ACCEPTED, -1);
            }
        });
        server.start();
        return collector;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    // field numbers of opentelemetry/proto/trace/v1/trace.proto and what it refers to
    private void take(byte[] request) {
        for (Field resourceSpans : fields(request, 1)) {
            String service = "";
            for (Field resource : fields(resourceSpans.bytes(), 1)) {
                for (Field attribute : fields(resource.bytes(), 1)) {
                    if (text(attribute.bytes(), 1).equals("service.name")) {
                        service = text(fields(attribute.bytes(), 2).getFirst().bytes(), 1);
                    }
                }
            }
            for (Field scopeSpans : fields(resourceSpans.bytes(), 2)) {
                for (Field span : fields(scopeSpans.bytes(), 2)) {
                    byte[] bytes = span.bytes();
                    spans.add(new Span(service, hex(bytes, 1), hex(bytes, 2), hex(bytes, 4), text(bytes, 5)));
                }
            }
        }
    }

    private static String text(byte[] message, int number) {
        List<Field> found = fields(message, number);
        return found.isEmpty() ? "" : new String(found.getFirst().bytes(), StandardCharsets.UTF_8);
    }

    private static String hex(byte[] message, int number) {
        List<Field> found = fields(message, number);
        return found.isEmpty() ? "" : HexFormat.of().formatHex(found.getFirst().bytes());
    }

    /** The fields of that number that hold bytes; the others are passed over. */
    private static List<Field> fields(byte[] message, int wanted) {
        List<Field> found = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(message);
        while (rest.hasRemaining()) {
            int tag = (int) number(rest);
            switch (tag & 7) {
                case 0 -> number(rest);
                case 1 -> rest.position(rest.position() + Long.BYTES);
                case 2 -> {
                    byte[] bytes = new byte[(int) number(rest)];
                    rest.get(bytes);
                    if (tag >>> 3 == wanted) {
                        found.add(new Field(bytes));
                    }
                }
                case 5 -> rest.position(rest.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("no protobuf: tag " + tag);
            }
        }
        return found;
    }

    // seven bits a byte, the lowest first, until one has not its highest bit set
    private static long number(ByteBuffer rest) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = rest.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * What a service told of itself.
     *
     * @param traceId in hexadecimal digits, like the other ids
     * @param parentId empty for the first of its trace
     */
    record Span(String service, String traceId, String id, String parentId, String name) {}

    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Field(byte[] bytes) {}
}
