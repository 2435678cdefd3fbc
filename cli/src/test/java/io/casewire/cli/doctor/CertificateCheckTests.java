package io.casewire.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.cli.doctor.Finding.Grade;
import io.casewire.cli.external.CertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCheckTests {
    @TempDir
    private Path folder;

    @Test
    void saysInTimeThatACertificateEnds() throws IOException {
        Path file = folder.resolve("external.pem");
        Files.writeString(
                file,
                CertificateAuthority.create("Test").issue(List.of("kafka.test")).keyStore());

        assertThat(after(file, Duration.ZERO)).isEqualTo(Grade.OK);
        assertThat(after(file, Duration.ofDays(1096 - 30))).isEqualTo(Grade.WARN);
        assertThat(after(file, Duration.ofDays(1096 + 1))).isEqualTo(Grade.FAIL);
    }

    @Test
    void aFileWithoutACertificateIsAFault() throws IOException {
        Path file = Files.writeString(folder.resolve("external.pem"), "nothing");

        assertThat(after(file, Duration.ZERO)).isEqualTo(Grade.FAIL);
    }

    private static Grade after(Path file, Duration time) {
        return CertificateCheck.of(file, InstantSource.fixed(Instant.now().plus(time)))
                .grade();
    }
}
