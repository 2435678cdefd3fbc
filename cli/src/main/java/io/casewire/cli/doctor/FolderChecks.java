package io.casewire.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A deployment's folder: who can read its secrets, and the room on its disk. */
final class FolderChecks {
    private static final List<String> SECRET = List.of("secrets", "identity");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final long NEEDED_MEGABYTES = 2048;

    private FolderChecks() {}

    static List<Finding> of(Path folder) throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(modes(folder));
        Path certificate = folder.resolve("secrets/kafka/external.pem");
        if (Files.exists(certificate)) {
            findings.add(CertificateCheck.of(certificate, InstantSource.system()));
        }
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        findings.add(
                free >= NEEDED_MEGABYTES
                        ? Finding.ok("disk", free + " MB free")
                        : Finding.fail("disk", "only %d MB free; a broker without room stops".formatted(free)));
        return findings;
    }

    private static List<Finding> modes(Path folder) throws IOException {
        List<Path> open = new ArrayList<>();
        for (String name : SECRET) {
            if (Files.isDirectory(folder.resolve(name))) {
                try (Stream<Path> files = Files.walk(folder.resolve(name))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        // the public key is for everybody
                        if (!file.endsWith("jwks.json") && isOpen(file)) {
                            open.add(file);
                        }
                    }
                }
            }
        }
        return open.isEmpty()
                ? List.of(Finding.ok("secrets", "readable by their owner only"))
                : open.stream()
                        .map(file -> Finding.fail("secrets", "others can read or write it: chmod 600 " + file))
                        .toList();
    }

    private static boolean isOpen(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }
}
