package io.casewire.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A subscriber's server, to run where there is nothing but a JDK: repeats challenges, accepts every message and prints its id, one a line. */
final class RecordingServer {
    private static final Pattern CHALLENGE =
            Pattern.compile("\"type\":\"casewire\\.endpoint\\.verification\\.v1\".*\"challenge\":\"([0-9a-f]+)\"");

    private RecordingServer() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[0])), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Matcher challenge = CHALLENGE.matcher(body);
                if (challenge.find()) {
                    byte[] answer = challenge.group(1).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    return;
                }
                System.out.println("message " + exchange.getRequestHeaders().getFirst("webhook-id"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        System.out.println("listening");
    }
}
