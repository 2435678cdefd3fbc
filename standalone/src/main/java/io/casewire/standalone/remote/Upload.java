package io.casewire.standalone.remote;

import io.casewire.standalone.remote.Api.Answer;
import io.casewire.standalone.remote.Display.UnderWay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Brings documents into a running instance and follows each, and each file of an archive, until nothing more happens to it. */
public final class Upload {
    private static final String DOCUMENTS = "/api/ingest/v1/documents";
    private static final int OK = 200;
    private static final int REFUSED = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration ASKS_EVERY = Duration.ofMillis(200);
    private static final int ASKS_AT_MOST = 40;

    /** In seconds. */
    private static final int LONGEST_PAUSE = 30;

    private final IngestServer server;
    private final boolean backfill;
    private final Duration patience;
    private final Display display;
    private final Deque<Document> underWay = new ArrayDeque<>();
    private volatile Outcome outcome = new Outcome(0, 0, 0, 0);
    private long asked = System.nanoTime();

    /** @param patience how long a document may take, or be sent away because the service is busy, before it is given up */
    public Upload(IngestServer server, boolean backfill, Duration patience, Display display) {
        this.server = server;
        this.backfill = backfill;
        this.patience = patience;
        this.display = display;
    }

    /**
     * What became of the files, those of an archive counted one by one.
     *
     * @param published that were published, now or earlier
     * @param cases in those published, as counted when they were read
     * @param rejected that hold nothing that is published, or were not even taken
     * @param failed that could not be read, sent or brought through, or wait for a decision
     */
    public record Outcome(int published, int cases, int rejected, int failed) {
        /** Whether every one was published. */
        public boolean isWhole() {
            return rejected == 0 && failed == 0;
        }

        private Outcome andPublished(int more) {
            return new Outcome(published + 1, cases + more, rejected, failed);
        }

        private Outcome andRejected() {
            return new Outcome(published, cases, rejected + 1, failed);
        }

        private Outcome andFailed() {
            return new Outcome(published, cases, rejected, failed + 1);
        }
    }

    /** Of all until now; may be asked from any thread. */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * Sends them one after the other and waits until all are through.
     *
     * @throws IOException when the instance was away for too long
     */
    public Outcome run(List<Path> files) throws IOException, InterruptedException {
        for (Path file : files) {
            send(file);
            look();
        }
        while (!underWay.isEmpty()) {
            Thread.sleep(ASKS_EVERY);
            look();
        }
        return outcome;
    }

    /** Sends one; it is followed whenever {@link #look} is called. */
    void send(Path file) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        Answer answer;
        try {
            answer = untilTaken(file, name);
        } catch (UncheckedIOException e) {
            ended(name, "cannot be read: " + e.getMessage(), outcome.andFailed());
            return;
        }
        if (answer.status() >= SERVER_ERROR || answer.status() == TOO_MANY_REQUESTS) {
            ended(name, "not taken: " + answer.problem(), outcome.andFailed());
        } else if (answer.status() >= REFUSED) {
            ended(name, "refused: " + answer.problem(), outcome.andRejected());
        } else {
            follow(new Document(name, answer.body(), answer.status() == OK));
        }
    }

    /** Asks how far those under way have come, unless that was just asked. */
    void look() throws IOException, InterruptedException {
        if (System.nanoTime() - asked < ASKS_EVERY.toNanos()) {
            return;
        }
        for (int i = Math.min(ASKS_AT_MOST, underWay.size()); i > 0; i--) {
            Document document = underWay.removeFirst();
            Answer answer = server.call(api -> api.get(DOCUMENTS + "/" + document.id()));
            if (answer.ok()) {
                document.isNow(answer.body());
                follow(document);
            } else if (answer.status() == NOT_FOUND) {
                ended(document.name(), "removed", outcome.andFailed());
            } else {
                underWay.addLast(document);
            }
        }
        asked = System.nanoTime();
        show(List.of());
    }

    private Answer untilTaken(Path file, String name) throws IOException, InterruptedException {
        String path = DOCUMENTS + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&backfill=" + backfill;
        long began = System.nanoTime();
        int pause = 1;
        while (true) {
            Answer answer = server.call(api -> api.upload(path, body(file, name)));
            boolean busy = answer.status() == TOO_MANY_REQUESTS || answer.retryAfterSeconds() > 0;
            if (!busy || System.nanoTime() - began >= patience.toNanos()) {
                return answer;
            }
            // as it asks, and longer each time
            waitFor(Duration.ofSeconds(Math.clamp(answer.retryAfterSeconds(), pause, LONGEST_PAUSE)), name);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** The service has enough to do: those before it go on meanwhile. */
    private void waitFor(Duration pause, String name) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < pause.toNanos()) {
            Thread.sleep(ASKS_EVERY);
            look();
            show(List.of(new UnderWay(name, 0, "waits for room")));
        }
    }

    private CountedBody body(Path file, String name) {
        // the client's thread draws what this one knew when it began
        List<UnderWay> others = underWay.stream().map(Document::underWay).toList();
        AtomicLong percent = new AtomicLong(-1);
        try {
            if (!Files.isReadable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            long size = Files.size(file);
            return CountedBody.of(file, sent -> {
                if (size > 0 && percent.getAndSet(100 * sent / size) != 100 * sent / size) {
                    List<UnderWay> all = new ArrayList<>(others);
                    all.addFirst(Document.sending(name, sent, size));
                    display.show(all);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(Document document) {
        if (document.isArchive()) {
            display.ended(document.name(), document.told());
            members(document);
        } else if (document.isPublished()) {
            ended(document, outcome.andPublished(document.cases()));
        } else if (document.isRejected()) {
            ended(document, outcome.andRejected());
        } else if (document.isThrough()
                || document.waitsForAPerson()
                || document.age().compareTo(patience) > 0) {
            ended(document, outcome.andFailed());
        } else {
            underWay.addLast(document);
        }
    }

    /** The files of an archive, each a document of its own. */
    private void members(Document archive) {
        JsonNode contents = archive.status().path("contents");
        for (JsonNode member : contents.path("members")) {
            underWay.addLast(new Document(inArchive(archive, member), member, false));
        }
        for (JsonNode left : contents.path("leftOut")) {
            ended(inArchive(archive, left), "left out: " + left.path("message").asString(""), outcome.andRejected());
        }
    }

    private static String inArchive(Document archive, JsonNode member) {
        return archive.name() + " › " + member.path("name").asString("");
    }

    private void ended(Document document, Outcome now) {
        ended(document.name(), document.told(), now);
    }

    private void ended(String name, String told, Outcome now) {
        outcome = now;
        display.ended(name, told);
    }

    /** @param first what is being sent at this moment */
    private void show(List<UnderWay> first) {
        List<UnderWay> documents = new ArrayList<>(first);
        underWay.forEach(document -> documents.add(document.underWay()));
        display.show(documents);
    }
}
