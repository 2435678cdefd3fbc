package io.casewire.cli.backup;

import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that is being made, under a name that nobody takes for the whole. It gets the name it is meant for in one step, once everything in
 * it has reached the disk; closed before that, it is gone. What a kill leaves keeps the other name.
 */
public final class Draft implements AutoCloseable {
    private static final String INCOMPLETE = ".incomplete-";

    private final Path target;
    private final Path folder;
    private final Thread atExit = new Thread(this::discard, "discard-draft");

    private Draft(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * A draft of a folder that does not exist yet, or is empty. It lies beside it, else, as a mounted folder cannot be replaced, in it.
     *
     * @throws Refused when the folder holds something
     */
    static Draft of(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        if (!PrivateFiles.isEmpty(absolute)) {
            throw new Refused(interrupted(absolute)
                    .map(left -> absolute + " holds " + left.getFileName()
                            + ", which an interrupted backup left there: remove it, or choose another folder")
                    .orElse(absolute + " is not empty; a backup goes into a folder of its own"));
        }
        return Files.exists(absolute) ? new Draft(absolute, temporary(absolute, INCOMPLETE)) : beside(absolute);
    }

    /**
     * A draft beside a folder that does not exist yet, or is empty.
     *
     * @throws Refused when it exists and is a mount, which cannot be replaced
     */
    public static Draft beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        PrivateFiles.createFolder(parent);
        if (Files.exists(absolute) && !Files.getFileStore(absolute).equals(Files.getFileStore(parent))) {
            throw new Refused(absolute + " is a mounted folder, which cannot be replaced: choose a new one in it");
        }
        return new Draft(absolute, temporary(parent, "." + absolute.getFileName() + INCOMPLETE));
    }

    /** Where to write. */
    public Path folder() {
        return folder;
    }

    /** Has everything written so far reach the disk. */
    void force() throws IOException {
        try (Stream<Path> written = Files.walk(folder)) {
            for (Path path : written.toList()) {
                force(path);
            }
        }
    }

    /**
     * Gives the folder its name.
     *
     * @param last the file without which the folder counts for nothing; it is moved last where not all of it can be moved at once
     */
    public void complete(String last) throws IOException {
        force();
        Path parent = folder.getParent();
        if (target.equals(parent)) {
            for (Path part : parts(last)) {
                Files.move(part, target.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            force(target);
            Files.move(folder.resolve(last), target.resolve(last), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(folder);
            force(target);
        } else {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            if (parent != null) {
                force(parent);
            }
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is about to end, and does it
            return;
        }
        discard();
    }

    private List<Path> parts(String last) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.filter(part -> !part.equals(folder.resolve(last))).toList();
        }
    }

    private void discard() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder + ": it is no backup, remove it", e);
        }
    }

    private static Optional<Path> interrupted(Path target) throws IOException {
        try (Stream<Path> parts = Files.list(target)) {
            return parts.filter(part -> part.getFileName().toString().startsWith(INCOMPLETE))
                    .findFirst();
        }
    }

    private static Path temporary(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, PrivateFiles.FOLDER);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
