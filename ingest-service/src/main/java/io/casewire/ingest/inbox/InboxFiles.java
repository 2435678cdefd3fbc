package io.casewire.ingest.inbox;

import io.casewire.contracts.id.SourceId;
import io.casewire.ingest.document.Door;
import io.casewire.ingest.document.Door.Answer;
import io.casewire.ingest.inbox.FolderWalk.Found;
import io.casewire.ingest.inbox.InboxFolder.End;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.parsing.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings each file through, from where it was laid to where it goes. What is known of a file is its place and its bytes: whoever looks
 * after the folder next finds the upload by their hash.
 */
@Component
class InboxFiles {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFiles.class);

    /** In the place of a token's subject. */
    private static final String SENDER = "inbox";

    private final Door door;
    private final Uploads uploads;
    private final Reports reports;
    private final boolean backfill;
    private final Settling settling;
    private final Troubles troubles = new Troubles(System::nanoTime);
    private final Counter taken;
    private final Counter done;
    private final Counter failed;
    /** By place in {@code working}. */
    private final Map<Path, Followed> followed = new HashMap<>();

    private long busySince = System.nanoTime();
    private Duration busyFor = Duration.ZERO;

    InboxFiles(Door door, Uploads uploads, Reports reports, InboxSettings settings, MeterRegistry meters) {
        this.door = door;
        this.uploads = uploads;
        this.reports = reports;
        this.backfill = settings.backfill();
        this.settling = new Settling(settings.settleTime());
        this.taken = counter(meters, "taken", "Files of the inbox that became documents");
        this.done = counter(meters, "done", "Files of the inbox that were moved to done");
        this.failed = counter(meters, "failed", "Files of the inbox that were moved to failed");
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("casewire.ingest.inbox." + name)
                .description(description)
                .register(meters);
    }

    /** A file whose upload is known. */
    private record Followed(String id, Shape shape) {}

    /**
     * What is left after a round.
     *
     * @param waiting files in the inbox and in work
     * @param troubled those of them with which something could not be done
     */
    record Left(int waiting, int troubled) {}

    /**
     * Looks at every file once.
     *
     * @param goesOn asked between two files
     * @throws IOException where the folder cannot be used
     */
    Left round(InboxFolder folder, BooleanSupplier goesOn) throws IOException {
        List<Claim> claims = folder.claims();
        Set<Path> places = new HashSet<>();
        claims.forEach(claim -> places.add(claim.file()));
        followed.keySet().retainAll(places);
        List<Found> found = folder.files();
        found.forEach(file -> places.add(file.file()));
        settling.keepOnly(places);
        troubles.keepOnly(places);

        Map<String, UploadState> states = states();
        int through = 0;
        for (Claim claim : claims) {
            through += goesOn.getAsBoolean() && advance(folder, claim, states) ? 1 : 0;
        }
        for (Found file : found) {
            through += goesOn.getAsBoolean() && takeFrom(folder, file) ? 1 : 0;
        }
        return new Left(places.size() - through, troubles.count());
    }

    private Map<String, UploadState> states() {
        List<String> ids = followed.values().stream().map(Followed::id).toList();
        return ids.isEmpty() ? Map.of() : uploads.states(ids);
    }

    /** Whether the file is through. */
    private boolean takeFrom(InboxFolder folder, Found found) {
        Path file = found.file();
        if (!settling.isSettled(file, found.attributes()) || isBusy() || troubles.rests(file)) {
            return false;
        }
        Optional<Claim> claim;
        try {
            // others came before it in this round
            if (!settling.isSettled(file, InboxFolder.attributes(file))) {
                return false;
            }
            requireReadable(file);
            claim = folder.claim(file);
        } catch (NoSuchFileException _) {
            // taken away again
            return false;
        } catch (IOException e) {
            troubles.tell(file, FileName.of(file).text(), sentence(e));
            return false;
        }
        troubles.isOver(file);
        if (claim.isPresent()) {
            taken.increment();
            return advance(folder, claim.get(), Map.of());
        }
        return false;
    }

    private static void requireReadable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            in.read();
        }
    }

    /** Does with a file in work what can be done now; returns whether it is through. */
    private boolean advance(InboxFolder folder, Claim claim, Map<String, UploadState> states) {
        Path file = claim.file();
        if (troubles.rests(file)) {
            return false;
        }
        try {
            Shape shape = Shape.of(InboxFolder.attributes(file));
            Followed known = followed.get(file);
            boolean through;
            if (known != null && known.shape().equals(shape)) {
                through = follow(folder, claim, known, states);
            } else {
                followed.remove(file);
                through = !isBusy() && take(folder, claim, shape);
            }
            troubles.isOver(file);
            return through;
        } catch (NoSuchFileException _) {
            // another instance came to its end with it
            return false;
        } catch (IOException e) {
            troubles.tell(file, claim.name(), sentence(e));
            return false;
        }
    }

    private boolean take(InboxFolder folder, Claim claim, Shape shape) throws IOException {
        Path file = claim.file();
        Answer answer;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Door.Check unchanged = () -> Shape.of(InboxFolder.attributes(file)).equals(shape);
            answer = door.take(in, FileName.of(file).text(), new Door.Coming(SENDER, backfill, null, unchanged));
        }
        return switch (answer) {
            case Answer.Taken taken -> {
                Upload upload = taken.upload();
                Followed known = new Followed(upload.id(), shape);
                followed.put(file, known);
                yield follow(folder, claim, known, Map.of(upload.id(), upload.state()));
            }
            case Answer.Refused(Refusal refusal) ->
                end(folder, claim, End.FAILED, Report.without(claim.name(), shape, Report.REFUSED, refusal));
            case Answer.Busy(Duration pause, String reason) -> {
                LOG.info("The inbox waits for {}: {}", pause, reason);
                busySince = System.nanoTime();
                busyFor = pause;
                yield false;
            }
            // somebody had it open when it was taken away
            case Answer.Unsettled _ -> throw new IOException("it is still being written");
        };
    }

    private boolean follow(InboxFolder folder, Claim claim, Followed known, Map<String, UploadState> states)
            throws IOException {
        UploadState state = states.get(known.id());
        if (state != null && !state.isFinal()) {
            return false;
        }
        Optional<Upload> upload = state == null ? Optional.empty() : uploads.find(new SourceId(known.id()));
        if (upload.isEmpty()) {
            Refusal removed = new Refusal("REMOVED", "An operator removed it before it was published. 发布前已被管理员删除。");
            return end(folder, claim, End.FAILED, Report.without(claim.name(), known.shape(), Report.REMOVED, removed));
        }
        Optional<Report> report = reports.of(claim.name(), known.shape(), upload.get());
        if (report.isEmpty()) {
            return false;
        }
        boolean good = upload.get().state().isPublished() || upload.get().state() == UploadState.UNPACKED;
        return end(folder, claim, good ? End.DONE : End.FAILED, report.get());
    }

    private boolean end(InboxFolder folder, Claim claim, End end, Report report) throws IOException {
        if (folder.end(claim, end, report)) {
            (end == End.DONE ? done : failed).increment();
            LOG.info("{} of the inbox is {}", report.file(), report.state());
        }
        followed.remove(claim.file());
        return true;
    }

    private boolean isBusy() {
        return System.nanoTime() - busySince < busyFor.toNanos();
    }

    private static String sentence(IOException e) {
        // one of the file system's names the file and nothing else
        return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
    }
}
