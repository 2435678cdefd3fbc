package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicRootTests {
    @ParameterizedTest
    @CsvSource({
        ", , http://localhost",
        "casewire.example.gov.cn, https, https://casewire.example.gov.cn",
        "casewire.example.gov.cn:443, https, https://casewire.example.gov.cn",
        "casewire.example.gov.cn:8443, https, https://casewire.example.gov.cn:8443",
        "a b, https, http://localhost",
        "x@evil.example, https, http://localhost",
        "casewire.example.gov.cn, javascript, http://localhost"
    })
    void linksBeginWithWhereTheGatewayWasAsked(@Nullable String host, @Nullable String scheme, String root) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (host != null) {
            request.addHeader("X-Forwarded-Host", host);
        }
        if (scheme != null) {
            request.addHeader("X-Forwarded-Proto", scheme);
        }

        assertThat(new PublicRoot("").of(request)).isEqualTo(root);
    }

    @Test
    void theOperatorsAddressCountsWhateverIsAskedUnder() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-Host", "elsewhere.example");

        assertThat(new PublicRoot("https://casewire.example.gov.cn/").of(request))
                .isEqualTo("https://casewire.example.gov.cn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"casewire", "ftp://x.example", "https://x.example/?a=b", "https://x.example/#a"})
    void whatIsNoAddressIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> new PublicRoot(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
