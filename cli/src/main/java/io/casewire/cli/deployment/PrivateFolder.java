package io.casewire.cli.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A folder whose files only their owner can read. The containers run as that owner; where root makes the folder, the owner
 * becomes the user of the images, so that no container runs as root.
 */
final class PrivateFolder {
    private static final int ROOT = 0;
    private static final int IMAGE_USER = 10001;

    private final Path root;

    PrivateFolder(Path root) {
        this.root = root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Makes a directory and those above it that are missing. */
    void directory(String name) throws IOException {
        makeMissing(root.resolve(name));
    }

    private static void makeMissing(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            if (directory.getParent() != null) {
                makeMissing(directory.getParent());
            }
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Writes a new file; one that is there is an error, as it may hold a secret in use. */
    void file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    }

    /** Writes a new program. */
    void program(String name, String content) throws IOException {
        file(name, content);
        Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwx------"));
    }

    /** The owner as {@code uid:gid}, after handing everything from root to the user of the images. */
    String owner() throws IOException {
        int uid = (Integer) Files.getAttribute(root, "unix:uid");
        int gid = (Integer) Files.getAttribute(root, "unix:gid");
        return uid == ROOT ? IMAGE_USER + ":" + IMAGE_USER : uid + ":" + gid;
    }

    /** Called last: what root wrote becomes the image user's. Compose itself, run by root, still reads everything. */
    void handOver() throws IOException {
        if ((Integer) Files.getAttribute(root, "unix:uid") != ROOT) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", IMAGE_USER);
                Files.setAttribute(path, "unix:gid", IMAGE_USER);
            }
        }
    }
}
