package io.casewire.identity.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Who may read and change the key files. Needs a file system with POSIX modes. */
final class FileModes {
    static final Set<PosixFilePermission> PRIVATE_FILE = Set.copyOf(PosixFilePermissions.fromString("rw-------"));
    static final Set<PosixFilePermission> PRIVATE_DIRECTORY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    private static final int MAX_SMALL = 64 * 1024;

    private FileModes() {}

    /**
     * Whether something is there, readable or not. Only what is certainly missing may be made anew: a file on a share that
     * does not answer, behind a folder that may not be entered or behind a broken link is not.
     */
    static boolean isThere(Path path) {
        return !Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * All of a file of UTF-8 that is never large.
     *
     * @throws IOException when it cannot be read, is not UTF-8, or is so large that it is something else
     */
    static String readSmall(Path file) throws IOException {
        return readSmall(file, MAX_SMALL);
    }

    /** The same with a size in bytes from which on it is something else. */
    static String readSmall(Path file, int max) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] content = bytes.readNBytes(max + 1);
            if (content.length > max) {
                throw new IOException(file + " is larger than " + max + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        }
    }

    /** Refuses a path that grants more than {@code most}. */
    static void requirePrivate(Path path, Set<PosixFilePermission> most) {
        Set<PosixFilePermission> modes = modesOf(path);
        if (!most.containsAll(modes)) {
            throw new UnusableKeys("%s has mode %s, so others on this machine could use the signing key: chmod %s %s"
                    .formatted(path, PosixFilePermissions.toString(modes), octal(most), path));
        }
    }

    /** Refuses a path where others could plant a key of their own. */
    static void refuseWritableByOthers(Path path) {
        Set<PosixFilePermission> modes = modesOf(path);
        if (modes.contains(PosixFilePermission.GROUP_WRITE) || modes.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new UnusableKeys("%s has mode %s, so others on this machine could plant a key: chmod go-w %s"
                    .formatted(path, PosixFilePermissions.toString(modes), path));
        }
    }

    static void createPrivateDirectory(Path directory) throws IOException {
        if (directory.getParent() != null) {
            Files.createDirectories(directory.getParent());
        }
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PRIVATE_DIRECTORY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    static void createPrivateFile(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
    }

    /** Readers see the whole file or none, also after a power cut. */
    static void writeWhole(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            createPrivateFile(draft);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Set<PosixFilePermission> modesOf(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableKeys("The mode of " + path + " cannot be read, so the keys cannot be trusted.", e);
        }
    }

    private static String octal(Set<PosixFilePermission> modes) {
        return modes.equals(PRIVATE_DIRECTORY) ? "700" : "600";
    }
}
