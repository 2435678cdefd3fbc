package io.casewire.console.page;

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
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Assets assets;

    PageController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> page() {
        String version = assets.path().substring(assets.path().lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                // weak: the server compresses, and only what has no strong tag
                .eTag("W/\"" + version + '"')
                .body(assets.index());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.path() + "/**")
                .addResourceLocations(Assets.LOCATION)
                // the files of a reproducible build all bear the same date
                .setUseLastModified(false)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
    }
}
