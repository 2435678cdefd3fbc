package io.casewire.standalone.remote;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.standalone.remote.Api.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ingest service of the instance on a data folder, also when that is started again meanwhile and has another port then. */
public final class IngestServer {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** Well before the token ends. */
    private static final Duration NEW_TOKEN_AFTER = Duration.ofMinutes(30);

    private final Path data;
    private final Caller caller;
    private final Duration patience;
    private final Consumer<String> remarks;
    private @Nullable Api api;
    private long apiSince;

    /**
     * For uploads in the name of that subject.
     *
     * @param patience how long it may be away before a call fails
     * @param remarks is told when it is away, and when it is back
     */
    public IngestServer(Path data, String subject, Duration patience, Consumer<String> remarks) {
        this.data = data;
        this.caller = new Caller(subject, Set.of(Role.PUBLISHER), null, null);
        this.patience = patience;
        this.remarks = remarks;
    }

    /** Something asked of it; asked again after it was away. */
    @FunctionalInterface
    interface Call {
        Answer of(Api api) throws IOException, InterruptedException;
    }

    /** @throws IOException when it was away for too long */
    Answer call(Call call) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                Answer answer = call.of(api());
                if (!pause.equals(FIRST_PAUSE)) {
                    remarks.accept("  The instance answers again.");
                }
                return answer;
            } catch (IOException e) {
                api = null;
                if (System.nanoTime() - began >= patience.toNanos()) {
                    throw e;
                }
                if (pause.equals(FIRST_PAUSE)) {
                    remarks.accept("  The instance does not answer; nothing is lost, it is tried again (" + e + ").");
                }
                Thread.sleep(pause);
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private Api api() throws IOException {
        Api known = api;
        if (known != null && System.nanoTime() - apiSince < NEW_TOKEN_AFTER.toNanos()) {
            return known;
        }
        Instance instance = Instance.in(data).orElseThrow(() -> new ConnectException("nothing runs on " + data));
        Api fresh = Api.of(instance.service("ingest"), data, caller);
        api = fresh;
        apiSince = System.nanoTime();
        return fresh;
    }
}
