package io.casewire.cli.doctor;

import io.casewire.cli.connect.DataFolder;
import io.casewire.cli.instance.InstanceProcess;
import io.casewire.embedded.LoopbackPort;
import io.casewire.embedded.PortInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What one JVM needs of the machine: a JDK, Maven to build with, room, memory, a folder, a port; an engine where there are containers. */
final class MachineChecks {
    private static final int PORT = 8080;
    private static final long NEEDED_DISK = 2048;
    private static final long NEEDED_MEMORY = 1536;
    private static final int OLDEST_ENGINE = 20;
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Path data;

    /** @param data folder of the instance, which may not exist yet */
    MachineChecks(Path data) {
        this.data = data;
    }

    List<Finding> all() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.ok("java", "JDK " + Runtime.version().feature() + " in " + System.getProperty("java.home")));
        findings.add(maven(Output.firstLine("mvn", "-v")));
        findings.add(disk(Files.getFileStore(DataFolder.root()).getUsableSpace() >> 20));
        if (Files.isReadable(MEMORY)) {
            availableMegabytes(Files.readAllLines(MEMORY)).ifPresent(free -> findings.add(memory(free)));
        }
        findings.add(folder(data));
        findings.add(running());
        if (Output.firstLine("docker", "--version").isPresent()) {
            findings.add(engine(Output.firstLine("docker", "version", "--format", "{{.Server.Version}}")));
            findings.add(compose(Output.firstLine("docker", "compose", "version", "--short")
                    .or(() -> Output.firstLine("docker-compose", "version", "--short"))));
        }
        return findings;
    }

    static Finding maven(Optional<String> version) {
        return version.map(line -> Finding.ok("maven", line))
                .orElse(Finding.warn(
                        "maven", "missing; everything is built, the next change needs it: apt install maven"));
    }

    static Finding disk(long megabytes) {
        return megabytes >= NEEDED_DISK
                ? Finding.ok("disk", megabytes + " MB free")
                : Finding.fail("disk", "only %d MB free; %d are needed".formatted(megabytes, NEEDED_DISK));
    }

    static Finding memory(long megabytes) {
        return megabytes >= NEEDED_MEMORY
                ? Finding.ok("memory", megabytes + " MB available")
                : Finding.fail("memory", "only %d MB available; %d are needed".formatted(megabytes, NEEDED_MEMORY));
    }

    /** @param lines of {@code /proc/meminfo} */
    static OptionalLong availableMegabytes(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst();
    }

    static Finding folder(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return Finding.ok("data", data + " is made by the first start");
        }
        if (!Files.isWritable(data)) {
            return Finding.fail("data", data + " cannot be written by " + System.getProperty("user.name"));
        }
        return Files.getPosixFilePermissions(data).contains(PosixFilePermission.OTHERS_READ)
                ? Finding.fail("data", data + " is readable by everybody: chmod 700 " + data)
                : Finding.ok("data", data.toString());
    }

    /** @param version of the server; empty where it does not answer */
    static Finding engine(Optional<String> version) {
        if (version.isEmpty()) {
            return Finding.ok("engine", "installed but not running (needed for containers only)");
        }
        String found = version.get();
        return major(found) < OLDEST_ENGINE
                ? Finding.fail("engine", found + " is too old for the Compose files: 20.10 or later")
                : Finding.ok("engine", found);
    }

    static Finding compose(Optional<String> version) {
        return version.map(found -> Finding.ok("compose", found))
                .orElse(Finding.ok(
                        "compose", "missing (needed for containers only; Debian: apt install docker-compose)"));
    }

    private Finding running() throws IOException {
        Optional<ProcessHandle> process = InstanceProcess.on(data);
        if (process.isPresent()) {
            return Finding.ok("running", "process " + process.get().pid());
        }
        try {
            LoopbackPort.free(PORT);
            return Finding.ok("port", PORT + " is free");
        } catch (PortInUse e) {
            return Finding.fail("port", PORT + " is taken by another program: start with --port N");
        }
    }

    private static int major(String version) {
        String digits = version.replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
