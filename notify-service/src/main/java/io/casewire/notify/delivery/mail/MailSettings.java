package io.casewire.notify.delivery.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.notify.mail}.
 *
 * @param host of the mail server; nobody can subscribe by mail without one
 * @param port 587, with {@code tls} 465, with {@code none} 25 if absent
 * @param security how the connection is protected
 * @param username null where the server asks for none
 * @param password of that user; or in {@code password-file}
 * @param passwordFile a file with nothing but the password; read for every mail, so that it may be changed
 * @param from an address, with a name before it where wanted: {@code 改革案例 <casewire@example.gov.cn>}
 * @param envelopeSender where mail servers send what they could not deliver; {@code from} if absent
 * @param trustedCertificates a file of PEM certificates that are trusted instead of those the JVM trusts
 * @param connectTimeout until the connection stands
 * @param readTimeout until the server's next line
 * @param attemptTimeout for a mail in all
 */
@ConfigurationProperties("casewire.notify.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @DefaultValue("starttls") Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Nullable String from,
        @Nullable String envelopeSender,
        @Nullable Path trustedCertificates,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("60s") Duration attemptTimeout) {
    private static final int MAX_PORT = 65_535;

    MailSettings {
        host = blankIsNone(host);
        username = blankIsNone(username);
        password = blankIsNone(password);
        from = blankIsNone(from);
        envelopeSender = blankIsNone(envelopeSender);
        passwordFile = blankIsNone(passwordFile);
        trustedCertificates = blankIsNone(trustedCertificates);
        require(port == null || (port > 0 && port <= MAX_PORT), "port must be 1 to 65535");
        require(password == null || passwordFile == null, "password and password-file are one or the other");
        require(
                username != null || (password == null && passwordFile == null),
                "username must be set where a password is");
        require(connectTimeout.isPositive() && readTimeout.isPositive(), "timeouts must be positive");
        require(
                attemptTimeout.isPositive() && attemptTimeout.compareTo(Duration.ofSeconds(75)) <= 0,
                "attempt-timeout must be positive and at most 75s, less than a lease");
    }

    int portOrDefault() {
        if (port != null) {
            return port;
        }
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }

    /** The password as it is now; null where there is none. */
    @Nullable
    String currentPassword() {
        try {
            return passwordFile == null
                    ? password
                    : Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("casewire.notify.mail.password-file cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + "]";
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Path blankIsNone(@Nullable Path path) {
        return path == null || path.toString().isBlank() ? null : path;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("casewire.notify.mail." + what);
        }
    }

    /** How the connection is protected. */
    enum Security {
        /** It begins in the clear and must change to TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** Not at all: for a relay in the same protected network. */
        NONE
    }
}
