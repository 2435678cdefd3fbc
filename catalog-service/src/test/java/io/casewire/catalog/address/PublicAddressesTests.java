package io.casewire.catalog.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PublicAddressesTests {
    @ParameterizedTest
    @CsvSource({
        ",,http://localhost",
        "http,casewire.example.gov.cn:8080,http://casewire.example.gov.cn:8080",
        "https,casewire.example.gov.cn:443,https://casewire.example.gov.cn",
        "http,10.1.2.3:80,http://10.1.2.3",
        // nobody is sent to what is no host
        "http,a b,http://localhost",
        "javascript,x:1,http://localhost",
        "http,x/?evil=,http://localhost"
    })
    void linksBeginWithTheAddressThatTheGatewayWasAskedUnder(
            @Nullable String scheme, @Nullable String host, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/catalog/v1/feeds.atom");
        if (scheme != null && host != null) {
            request.addHeader("X-Forwarded-Proto", scheme);
            request.addHeader("X-Forwarded-Host", host);
        }
        assertThat(new PublicAddresses(null).of(request).root()).isEqualTo(expected);
    }

    @Test
    void theOperatorsAddressGoesBeforeAllOthers() {
        PublicAddress fixed = new PublicAddress("https://casewire.example.gov.cn/x");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-Host", "other:80");
        assertThat(new PublicAddresses(fixed).of(request).pageOf("case-1"))
                .isEqualTo("https://casewire.example.gov.cn/x/#/case/case-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"casewire", "ftp://x", "https://x/", "https://x?a=1", "https:///x"})
    void whatIsNoAddressIsRefused(String root) {
        assertThatThrownBy(() -> new PublicAddress(root)).isInstanceOf(IllegalArgumentException.class);
    }
}
