package io.casewire.cli.backup;

import io.casewire.cli.backup.Manifest.Sum;
import io.casewire.cli.connect.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files that only their owner reads: a backup holds the key that signs tokens. */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_NAMED = 5;

    private PrivateFiles() {}

    /** An empty file, with the folders it lies in. */
    static Path create(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder, FOLDER);
        }
        return Files.createFile(file, FILE);
    }

    /** The folder with those it lies in, where they are missing. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Copies every file below one folder to another, but for those of the moment. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : below(from)) {
            if (isOfTheMoment(from.relativize(file))) {
                continue;
            }
            Path copy = to.resolve(from.relativize(file).toString());
            create(copy);
            try (var bytes = Files.newInputStream(file);
                    var out = Files.newOutputStream(copy)) {
                bytes.transferTo(out);
            }
        }
    }

    /** Links that sign in: good for minutes, gone once used, and not to be used twice by way of a copy. */
    private static boolean isOfTheMoment(Path key) {
        return key.startsWith("sessions") && !key.endsWith("ended.json");
    }

    /** Lengths and checksums of every file below a folder, by path. */
    static Map<String, Sum> sums(Path folder) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Path file : below(folder)) {
            sums.put(folder.relativize(file).toString(), sum(file));
        }
        return sums;
    }

    /** @throws Refused when a file is missing, damaged or too much; names the first few */
    static void verify(Path folder, Map<String, Sum> expected) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Sum> file : expected.entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder.normalize())) {
                wrong.add(file.getKey() + " would lie outside of it");
            } else if (!Files.isRegularFile(path)) {
                wrong.add(file.getKey() + " is missing");
            } else if (Files.size(path) != file.getValue().bytes()) {
                wrong.add("%s has %d bytes instead of %d"
                        .formatted(
                                file.getKey(), Files.size(path), file.getValue().bytes()));
            } else if (!sum(path).equals(file.getValue())) {
                wrong.add(file.getKey() + " is not what was written");
            }
        }
        for (String part : List.of(Backup.DATABASES, Backup.TOPICS, Backup.KEYS)) {
            for (Path file : below(folder.resolve(part))) {
                String name = folder.relativize(file).toString();
                if (!expected.containsKey(name)) {
                    wrong.add(name + " is none of its files");
                }
            }
        }
        if (!wrong.isEmpty()) {
            String more = wrong.size() > MAX_NAMED ? "; and %d more".formatted(wrong.size() - MAX_NAMED) : "";
            throw new Refused("the backup in %s is damaged: %s%s; take another one"
                    .formatted(folder, String.join("; ", wrong.subList(0, Math.min(MAX_NAMED, wrong.size()))), more));
        }
    }

    private static Iterable<Path> below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
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
