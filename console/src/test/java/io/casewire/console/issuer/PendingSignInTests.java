package io.casewire.console.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingSignInTests {
    @Test
    void comesBackAsItWasKept() {
        PendingSignIn pending = PendingSignIn.comingBackTo("#/ledger?region=430000&title=%E9%80%9A%E5%85%B3");
        assertThat(PendingSignIn.kept(pending.text())).contains(pending);
        assertThat(pending.to()).isEqualTo("#/ledger?region=430000&title=%E9%80%9A%E5%85%B3");
        assertThat(PendingSignIn.comingBackTo("#/").state()).isNotEqualTo(pending.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example/", "//evil.example", "/x", "#", "#/a b", "#/通关", "#/\r\nX: y"})
    void whatIsNoPlaceOfThePageIsTheOverview(String to) {
        assertThat(PendingSignIn.comingBackTo(to).to()).isEqualTo("#/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a:b:c:d", "aaaaaaaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbbbbbbb:ccc:Iy8"})
    void whatWasNotKeptByUsIsNothing(String text) {
        assertThat(PendingSignIn.kept(text)).isEmpty();
    }

    @Test
    void placeThatSomebodyElsePlantedIsNotGoneTo() {
        PendingSignIn pending = PendingSignIn.comingBackTo("#/");
        String planted =
                pending.text().substring(0, pending.text().lastIndexOf(':') + 1) + "aHR0cHM6Ly9ldmlsLmV4YW1wbGUv";
        assertThat(PendingSignIn.kept(planted)).isEmpty();
    }
}
