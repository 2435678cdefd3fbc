package io.casewire.cli.doctor;

import io.casewire.cli.connect.Refused;
import io.casewire.cli.external.SuppliedCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long the certificate of the listener for other systems still holds. */
final class CertificateCheck {
    private static final String ABOUT = "certificate";
    private static final Duration TIME_TO_RENEW = Duration.ofDays(60);

    private CertificateCheck() {}

    static Finding of(Path file, InstantSource clock) {
        Instant end;
        try {
            end = SuppliedCertificate.end(file);
        } catch (Refused e) {
            return Finding.fail(ABOUT, "cannot be read: " + e.getMessage());
        }
        long days = Duration.between(clock.instant(), end).toDays();
        if (end.isBefore(clock.instant())) {
            return Finding.fail(ABOUT, "ended on %s: ./casewire certificate, then restart Kafka".formatted(end));
        }
        return days < TIME_TO_RENEW.toDays()
                ? Finding.warn(ABOUT, "ends in %d days: ./casewire certificate, then restart Kafka".formatted(days))
                : Finding.ok(ABOUT, "holds for %d days".formatted(days));
    }
}
