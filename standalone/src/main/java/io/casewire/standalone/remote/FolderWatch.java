package io.casewire.standalone.remote;

import io.casewire.ingest.inbox.FolderWalk;
import io.casewire.ingest.inbox.FolderWalk.Found;
import io.casewire.ingest.inbox.Settling;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is new in folders, again and again; nothing in them is touched. What was sent is remembered as long as this runs, and after
 * that the service knows the bytes.
 */
public final class FolderWatch {
    private final List<Path> folders;
    private final Upload upload;
    private final Display display;
    private final Duration pause;
    private final Settling settling;
    private final Map<Path, Sent> sent = new HashMap<>();
    private @Nullable String problem;

    /**
     * @param settles how long a file has to stay as it is before it is sent
     * @param pause between two looks
     */
    public FolderWatch(List<Path> folders, Upload upload, Display display, Duration settles, Duration pause) {
        this.folders = List.copyOf(folders);
        this.upload = upload;
        this.display = display;
        this.settling = new Settling(settles);
        this.pause = pause;
    }

    /** A file as it was when it was sent. */
    private record Sent(long size, FileTime modified) {
        static Sent of(Found found) {
            return new Sent(found.attributes().size(), found.attributes().lastModifiedTime());
        }
    }

    /**
     * Goes on until the thread is interrupted.
     *
     * @throws IOException when the instance was away for longer than its {@link IngestServer} waits
     */
    public void run() throws IOException, InterruptedException {
        while (true) {
            List<Found> all = files();
            List<Path> places = all.stream().map(Found::file).toList();
            settling.keepOnly(places);
            for (Found found : all) {
                boolean isSent = Sent.of(found).equals(sent.get(found.file()));
                if (!isSent && settling.isSettled(found.file(), found.attributes())) {
                    upload.send(found.file());
                    sent.put(found.file(), Sent.of(found));
                }
                upload.look();
            }
            Thread.sleep(pause);
            upload.look();
        }
    }

    private List<Found> files() {
        List<Found> found = new ArrayList<>();
        @Nullable String now = null;
        for (Path folder : folders) {
            try {
                found.addAll(FolderWalk.below(folder, _ -> false));
            } catch (IOException e) {
                now = folder + " cannot be looked at and is tried again: " + e;
            }
        }
        if (now != null && !now.equals(problem)) {
            display.say(now);
        }
        problem = now;
        return found;
    }
}
