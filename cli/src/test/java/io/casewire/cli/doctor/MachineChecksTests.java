package io.casewire.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.cli.doctor.Finding.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTests {
    @ParameterizedTest
    @CsvSource({"2048, OK", "2047, FAIL"})
    void twoGigabytesOfDiskAreNeeded(long megabytes, Grade grade) {
        assertThat(MachineChecks.disk(megabytes).grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"1536, OK", "1535, FAIL"})
    void oneAndAHalfGigabytesOfMemoryAreNeeded(long megabytes, Grade grade) {
        assertThat(MachineChecks.memory(megabytes).grade()).isEqualTo(grade);
    }

    @Test
    void memoryIsWhatTheKernelSaysIsAvailable() {
        assertThat(MachineChecks.availableMegabytes(
                        List.of("MemTotal:       24576000 kB", "MemAvailable:    2097152 kB", "Buffers: 1 kB")))
                .hasValue(2048);
        assertThat(MachineChecks.availableMegabytes(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20.10.24, OK", "27.0.1+dfsg, OK", "19.03.15, FAIL", "9.1, FAIL"})
    void engineIsAtLeastTwentyTen(String version, Grade grade) {
        assertThat(MachineChecks.engine(Optional.of(version)).grade()).isEqualTo(grade);
    }

    @Test
    void whatOnlyContainersNeedMayBeMissing() {
        assertThat(MachineChecks.engine(Optional.empty()).grade()).isEqualTo(Grade.OK);
        assertThat(MachineChecks.compose(Optional.empty()).grade()).isEqualTo(Grade.OK);
        assertThat(MachineChecks.maven(Optional.empty()).grade()).isEqualTo(Grade.WARN);
    }

    @Test
    void dataThatEverybodyReadsIsAFault(@TempDir Path folder) throws IOException {
        assertThat(MachineChecks.folder(folder.resolve("none")).grade()).isEqualTo(Grade.OK);
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        assertThat(MachineChecks.folder(data).grade()).isEqualTo(Grade.OK);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(MachineChecks.folder(data)).satisfies(finding -> {
            assertThat(finding.grade()).isEqualTo(Grade.FAIL);
            assertThat(finding.sentence()).contains("chmod 700");
        });
    }
}
