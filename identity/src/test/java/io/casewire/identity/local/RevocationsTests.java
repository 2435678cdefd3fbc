package io.casewire.identity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTests {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);

    @TempDir
    Path data;

    private Path keys;
    private long nanoseconds = 5;

    @BeforeEach
    void makeKeys() {
        keys = data.resolve("identity");
        new KeyDirectory(keys).publicKeys();
    }

    @Test
    void oneTokenIsRevokedByItsId() throws IOException {
        revoke("a", null, null);
        Revocations revocations = revocations();
        assertThat(revocations.cover("a", "li", BEFORE)).isTrue();
        assertThat(revocations.cover("b", "li", BEFORE)).isFalse();
        assertThat(revocations.cover(null, "li", BEFORE)).isFalse();
    }

    @Test
    void subjectIsRevokedUpToATime() throws IOException {
        revoke(null, "li", NOW);
        Revocations revocations = revocations();
        assertThat(revocations.cover("a", "li", BEFORE)).isTrue();
        assertThat(revocations.cover("a", "li", NOW)).isFalse();
        assertThat(revocations.cover("a", "wang", BEFORE)).isFalse();
    }

    @Test
    void everybodyIsRevokedUpToATime() throws IOException {
        revoke(null, null, NOW);
        assertThat(revocations().cover(null, "li", BEFORE)).isTrue();
        assertThat(revocations().cover(null, "li", NOW)).isFalse();
    }

    @Test
    void laterRevocationsAddToEarlierOnesAndHoldWithoutARestart() throws IOException {
        revoke("a", null, null);
        Revocations revocations = revocations();
        revoke("b", null, null);
        assertThat(revocations.cover("b", "li", BEFORE))
                .as("not looked again yet")
                .isFalse();
        nanoseconds += Revocations.HOLDS_WITHIN.toNanos();
        assertThat(revocations.cover("b", "li", BEFORE)).isTrue();
        assertThat(revocations.cover("a", "li", BEFORE)).isTrue();
    }

    @Test
    void directoryOfBeforeRevocationsRevokesNobodyUntilTheFirst() throws IOException {
        Path old = Files.createDirectory(
                data.resolve("old"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Revocations revocations = new Revocations(old, () -> nanoseconds);
        assertThat(revocations.isKept()).isFalse();
        assertThat(revocations.cover("a", "li", BEFORE)).isFalse();
        Revocations.add(old, List.of(new Revocation(NOW, "a", null, null)), NOW);
        nanoseconds += Revocations.HOLDS_WITHIN.toNanos();
        assertThat(revocations.cover("a", "li", BEFORE)).isTrue();
        assertThat(revocations.isKept()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"revoked\":[{\"at\":\"2026-11-29T08:00:00Z\"}]}",
                "{\"revoked\":[{\"at\":\"yesterday\",\"id\":\"a\"}]}",
                "{\"revoked\":[{\"at\":\"2026-11-29T08:00:00Z\",\"id\":7}]}",
                "{\"revoked\":[{\"id\":\"a\"}]}",
                "{\"revoked\":[null]}",
                "{\"revoked\":\"a\"}"
            })
    void listThatCannotBeReadIsARefusal(String content) throws IOException {
        Revocations running = revocations();
        Files.writeString(list(), content);
        assertThatThrownBy(this::revocations)
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("tokens.json cannot be read as the list of revoked tokens");
        nanoseconds += Revocations.HOLDS_WITHIN.toNanos();
        assertThatThrownBy(() -> running.cover("a", "li", BEFORE)).isInstanceOf(UnusableKeys.class);
    }

    @Test
    void listThatIsGoneIsARefusalUntilItIsBack() throws IOException {
        revoke("a", null, null);
        Revocations revocations = revocations();
        Path aside = data.resolve("aside");
        Files.move(list(), aside);
        nanoseconds += Revocations.HOLDS_WITHIN.toNanos();
        assertThatThrownBy(() -> revocations.cover("b", "li", BEFORE))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("is gone");
        Files.move(aside, list());
        nanoseconds += Revocations.HOLDS_WITHIN.toNanos();
        assertThat(revocations.cover("a", "li", BEFORE)).isTrue();
        assertThat(revocations.cover("b", "li", BEFORE)).isFalse();
    }

    @Test
    void listOthersCouldChangeIsARefusal() throws IOException {
        Files.setPosixFilePermissions(list(), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThatThrownBy(this::revocations).isInstanceOf(UnusableKeys.class).hasMessageContaining("chmod go-w");
    }

    @Test
    void revocationsOfTokensThatHaveLongExpiredLeaveTheList() throws IOException {
        revoke("a", null, null);
        Revocations.add(
                keys,
                List.of(new Revocation(NOW, "b", null, null)),
                NOW.plus(TokenIssuer.MAX_LIFE).plus(Duration.ofDays(2)));
        assertThat(Files.readString(list())).contains("\"b\"").doesNotContain("\"a\"");
    }

    private void revoke(@Nullable String id, @Nullable String subject, @Nullable Instant before) throws IOException {
        Revocations.add(keys, List.of(new Revocation(NOW, id, subject, before)), NOW);
    }

    private Revocations revocations() {
        return new Revocations(keys, () -> nanoseconds);
    }

    private Path list() {
        return keys.resolve("revoked/tokens.json");
    }
}
