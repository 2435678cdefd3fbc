package io.casewire.notify;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's webhook on the loopback interface: remembers what came to each path and answers as it is told. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Post>> posts = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** The URL of that path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on answers so at that path; 204 where nothing is said. */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** What came to that path. */
    public List<Post> posts(String path) {
        return posts.getOrDefault(path, List.of());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<Post> here = posts.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>());
        Post post = new Post(exchange.getRequestHeaders(), body, System.nanoTime());
        here.add(post);
        try (exchange) {
            answers.getOrDefault(path, Answer.status(204)).to(exchange, here.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was posted. */
    public record Post(Headers headers, String body, long nanos) {
        /** The header, or an empty text. */
        public String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** How it answers the nth post. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, int nth) throws IOException, InterruptedException;

        /** With that status and nothing else. */
        static Answer status(int status) {
            return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
        }
    }
}
