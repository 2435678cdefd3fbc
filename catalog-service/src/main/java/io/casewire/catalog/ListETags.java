package io.casewire.catalog;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lists have an ETag of what they say, so that who asks again gets 304 until it is something else. They are worked out all the
 * same: it spares the way, not the search. Exports are not among them: they would be held in memory.
 */
@Configuration(proxyBeanMethods = false)
class ListETags {
    private static final Pattern LISTS =
            Pattern.compile("/api/catalog/v1/(?:cases|counts|evidence|cases/[^/]+/related)");

    @Bean
    ShallowEtagHeaderFilter listETagFilter() {
        return new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !LISTS.matcher(request.getRequestURI()).matches();
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                super.doFilterInternal(request, response, chain);
            }
        };
    }
}
