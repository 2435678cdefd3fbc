package io.casewire.notify.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTests {
    private static final String OLD = KeyRing.draw();
    private static final String NEW = KeyRing.draw();

    @Test
    void opensWhatItSealedAndSealsTheSameTextEachTimeOtherwise() {
        KeyRing keys = KeyRing.read(OLD);

        assertThat(keys.open(keys.seal("密钥 whsec_1"))).isEqualTo("密钥 whsec_1");
        assertThat(keys.seal("密钥")).isNotEqualTo(keys.seal("密钥")).startsWith("casewire-sealed:1:");
    }

    @Test
    void sealsWithTheFirstKeyAndOpensWithAny() {
        KeyRing before = KeyRing.read(OLD);
        KeyRing after = KeyRing.read("# 2026-12\n" + NEW + "\n# 2026-01\n" + OLD);
        String sealed = before.seal("secret");

        assertThat(after.open(sealed)).isEqualTo("secret");
        assertThat(after.isCurrent(sealed)).isFalse();
        assertThat(after.isCurrent(after.seal("secret"))).isTrue();
        assertThatThrownBy(() -> before.open(after.seal("secret"))).isInstanceOf(UnusableSecrets.class);
    }

    @Test
    void leavesWhatIsNotSealedAndWhatIsEmptyAsItIs() {
        KeyRing keys = KeyRing.read(OLD);

        assertThat(keys.open("https://hooks.example.org")).isEqualTo("https://hooks.example.org");
        assertThat(keys.seal("")).isEmpty();
        assertThat(keys.isCurrent("https://hooks.example.org")).isFalse();
    }

    @Test
    void noticesEveryChange() {
        KeyRing keys = KeyRing.read(OLD);
        String sealed = keys.seal("secret");
        char last = sealed.charAt(sealed.length() - 3);

        assertThatThrownBy(() -> keys.open(sealed.substring(0, sealed.length() - 3)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.substring(sealed.length() - 2)))
                .isInstanceOf(UnusableSecrets.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> keys.open(sealed.substring(0, sealed.length() - 8)))
                .isInstanceOf(UnusableSecrets.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "short", "MDEyMzQ1Njc4OTAxMjM0NQ==", "not base64 at all, and secret"})
    void refusesWhatIsNoKeyAndDoesNotSayIt(String text) {
        assertThatThrownBy(() -> KeyRing.read(text))
                .isInstanceOf(UnusableSecrets.class)
                .hasMessageStartingWith("It holds")
                .hasMessageNotContaining("secret");
        assertThat(KeyRing.read(OLD))
                .hasToString("keys " + "[" + KeyRing.keyOf(KeyRing.read(OLD).seal("x")) + "]");
    }
}
