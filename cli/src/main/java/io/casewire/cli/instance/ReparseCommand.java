package io.casewire.cli.instance;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.connect.WrongUse;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api;
import io.casewire.standalone.remote.Api.Answer;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code casewire reparse}: has kept originals read again by the parser of this build, and follows that. */
@Command(
        name = "reparse",
        description = {
            "Read kept documents again with this build's parser and publish what changed.",
            "The run goes on in the instance, also after this command ended or the instance was started again.",
            "Exit status 1: it was cancelled, or some documents could not be read again."
        })
public final class ReparseCommand implements Callable<Integer> {
    private static final String RUNS = "/api/ingest/v1/reparses";
    private static final Duration ASKS_EVERY = Duration.ofMillis(250);
    private static final int NOT_DONE = 1;
    private static final int REFUSED = 400;

    private final PrintStream out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--document",
            paramLabel = "ID",
            description = "Only this document (doc-…) or file (src-…); default: all that are kept.")
    private @Nullable String document;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only files in this state: PARSED, PUBLISHED, SUPERSEDED, REJECTED or FAILED.")
    private @Nullable String state;

    @Option(names = "--older", description = "Only files that another version of the parser read.")
    private boolean older;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the run.")
    private @Nullable String reason;

    @Option(names = "--run", paramLabel = "ID", description = "Follow a run that was started before.")
    private @Nullable String run;

    @Option(names = "--detach", description = "Print the run's id and do not wait for its end.")
    private boolean detach;

    public ReparseCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (run != null && (detach || older || document != null || state != null || reason != null)) {
            throw new WrongUse("--run follows a run that is there; it goes with no other option");
        }
        Path folder = data.path();
        Instance instance = Instance.in(folder)
                .orElseThrow(() -> new Refused("nothing runs on " + folder + "; start it with: casewire up"));
        Caller caller = new Caller("casewire reparse", Set.of(Role.OPERATOR), null, null);
        Api ingest = Api.of(instance.service("ingest"), folder, caller);
        try {
            JsonNode begun = run == null ? started(ingest) : said(ingest.get(RUNS + "/" + run));
            String id = begun.path("id").asString("");
            if (detach) {
                out.println(id);
                return 0;
            }
            return followed(ingest, id, begun);
        } catch (IOException e) {
            throw new Refused(e + "; is it running? See casewire status", e);
        }
    }

    private JsonNode started(Api ingest) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        if (document != null) {
            request.put("document", document);
        }
        if (state != null) {
            request.put("state", state);
        }
        if (older) {
            request.put("otherParser", true);
        }
        if (reason != null) {
            request.put("reason", reason);
        }
        return said(ingest.post(RUNS, request));
    }

    private static JsonNode said(Answer answer) {
        if (answer.status() == REFUSED) {
            throw new WrongUse(answer.problem());
        }
        if (!answer.ok()) {
            throw new Refused(answer.problem());
        }
        return answer.body();
    }

    private int followed(Api ingest, String id, JsonNode begun) throws IOException, InterruptedException {
        ProgressLine line = ProgressLine.on(out);
        JsonNode now = begun;
        while (now.path("status").asString("").equals("RUNNING")) {
            line.show(now);
            Thread.sleep(ASKS_EVERY);
            now = said(ingest.get(RUNS + "/" + id));
        }
        line.end(now);
        for (JsonNode problem : now.path("problems")) {
            out.printf(
                    "  %-40s %s: %s%n",
                    problem.path("name").asString(""),
                    problem.path("code").asString(""),
                    problem.path("reason").asString(""));
        }
        boolean done = now.path("status").asString("").equals("DONE");
        out.printf("Run %s %s%n", id, done ? "is through" : "was cancelled");
        return done && now.path("failed").asLong(0) == 0 ? 0 : NOT_DONE;
    }
}
