package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.ingest.IngestProgram;
import io.casewire.benchmarks.program.Backbone;
import io.casewire.benchmarks.program.Program;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** F27: ingest and the catalogue are asked to end, one after the other, while documents are uploaded and read. */
final class Terminated {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int documents;
    private final int rounds;
    private final History history = new History();
    private final List<String> wrong = new ArrayList<>();
    private Duration longest = Duration.ZERO;

    /** @param rounds how often each of the two is */
    Terminated(Path folder, int documents, int rounds) {
        this.folder = folder;
        this.documents = documents;
        this.rounds = rounds;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Backbone backbone = Backbone.in(folder);
                Groups groups = new Groups(backbone.broker());
                Uploads uploads = new Uploads(folder, history)) {
            Program ingest = ingest(backbone, uploads);
            Program catalogue = catalogue(backbone);
            try {
                uploads.begin(0, documents);
                for (int round = 1; round <= rounds; round++) {
                    int wanted = documents * round / (rounds + 1);
                    Waiting.until(
                            () -> uploads.acknowledged() >= wanted, PATIENCE, wanted + " documents were not taken");
                    end(ingest, "ingest");
                    ingest = ingest(backbone, uploads);
                    end(catalogue, "the catalogue");
                    catalogue = catalogue(backbone);
                }
                uploads.await();
                awaitPublished(backbone.broker());
                Waiting.until(
                        () -> groups.hasRead(Catalogue.GROUP, Catalogue.TOPICS),
                        PATIENCE,
                        "the catalogue has not read all");
            } finally {
                ingest.close();
                catalogue.close();
            }
            return outcome(backbone, begun);
        }
    }

    private Outcome outcome(Backbone backbone, long begun) {
        Published.uploads(backbone.broker()).forEach(history::observed);
        History events = Published.events(backbone.broker());
        Catalogue.observe(backbone.store(), events);
        Checker.check(events, Set.of(Promise.HIGHEST)).forEach(violation -> wrong.add(violation.sentence()));
        return Outcome.of(
                Fault.F27,
                history,
                Set.of(Promise.EVERY),
                begun,
                wrong,
                Map.of("times asked to end", 2.0 * rounds, "seconds until ended at most", longest.toMillis() / 1e3));
    }

    private void awaitPublished(String broker) throws IOException, InterruptedException {
        try {
            Waiting.until(() -> Published.hasAll(broker, history), PATIENCE, "not all documents were published");
        } catch (NotMeasured e) {
            // the checker says which
            wrong.add(String.valueOf(e.getMessage()));
        }
    }

    private void end(Program program, String name) throws InterruptedException {
        Duration took = program.terminate();
        if (took.compareTo(ENDS_WITHIN) > 0) {
            wrong.add("%s took %.1f s to end".formatted(name, took.toMillis() / 1e3));
        }
        if (took.compareTo(longest) > 0) {
            longest = took;
        }
    }

    private Program ingest(Backbone backbone, Uploads uploads) throws IOException {
        Program ingest = Program.start(
                IngestProgram.class,
                folder.resolve("ingest.log"),
                backbone.broker(),
                backbone.store(),
                folder.toString());
        uploads.to(List.of(Integer.parseInt(ingest.told())));
        return ingest;
    }

    private Program catalogue(Backbone backbone) throws IOException {
        return Catalogue.start(backbone.broker(), backbone.store(), folder);
    }
}
