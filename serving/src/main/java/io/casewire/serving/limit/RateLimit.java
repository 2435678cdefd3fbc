package io.casewire.serving.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.casewire.serving.problem.Problems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts requests by caller, after the token check and before any handler. Each instance counts for itself. What is left is said in
 * the fields of draft-ietf-httpapi-ratelimit-headers.
 */
final class RateLimit implements HandlerInterceptor, WebMvcConfigurer {
    private static final String WITH_TOKEN = "token";
    private static final String ANONYMOUS = "anonymous";
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final RateLimitSettings settings;
    private final Cache<Caller, Bucket> buckets;

    RateLimit(RateLimitSettings settings) {
        this.settings = settings;
        // a bucket that nobody took from for a window is full, as a new one is
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.callers())
                .expireAfterAccess(settings.window())
                .build();
    }

    /**
     * Whose requests are counted together.
     *
     * @param policy its name in the headers
     * @param who the subject of a token, or an address
     */
    private record Caller(String policy, String who) {
        static Caller of(HttpServletRequest request) {
            Principal known = request.getUserPrincipal();
            return known == null
                    ? new Caller(ANONYMOUS, request.getRemoteAddr())
                    : new Caller(WITH_TOKEN, known.getName());
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // what goes on after a pause was counted when it came
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Caller caller = Caller.of(request);
            Bucket bucket = buckets.get(caller, this::full);
            ConsumptionProbe taken = bucket.tryConsumeAndReturnRemaining(1);
            long untilFull = seconds(taken.getNanosToWaitForReset());
            response.setHeader(
                    "RateLimit-Policy",
                    "\"%s\";q=%d;w=%d"
                            .formatted(
                                    caller.policy(),
                                    quota(caller),
                                    settings.window().toSeconds()));
            response.setHeader(
                    "RateLimit", "\"%s\";r=%d;t=%d".formatted(caller.policy(), taken.getRemainingTokens(), untilFull));
            if (!taken.isConsumed()) {
                throw refused(caller, seconds(taken.getNanosToWaitForRefill()));
            }
        }
        return true;
    }

    private Bucket full(Caller caller) {
        long quota = quota(caller);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, settings.window()))
                .build();
    }

    private long quota(Caller caller) {
        return caller.policy().equals(WITH_TOKEN) ? settings.requests() : settings.anonymousRequests();
    }

    private ErrorResponseException refused(Caller caller, long waitSeconds) {
        ErrorResponseException refused = Problems.refused(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "At most %d requests in %d seconds are answered; ask again in %d s."
                        .formatted(quota(caller), settings.window().toSeconds(), waitSeconds));
        // as the draft's problem type quota-exceeded has it
        refused.getBody().setProperty("violated-policies", List.of(caller.policy()));
        refused.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(waitSeconds));
        return refused;
    }

    /** Rounded up: who comes back then is not too early. */
    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos + NANOS_PER_SECOND - 1).toSeconds();
    }
}
