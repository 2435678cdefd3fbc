package io.casewire.serving.request;

import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a query that names a parameter its handler does not take, one twice that it takes once, or one without a value: a
 * filter that is dropped answers with everything. Only the query is looked at: parts of a form are read by who takes them.
 */
final class StrictParameters implements HandlerInterceptor, WebMvcConfigurer {
    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(
                    request.getQueryString(),
                    declared.computeIfAbsent(method.getMethod(), _ -> DeclaredParameters.of(method)));
        }
        return true;
    }

    static void check(@Nullable String query, DeclaredParameters declared) {
        if (query == null || declared.any()) {
            return;
        }
        // all names before any value, so that what is said does not go by the order
        Set<String> seen = new HashSet<>();
        List<String> pairs =
                Stream.of(query.split("&", -1)).filter(pair -> !pair.isEmpty()).toList();
        for (String pair : pairs) {
            String name = name(pair);
            if (!declared.single().contains(name) && !declared.repeatable().contains(name)) {
                throw Unknown.parameter(name, declared.all());
            }
            if (!seen.add(name) && declared.single().contains(name)) {
                throw InvalidParameter.repeated(name);
            }
        }
        for (String pair : pairs) {
            String name = name(pair);
            String value = value(pair);
            if (value.isBlank() && !declared.emptiable().contains(name)) {
                throw new InvalidParameter(name, "'" + name + "' has no value: give one, or leave it out.");
            }
            StrictValues.check(name, value, declared.types().getOrDefault(name, String.class));
        }
    }

    private static String name(String pair) {
        int end = pair.indexOf('=');
        return URLDecoder.decode(end < 0 ? pair : pair.substring(0, end), StandardCharsets.UTF_8);
    }

    private static String value(String pair) {
        int end = pair.indexOf('=');
        return end < 0 ? "" : URLDecoder.decode(pair.substring(end + 1), StandardCharsets.UTF_8);
    }
}
