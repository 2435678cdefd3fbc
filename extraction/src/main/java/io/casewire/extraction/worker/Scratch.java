package io.casewire.extraction.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A folder for temporary files, made when it is asked for first, and removed with all that is in it. One thread's. */
public final class Scratch implements AutoCloseable {
    private static final String PREFIX = "casewire-extraction-";

    private final Path parent;
    private @Nullable Path folder;

    /** @param parent must exist when the folder is asked for */
    public Scratch(Path parent) {
        this.parent = parent;
    }

    /**
     * Removes what processes that were killed left there.
     *
     * @param age since the last change; long enough that nobody can be at work on it
     */
    public static void sweep(Path parent, Duration age) throws IOException {
        Instant limit = Instant.now().minus(age);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : left) {
                if (Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(limit)) {
                    remove(folder);
                }
            }
        }
    }

    /** @throws IOException where there is no room for it */
    public Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory(parent, PREFIX);
        }
        return folder;
    }

    /** A folder in it, made where it is not there. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder().resolve(name));
    }

    /** What cannot be removed stays; nobody refers to it. */
    @Override
    public void close() {
        if (folder != null) {
            remove(folder);
            folder = null;
        }
    }

    /** Removes what is in the folder, links themselves and never what they point to. */
    static void empty(Path folder) {
        clear(folder, false);
    }

    /** The same with the folder itself. */
    static void remove(Path folder) {
        clear(folder, true);
    }

    private static void clear(Path root, boolean withRoot) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    if (withRoot || !folder.equals(root)) {
                        Files.deleteIfExists(folder);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            // a folder for temporary files is somebody's to sweep
        }
    }
}
