package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.DocumentFiles;
import io.casewire.standalone.remote.Instance;
import io.casewire.standalone.remote.Upload;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casewire ingest}: uploads files, folders or patterns and says what became of each. */
@Command(
        name = "ingest",
        description = {
            "Upload documents, folders of documents or patterns to the running instance.",
            "Waits until each is published or refused. Exit status 1: not all were published."
        })
public final class IngestCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(names = "--backfill", description = "Take them as history: nobody is alerted.")
    private boolean backfill;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, folders or patterns.")
    private List<String> names = new ArrayList<>();

    public IngestCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = files();
        Path folder = data.path();
        Instance instance = Instance.in(folder)
                .orElseThrow(() -> new Refused("nothing runs on " + folder + "; start it with: casewire up"));
        URI ingest = instance.service("ingest");
        Caller caller = new Caller("casewire ingest", Set.of(Role.PUBLISHER), null, null);
        try {
            Upload.Outcome outcome = new Upload(Api.of(ingest, folder, caller), backfill, out).run(files);
            out.printf(
                    "%d of %d documents published; see %s%n",
                    outcome.published(), outcome.published() + outcome.failed(), instance.url());
            return outcome.failed() == 0 ? 0 : FAILED;
        } catch (IOException e) {
            throw new Refused(e + "; is it running? See casewire status", e);
        }
    }

    private List<Path> files() throws IOException {
        try {
            return DocumentFiles.named(names);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }
}
