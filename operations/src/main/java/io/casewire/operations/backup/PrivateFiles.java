package io.casewire.operations.backup;

import io.casewire.operations.backup.Manifest.Sum;
import io.casewire.operations.connect.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files that only their owner reads: a backup holds the key that signs tokens. */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int BUFFER = 64 * 1024;

    private PrivateFiles() {}

    /** An empty file, with the folders it lies in. */
    static Path create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder, FOLDER);
        }
        return Files.createFile(file, FILE);
    }

    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Copies every file below one folder to another. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            create(copy);
            try (var bytes = Files.newInputStream(file);
                    var out = Files.newOutputStream(copy)) {
                bytes.transferTo(out);
            }
        }
    }

    /** Lengths and checksums of every file below a folder, by path. */
    static Map<String, Sum> sums(Path folder) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Path file : below(folder)) {
            sums.put(folder.relativize(file).toString(), sum(file));
        }
        return sums;
    }

    /** @throws Refused when a file is missing, damaged or too much */
    static void verify(Path folder, Map<String, Sum> expected) throws IOException {
        for (Map.Entry<String, Sum> file : expected.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                throw new Refused("the backup is not whole: " + file.getKey() + " is missing");
            }
            if (!sum(path).equals(file.getValue())) {
                throw new Refused("the backup is damaged: " + file.getKey() + " is not what was written");
            }
        }
    }

    private static Iterable<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Sum sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new Sum(Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
