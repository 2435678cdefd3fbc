package io.casewire.outbound.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTests {
    private final AllowedHosts hosts =
            AllowedHosts.of(List.of("*.gov.cn", "Files.Example.org", "127.0.0.1", "海关.example", "*.政务.cn"));

    @ParameterizedTest
    @CsvSource({
        "www.example.gov.cn, true",
        "a.b.c.gov.cn, true",
        "gov.cn, false",
        "evilgov.cn, false",
        "www.gov.cn.evil.example, false",
        "files.example.org, true",
        "x.files.example.org, false",
        "example.org, false",
        "127.0.0.1, true",
        "127.0.0.2, false",
        "xn--d6qv69d.example, true",
        "www.xn--zfr164b.cn, true"
    })
    void permitsNamesAndWhatLiesBelowAPatternOnly(String host, boolean permitted) {
        assertThat(hosts.permits(host)).isEqualTo(permitted);
    }

    @Test
    void permitsNothingWhereNothingIsNamed() {
        assertThat(AllowedHosts.of(List.of()).isEmpty()).isTrue();
        assertThat(AllowedHosts.of(List.of()).permits("www.gov.cn")).isFalse();
        assertThat(hosts.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "",
                "www.*.cn",
                "https://www.gov.cn",
                "www.gov.cn/",
                "www.gov.cn:80",
                "*.1.2.3.4",
                "a b"
            })
    void doesNotStartWithWhatIsNoHost(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedHosts.of(List.of(pattern)))
                .withMessageContaining("'" + pattern + "'");
    }
}
