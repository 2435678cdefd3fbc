package io.casewire.standalone.demo;

import io.casewire.embedded.Access;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Display;
import io.casewire.standalone.remote.DocumentFiles;
import io.casewire.standalone.remote.IngestServer;
import io.casewire.standalone.remote.Instance;
import io.casewire.standalone.remote.Upload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code casewire up --demo}: shows on the samples what the whole wire does, and gives a short account. */
public final class Demo {
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(90);
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    private final Instance instance;
    private final Path data;
    private final WebhookReceiver receiver;
    private final PrintStream out;
    private final Api reader;

    public Demo(Instance instance, Path data, WebhookReceiver receiver, PrintStream out) {
        this.instance = instance;
        this.data = data;
        this.receiver = receiver;
        this.out = out;
        this.reader = api("catalog");
    }

    /** @param samples the folder of documents to load */
    public void run(Path samples) throws IOException, InterruptedException {
        out.println("Demo: an agency subscribes to every published case; the samples go in");
        new Subscriber(instance.service("notify"), data).subscribe(receiver);
        IngestServer ingest = new IngestServer(data, "demo publisher", Duration.ZERO, out::println);
        Upload.Outcome outcome = new Upload(ingest, false, GIVES_UP_AFTER, Display.lines(out)).run(documents(samples));
        Account settled = settled(outcome.cases());
        String adoption =
                new Adoption(instance.service("replication"), data).report().orElse("no obligation is open");
        settled.print(
                out,
                outcome,
                adoption,
                receiver,
                TopicCounts.ofCases(Access.in(data).kafka(instance.kafka())),
                instance);
    }

    private static List<Path> documents(Path samples) throws IOException {
        return DocumentFiles.named(List.of(samples.toString())).stream()
                .filter(file -> file.getFileName().toString().endsWith(".txt"))
                .toList();
    }

    // events travel on their own: done is when all cases have arrived and nothing has changed for a while
    private Account settled(int cases) throws IOException, InterruptedException {
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        long changed = System.nanoTime();
        Account last = account();
        while (System.nanoTime() < end && (last.cases() < cases || System.nanoTime() - changed < QUIET.toNanos())) {
            Thread.sleep(LOOKS_EVERY);
            Account now = account();
            if (!now.equals(last)) {
                changed = System.nanoTime();
                last = now;
            }
        }
        return last;
    }

    private Account account() throws IOException, InterruptedException {
        return new Account(
                reader.get("/api/catalog/v1/counts").body().path("cases").asInt(0),
                api("replication")
                        .get("/api/replication/v1/counts")
                        .body()
                        .path("obligations")
                        .asInt(0),
                receiver.messages());
    }

    private Api api(String service) {
        return Api.of(instance.service(service), data, new Caller("demo reader", Set.of(Role.READER), null, null));
    }
}
