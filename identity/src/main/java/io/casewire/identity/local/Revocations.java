package io.casewire.identity.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that were called back before their expiry, in {@code revoked/tokens.json} of a {@link KeyDirectory}. The file is
 * looked at again while the service runs, so that a revocation holds within {@link #HOLDS_WITHIN} without a restart.
 *
 * <p>A list that cannot be read, or that is gone after it was there, revokes nobody and lets nobody in: whether a token was
 * called back is not known then.
 */
public final class Revocations {
    /** How long after {@code casewire token revoke} a revoked token may still be taken. */
    public static final Duration HOLDS_WITHIN = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String FOLDER = "revoked";
    private static final String FILE = "tokens.json";
    private static final String ENDED = "ended.json";
    private static final int MAX_BYTES = 4 * 1024 * 1024;
    // longer than any token signed here lives
    private static final Duration KEPT = TokenIssuer.MAX_LIFE.plusDays(1);

    private final Path folder;
    private final Path file;
    private final LongSupplier nanoseconds;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen;

    /**
     * What the last look saw.
     *
     * @param stamp of the file; null when there was none, and none before
     * @param failure why the list is not known; null when it is
     * @param at in nanoseconds of the clock
     */
    private record Seen(
            RevocationList list,
            @Nullable Stamp stamp,
            @Nullable UnusableKeys failure,
            long at) {}

    /** A file that was replaced has another key, one that was changed in place another time or size. */
    private record Stamp(@Nullable Object key, FileTime changed, long bytes) {}

    Revocations(Path keyDirectory, LongSupplier nanoseconds) {
        this(keyDirectory.toAbsolutePath().normalize().resolve(FOLDER), FILE, nanoseconds);
    }

    private Revocations(Path folder, String name, LongSupplier nanoseconds) {
        this.folder = folder;
        this.file = folder.resolve(name);
        this.nanoseconds = nanoseconds;
        this.seen = look(new Seen(RevocationList.EMPTY, null, null, 0));
        if (seen.failure() != null) {
            throw seen.failure();
        }
    }

    /**
     * Those of a directory; empty where none was ever made.
     *
     * @throws UnusableKeys when the list is there and cannot be read, or others could have changed it
     */
    public static Revocations in(Path keyDirectory) {
        return new Revocations(keyDirectory, System::nanoTime);
    }

    /** The sessions of a directory that were ended by those who had them, in {@code sessions/ended.json}. */
    public static Revocations ofSessions(Path keyDirectory) {
        return new Revocations(Sessions.folderIn(keyDirectory), ENDED, System::nanoTime);
    }

    /** Whether there is a list at all; without one {@code casewire token revoke} has no effect on this process. */
    public boolean isKept() {
        return seen.stamp() != null;
    }

    /** Where the list is. */
    public Path file() {
        return file;
    }

    /**
     * Whether that token was called back.
     *
     * @param id its {@code jti}; null where it has none
     * @param subject its {@code sub} in the one spelling of names
     * @throws UnusableKeys when that is not known, because the list can no longer be read
     */
    public boolean cover(@Nullable String id, String subject, Instant issuedAt) {
        Seen now = current();
        if (now.failure() != null) {
            throw now.failure();
        }
        return now.list().covers(id, subject, issuedAt);
    }

    /** Adds to the list, which is made if it is missing. Returns once it is on the disk. */
    static void add(Path keyDirectory, List<Revocation> more, Instant now) throws IOException {
        add(keyDirectory, keyDirectory.resolve(FOLDER), FILE, KEPT, more, now);
    }

    /** The same for sessions: kept for as long as one may live, and locked in their folder, as a console has no other. */
    static void addOfSessions(Path sessions, List<Revocation> more, Instant now) throws IOException {
        add(sessions, sessions, ENDED, Sessions.MAX_LIFE.plusHours(1), more, now);
    }

    private static void add(Path locked, Path folder, String name, Duration kept, List<Revocation> more, Instant now)
            throws IOException {
        DirectoryLock.inTurn(locked, () -> {
            Path file = folder.resolve(name);
            RevocationList before = FileModes.isThere(file) ? read(folder, file) : RevocationList.EMPTY;
            List<Revocation> all = Stream.concat(
                            before.all().stream().filter(old -> old.at().isAfter(now.minus(kept))), more.stream())
                    .distinct()
                    .toList();
            String json = new RevocationList(all).json();
            if (json.length() > MAX_BYTES / 3) {
                throw new UnusableKeys(file + " has no room for more: revoke by --subject or --issued-before.");
            }
            FileModes.createPrivateDirectory(folder);
            FileModes.writeWhole(file, json);
            return file;
        });
    }

    /** Makes an empty list where there is none. The caller holds the lock of the directory. */
    static void makeEmpty(Path keyDirectory) throws IOException {
        Path folder = keyDirectory.resolve(FOLDER);
        FileModes.createPrivateDirectory(folder);
        if (!FileModes.isThere(folder.resolve(FILE))) {
            FileModes.writeWhole(folder.resolve(FILE), RevocationList.EMPTY.json());
        }
    }

    private Seen current() {
        if (isFresh(seen)) {
            return seen;
        }
        looking.lock();
        try {
            // somebody else may have looked meanwhile
            if (!isFresh(seen)) {
                seen = look(seen);
            }
            return seen;
        } finally {
            looking.unlock();
        }
    }

    private boolean isFresh(Seen last) {
        return nanoseconds.getAsLong() - last.at() < BETWEEN_LOOKS.toNanos();
    }

    private Seen look(Seen last) {
        long now = nanoseconds.getAsLong();
        try {
            // before the content: what is written in between is seen by the next look
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp stamp = new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
            return stamp.equals(last.stamp()) && last.failure() == null
                    ? new Seen(last.list(), stamp, null, now)
                    : new Seen(read(folder, file), stamp, null, now);
        } catch (NoSuchFileException e) {
            return last.stamp() == null
                    ? new Seen(RevocationList.EMPTY, null, null, now)
                    : new Seen(last.list(), last.stamp(), gone(e), now);
        } catch (IOException e) {
            return new Seen(last.list(), last.stamp(), unreadable(file, e), now);
        } catch (UnusableKeys e) {
            return new Seen(last.list(), last.stamp(), e, now);
        }
    }

    private static RevocationList read(Path folder, Path file) throws IOException {
        FileModes.refuseWritableByOthers(folder);
        FileModes.refuseWritableByOthers(file);
        try {
            return RevocationList.parse(FileModes.readSmall(file, MAX_BYTES));
        } catch (ParseException e) {
            throw unreadable(file, e);
        }
    }

    private UnusableKeys gone(IOException cause) {
        return new UnusableKeys(
                file + " is gone, so nobody knows which tokens were revoked. Bring it back from a backup.", cause);
    }

    private static UnusableKeys unreadable(Path file, Exception cause) {
        return new UnusableKeys(
                file + " cannot be read as the list of revoked tokens. Bring it back from a backup.", cause);
    }
}
