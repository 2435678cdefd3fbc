package io.casewire.console.page;

import io.casewire.console.ForwardedPrefix;
import io.casewire.serving.request.AnyParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page, to be asked for anew each time, and its assets, to be kept. */
@RestController
final class PageController implements WebMvcConfigurer {
    private static final Duration NO_EXPIRY = Duration.ofDays(365);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Assets assets;

    PageController(Assets assets) {
        this.assets = assets;
    }

    /** Whoever links to the page may add to its address, as messengers do. */
    @GetMapping("/")
    @AnyParameters
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        String version = assets.path().substring(assets.path().lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .varyBy("X-Forwarded-Prefix")
                // weak: the server compresses, and only what has no strong tag
                .eTag("W/\"" + version + '"')
                .body(assets.index(ForwardedPrefix.of(request)));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.path() + "/**")
                .addResourceLocations(Assets.LOCATION)
                // the files of a reproducible build all bear the same date
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(NO_EXPIRY).cachePublic().immutable());
    }
}
