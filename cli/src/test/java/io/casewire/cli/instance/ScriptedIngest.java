package io.casewire.cli.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An instance whose ingest service answers as a test says: what each document is at its upload and at each look after it. */
final class ScriptedIngest implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<String>> scripts = new ConcurrentHashMap<>();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    private ScriptedIngest(HttpServer server) {
        this.server = server;
    }

    /** On any port, named in the data folder. */
    static ScriptedIngest on(Path data) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedIngest ingest = new ScriptedIngest(server);
        server.createContext("/api/ingest/v1/documents", ingest::handle);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        new Instance(
                        ProcessHandle.current().pid(),
                        Instant.EPOCH,
                        URI.create("http://127.0.0.1:8080/"),
                        "127.0.0.1:9092",
                        "mongodb://127.0.0.1:27017",
                        Map.of("ingest", address))
                .writeTo(data);
        return ingest;
    }

    /**
     * What is answered for an upload of that name, and then for the id of the same name.
     *
     * @param answers a status, a blank and JSON; the last one stays
     */
    ScriptedIngest answers(String name, String... answers) {
        scripts.put(name, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    /** Names of the documents received, in order. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String name;
        if (exchange.getRequestMethod().equals("POST")) {
            String query = exchange.getRequestURI().getRawQuery();
            name = URLDecoder.decode(query.replaceFirst("name=([^&]*).*", "$1"), StandardCharsets.UTF_8);
            received.add(name);
        } else {
            String path = exchange.getRequestURI().getPath();
            name = path.substring(path.lastIndexOf('/') + 1);
        }
        Deque<String> script = scripts.getOrDefault(name, new ArrayDeque<>(List.of("404 {}")));
        String answer = script.size() > 1 ? script.removeFirst() : script.getFirst();
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        int status = Integer.parseInt(answer.substring(0, 3));
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
