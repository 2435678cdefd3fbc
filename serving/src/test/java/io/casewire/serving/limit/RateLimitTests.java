package io.casewire.serving.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;

class RateLimitTests {
    private static final RateLimitSettings SETTINGS = new RateLimitSettings(true, 3, 2, Duration.ofMinutes(1), 100);

    private final RateLimit limit = new RateLimit(SETTINGS);

    @Test
    void everyAnswerSaysWhatIsAllowedAndWhatIsLeft() {
        MockHttpServletResponse answer = ask("customs", "10.0.0.1");
        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"token\";q=3;w=60");
        assertThat(answer.getHeader("RateLimit")).isEqualTo("\"token\";r=2;t=20");
        assertThat(ask(null, "10.0.0.1").getHeader("RateLimit")).isEqualTo("\"anonymous\";r=1;t=30");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        ask("customs", "10.0.0.1");
        ask("customs", "10.0.0.2");
        ask("customs", "10.0.0.3");
        ErrorResponseException refused =
                catchThrowableOfType(ErrorResponseException.class, () -> ask("customs", "10.0.0.4"));

        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("20");
        assertThat(refused.getBody().getType()).hasToString("urn:casewire:problem:too-many-requests");
        assertThat(refused.getBody().getProperties()).isEqualTo(Map.of("violated-policies", List.of("token")));
    }

    @Test
    void oneCallerDoesNotUseUpAnothersRequests() {
        ask(null, "10.0.0.1");
        ask(null, "10.0.0.1");
        assertThatThrownBy(() -> ask(null, "10.0.0.1")).isInstanceOf(ErrorResponseException.class);
        ask(null, "10.0.0.2");
        // a subject that is spelt like an address
        ask("10.0.0.1", "10.0.0.1");
    }

    @Test
    void whatGoesOnAfterAPauseIsNotCountedAgain() {
        MockHttpServletRequest again = request(null, "10.0.0.1");
        again.setDispatcherType(DispatcherType.ASYNC);
        for (int i = 0; i < 5; i++) {
            limit.preHandle(again, new MockHttpServletResponse(), this);
        }
        assertThat(ask(null, "10.0.0.1").getHeader("RateLimit")).startsWith("\"anonymous\";r=1");
    }

    @Test
    void aWindowIsWholeSeconds() {
        assertThatThrownBy(() -> new RateLimitSettings(true, 1, 1, Duration.ofMillis(1_500), 1))
                .hasMessageContaining("casewire.rate-limit.window");
    }

    private MockHttpServletResponse ask(@Nullable String subject, String address) {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        limit.preHandle(request(subject, address), answer, this);
        return answer;
    }

    private static MockHttpServletRequest request(@Nullable String subject, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cases");
        request.setRemoteAddr(address);
        if (subject != null) {
            request.setUserPrincipal(() -> subject);
        }
        return request;
    }
}
