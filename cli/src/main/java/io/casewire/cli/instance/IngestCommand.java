package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.standalone.remote.Display;
import io.casewire.standalone.remote.DocumentFiles;
import io.casewire.standalone.remote.FolderWatch;
import io.casewire.standalone.remote.IngestServer;
import io.casewire.standalone.remote.Instance;
import io.casewire.standalone.remote.Upload;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire ingest}: uploads files, folders or patterns and says what became of each. */
@Command(
        name = "ingest",
        description = {
            "Upload documents, folders of documents or patterns to the running instance, and follow each until it is",
            "published or refused: with bars on a terminal, else a line for each. With --watch the folders named are",
            "looked at until Ctrl-C; nothing in them is moved. Exit status 1: not all were published."
        })
public final class IngestCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final String SUBJECT = "casewire ingest";
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(10);
    private static final Duration AWAY_FOR_AT_MOST = Duration.ofMinutes(1);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--backfill", description = "Take them as history: nobody is alerted.")
    private boolean backfill;

    @Option(
            names = "--watch",
            description = "Go on looking at the folders named, and send files that are new and written to their end.")
    private boolean watch;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, folders or patterns.")
    private List<String> names = new ArrayList<>();

    public IngestCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = watch ? folders() : files();
        Path folder = data.path();
        Instance instance = Instance.in(folder)
                .orElseThrow(() -> new Refused("nothing runs on " + folder + "; start it with: casewire up"));
        Display display = isTerminal() ? Display.bars(out) : Display.lines(out);
        IngestServer server = new IngestServer(folder, SUBJECT, watch ? NEVER : AWAY_FOR_AT_MOST, display::say);
        Upload upload = new Upload(server, backfill, watch ? NEVER : GIVES_UP_AFTER, display);
        try {
            Upload.Outcome outcome = watch ? watch(files, upload, display, instance) : upload.run(files);
            out.println(summary(outcome, instance));
            return outcome.isWhole() ? 0 : FAILED;
        } catch (IOException e) {
            throw new Refused(e + "; is it running? See casewire status", e);
        }
    }

    /** Comes to no end by itself: Ctrl-C ends the program. */
    private Upload.Outcome watch(List<Path> folders, Upload upload, Display display, Instance instance)
            throws IOException, InterruptedException {
        display.say("Looking at %s; stop with Ctrl-C".formatted(String.join(", ", names)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("summary").unstarted(() -> {
            display.show(List.of());
            out.println(summary(upload.outcome(), instance));
        }));
        new FolderWatch(folders, upload, display, SETTLES, LOOKS_EVERY).run();
        return upload.outcome();
    }

    private static String summary(Upload.Outcome outcome, Instance instance) {
        int all = outcome.published() + outcome.rejected() + outcome.failed();
        return "%d %s: %d published, %d rejected, %d failed; see %s"
                .formatted(
                        all,
                        all == 1 ? "document" : "documents",
                        outcome.published(),
                        outcome.rejected(),
                        outcome.failed(),
                        instance.url());
    }

    /** A file or a pipe gets plain lines. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && !"dumb".equals(System.getenv("TERM"));
    }

    private List<Path> folders() {
        List<Path> folders = names.stream().map(Path::of).toList();
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(none -> {
                    throw new WrongUse("--watch looks at folders; there is no folder " + none);
                });
        return folders;
    }

    private List<Path> files() throws IOException {
        try {
            return DocumentFiles.named(names);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
