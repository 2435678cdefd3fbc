package io.casewire.standalone;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.DocumentFiles;
import io.casewire.standalone.remote.Instance;
import io.casewire.standalone.remote.Upload;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code casewire ingest}: uploads files, folders or patterns and says what became of each. */
public final class IngestCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private IngestCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            System.exit(run(arguments, out));
        } catch (IllegalArgumentException e) {
            err.println("casewire ingest: " + e.getMessage());
            System.exit(WRONG_USE);
        } catch (IOException e) {
            err.println("casewire ingest: " + e + "; is it running? See casewire status");
            System.exit(FAILED);
        }
    }

    private static int run(String[] arguments, PrintStream out) throws IOException, InterruptedException {
        Path data = Path.of(".casewire");
        boolean backfill = false;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--data" -> data = Path.of(arguments[++i]);
                case "--backfill" -> backfill = true;
                default -> names.add(arguments[i]);
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "name the files or folders to upload (--backfill: as history, alerting nobody)");
        }
        List<Path> files = DocumentFiles.named(names);
        Path directory = data;
        Instance instance = Instance.in(directory)
                .orElseThrow(() ->
                        new IllegalArgumentException("nothing runs on " + directory + "; start it with: casewire up"));
        URI ingest = instance.service("ingest");
        Caller caller = new Caller("casewire ingest", Set.of(Role.PUBLISHER), null, null);
        Upload.Outcome outcome = new Upload(Api.of(ingest, directory, caller), backfill, out).run(files);
        out.printf("%d of %d documents published; see %s%n", outcome.published(), files.size(), instance.url());
        return outcome.failed() == 0 ? 0 : FAILED;
    }
}
