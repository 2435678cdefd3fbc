package io.casewire.ingest.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inbox on its disk. A file only ever moves by an atomic rename within it, from where it was laid to {@code working}, and from there
 * to {@code done} or {@code failed}: it is at one place at any time, and of two that want it one gets it. Links are not followed.
 */
final class InboxFolder {
    private static final String WORKING = "working";
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String IDENTITY = ".identity";
    private static final int BOX_NAME = 8;
    private static final Duration BOX_IS_ABANDONED_AFTER = Duration.ofMinutes(10);

    private final Path root;

    private InboxFolder(Path root) {
        this.root = root;
    }

    /** Where a file goes that is through. */
    enum End {
        DONE,
        FAILED
    }

    /**
     * The folder, with those below it that are made where they are missing.
     *
     * @throws IOException with a sentence where it is missing, or cannot be used at this moment
     */
    static InboxFolder at(Path folder) throws IOException {
        InboxFolder inbox = new InboxFolder(real(folder));
        requireWritable(inbox.root);
        for (String name : List.of(WORKING, DONE, FAILED)) {
            Path below = inbox.root.resolve(name);
            if (!Files.exists(below, LinkOption.NOFOLLOW_LINKS)) {
                makeIfMissing(below);
            }
            if (!Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(below + " is no folder: move it away");
            }
            requireWritable(below);
        }
        return inbox;
    }

    private static Path real(Path folder) throws IOException {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
            throw new NotDirectoryException(folder.toString());
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException("There is no folder " + folder, e);
        }
    }

    private static void requireWritable(Path folder) throws IOException {
        if (!Files.isWritable(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new IOException(folder + " cannot be read and written by " + System.getProperty("user.name"));
        }
    }

    private static void makeIfMissing(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException _) {
            // another instance was faster
        }
    }

    /** What tells it from other folders, wherever it is mounted; kept in it. */
    String identity() throws IOException {
        Path kept = root.resolve(WORKING).resolve(IDENTITY);
        if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
            String fresh = UUID.randomUUID().toString();
            Path written = kept.resolveSibling(IDENTITY + "." + fresh);
            Files.writeString(written, fresh, StandardCharsets.US_ASCII);
            // of two the last stays, and the other instance reads it at its next round
            Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(kept, StandardCharsets.ISO_8859_1).strip();
    }

    /** Files that were laid there and are not being written by their name. */
    List<FolderWalk.Found> files() throws IOException {
        return FolderWalk.below(
                root,
                folder -> root.equals(folder.getParent())
                        && isOurs(folder.getFileName().toString()));
    }

    private static boolean isOurs(String name) {
        return name.equals(WORKING) || name.equals(DONE) || name.equals(FAILED);
    }

    /** Files that this or another instance took and that are not through. */
    List<Claim> claims() throws IOException {
        Map<Instant, List<Claim>> claims = new TreeMap<>();
        try (Stream<Path> boxes = Files.list(root.resolve(WORKING))) {
            for (Path box : boxes.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                List<FolderWalk.Found> files = filesIn(box);
                for (FolderWalk.Found found : files) {
                    claims.computeIfAbsent(found.modified(), _ -> new ArrayList<>())
                            .add(new Claim(box, found.file()));
                }
                if (files.isEmpty() && Files.exists(box) && isAbandoned(box)) {
                    removeEmpty(box);
                }
            }
        }
        return claims.values().stream().flatMap(List::stream).toList();
    }

    private static List<FolderWalk.Found> filesIn(Path box) throws IOException {
        try {
            return FolderWalk.allBelow(box);
        } catch (NoSuchFileException _) {
            // another instance came to its end with it
            return List.of();
        }
    }

    private static boolean isAbandoned(Path box) throws IOException {
        FileTime made = Files.getLastModifiedTime(box, LinkOption.NOFOLLOW_LINKS);
        return made.toInstant().plus(BOX_IS_ABANDONED_AFTER).isBefore(Instant.now());
    }

    /** Takes the file away from where it was laid; empty where somebody else did. */
    Optional<Claim> claim(Path file) throws IOException {
        if (!Objects.requireNonNull(file.getParent()).toRealPath().startsWith(root)) {
            throw new IOException("its folder leads out of the inbox");
        }
        Path box = Files.createDirectory(
                root.resolve(WORKING).resolve(UUID.randomUUID().toString().substring(0, BOX_NAME)));
        try {
            Path taken = box.resolve(root.relativize(file));
            Files.createDirectories(taken.getParent());
            Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(new Claim(box, taken));
        } catch (NoSuchFileException _) {
            removeEmpty(box);
            return Optional.empty();
        } catch (IOException e) {
            removeEmpty(box);
            throw e;
        }
    }

    /**
     * Lays the file where it belongs, its reports beside it. The report comes first: a crash in between leaves one that says it is of this
     * very file, and the next one takes its place.
     *
     * @return false where another instance did it
     */
    boolean end(Claim claim, End end, Report report) throws IOException {
        Path folder = folder(root.resolve(end == End.DONE ? DONE : FAILED), claim.folders());
        FileName given = FileName.of(claim.file());
        for (int number = 1; ; number++) {
            FileName name = given.numbered(number);
            Path target = name.in(folder);
            ReportFiles reports = new ReportFiles(folder, name);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) || reports.isOfAnother(report)) {
                continue;
            }
            reports.write(
                    report, root.resolve(WORKING).resolve("." + claim.box().getFileName()));
            try {
                Files.move(claim.file(), target, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException _) {
                reports.remove();
                return false;
            }
            removeEmpty(claim.box());
            return true;
        }
    }

    /** The folders of the inbox again; the one above where a file has the name of one of them. */
    private Path folder(Path end, @Nullable Path folders) throws IOException {
        Path wanted = folders == null ? end : end.resolve(folders);
        try {
            Files.createDirectories(wanted);
        } catch (FileAlreadyExistsException _) {
            return end;
        }
        if (!wanted.toRealPath().startsWith(root)) {
            throw new IOException(wanted + " leads out of the inbox");
        }
        return wanted;
    }

    /** A box without files, with the folders in it; leaves it where it has some. */
    private static void removeEmpty(Path box) {
        try (Stream<Path> below = Files.walk(box)) {
            for (Path folder : below.sorted((one, other) -> other.getNameCount() - one.getNameCount())
                    .toList()) {
                Files.delete(folder);
            }
        } catch (IOException | UncheckedIOException _) {
            // not empty, or somebody else does the same: the next round looks again
        }
    }

    /** The file as it is now. */
    static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
