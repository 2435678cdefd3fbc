package io.casewire.notify;

import io.casewire.contracts.wire.WireJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody reading the stream, who takes server-sent events apart as a browser does. */
final class StreamReading implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile @Nullable String lastId;
    private volatile int status;
    private volatile boolean ended;

    StreamReading(String url, @Nullable String lastId) {
        this(url, lastId, null);
    }

    /** With a token. */
    StreamReading(String url, @Nullable String lastId, @Nullable String token) {
        this.lastId = lastId;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        Thread.ofVirtual().start(() -> http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(this::read)
                .exceptionally(_ -> null)
                .join());
    }

    List<Message> messages() {
        return messages;
    }

    /** The titles of events so far, in order. */
    List<String> titles() {
        return messages.stream()
                .filter(message -> !message.isGap())
                .map(message -> message.data().path("title").asString(""))
                .toList();
    }

    /** The reasons of gaps so far. */
    List<String> gaps() {
        return messages.stream()
                .filter(Message::isGap)
                .map(message -> message.data().path("reason").asString(""))
                .toList();
    }

    List<String> comments() {
        return comments;
    }

    /** What a browser would come back with. */
    @Nullable
    String lastId() {
        return lastId;
    }

    int status() {
        return status;
    }

    /** Whether the other side has ended it. */
    boolean ended() {
        return ended;
    }

    private void read(HttpResponse<Stream<String>> answer) {
        status = answer.statusCode();
        Reading reading = new Reading();
        answer.body().forEach(line -> take(reading, line));
        ended = true;
    }

    private void take(Reading reading, String line) {
        if (line.startsWith(":")) {
            comments.add(line.substring(1));
        } else if (line.startsWith("id:")) {
            reading.id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            reading.name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            reading.data = line.substring(5);
        } else if (line.isEmpty()) {
            if (reading.id != null) {
                lastId = reading.id;
            }
            if (reading.data != null) {
                messages.add(
                        new Message(reading.name, reading.id, WireJson.mapper().readTree(reading.data)));
            }
            reading.name = "message";
            reading.data = null;
            reading.id = null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** One event. */
    record Message(String name, @Nullable String id, JsonNode data) {
        boolean isGap() {
            return name.equals("gap");
        }
    }

    private static final class Reading {
        private String name = "message";
        private @Nullable String id;
        private @Nullable String data;
    }
}
