package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentBodiesTests {
    private final RecentBodies bodies = new RecentBodies(10);

    @Test
    void forgetsWhatWasNotReadForLongest() {
        bodies.keep("a", "12345");
        bodies.keep("b", "12345");
        assertThat(bodies.find("a")).hasValue("12345");

        bodies.keep("c", "1");

        assertThat(bodies.find("b")).isEmpty();
        assertThat(bodies.find("a")).hasValue("12345");
        assertThat(bodies.find("c")).hasValue("1");
    }

    @Test
    void countsABodyOnceHoweverOftenItIsKept() {
        bodies.keep("a", "12345");
        bodies.keep("a", "12345");
        bodies.keep("b", "12345");

        assertThat(bodies.find("a")).isPresent();
        assertThat(bodies.find("b")).isPresent();
    }

    @Test
    void keepsNoneThatIsLongerThanAllMayBe() {
        bodies.keep("a", "12345");
        bodies.keep("long", "12345678901");

        assertThat(bodies.find("long")).isEmpty();
        assertThat(bodies.find("a")).isPresent();
    }
}
