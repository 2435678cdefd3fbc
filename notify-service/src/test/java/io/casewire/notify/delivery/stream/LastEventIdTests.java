package io.casewire.notify.delivery.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastEventIdTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, -", "h, -, h", "-, p, p", "h, p, h", "'', p, p", "'', '', -", "-, '', -"})
    void theHeaderCountsBeforeTheAddress(
            @Nullable String header, @Nullable String parameter, @Nullable String expected) {
        assertThat(LastEventId.of(header, parameter)).isEqualTo(expected);
    }
}
