package io.casewire.ingest.source;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Watched sources over HTTP: an operator keeps them, everybody sees how they do. */
@RestController
@RequestMapping(SourcesController.PATH)
class SourcesController {
    static final String PATH = "/api/ingest/v1/sources";

    private static final int MAX_PAGE = 200;
    private static final int PROBLEMS = 10;

    private final WatchedSources sources;
    private final WatchedLinks links;
    private final SourceRules rules;
    private final SourceWatch watch;
    private final SourceSettings settings;
    private final InstantSource clock;

    SourcesController(
            WatchedSources sources,
            WatchedLinks links,
            SourceRules rules,
            SourceWatch watch,
            SourceSettings settings,
            InstantSource clock) {
        this.sources = sources;
        this.links = links;
        this.rules = rules;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to watch a page or feed for new documents. */
    @PostMapping
    @Described(status = 201)
    ResponseEntity<SourceView> create(@RequestBody SourceRequest request, Caller caller) {
        SourceDefinition definition = rules.check(request);
        if (sources.count() >= settings.maxSources()) {
            throw new InvalidSource(List.of("There may be " + settings.maxSources()
                    + " sources (casewire.ingest.source.max-sources). 来源数量已达上限。"));
        }
        Instant now = clock.instant();
        WatchedSource source = new WatchedSource(
                "watch-" + UUID.randomUUID().toString().replace("-", ""),
                definition,
                1,
                caller.subject(),
                now,
                now,
                WatchedSource.State.NONE,
                null,
                Instant.EPOCH);
        if (!sources.add(source)) {
            throw nameTaken(definition.name());
        }
        watch.wakeUp();
        return ResponseEntity.created(URI.create(PATH + "/" + source.id())).body(view(source));
    }

    /** A page of sources in the order of their names. */
    @GetMapping
    Page<SourceView> list(
            @RequestParam(defaultValue = "50") int size, @RequestParam(required = false) @Nullable String cursor) {
        int asked = Page.size(size, MAX_PAGE);
        List<WatchedSource> found = sources.page(Cursor.read(cursor, name -> name), asked + 1);
        Map<String, Map<LinkState, Integer>> counts =
                links.counts(found.stream().map(WatchedSource::id).toList());
        Instant now = clock.instant();
        return Page.of(
                found,
                asked,
                source -> SourceView.of(source, counts.getOrDefault(source.id(), Map.of()), null, settings, now),
                source -> source.definition().name());
    }

    /** A watched source, with its last success and its last error. */
    @GetMapping("/{id}")
    SourceView get(@PathVariable String id) {
        return view(find(id));
    }

    /** Defines it anew; what is left out takes its default. */
    @PutMapping("/{id}")
    SourceView change(@PathVariable String id, @RequestBody SourceRequest request) {
        SourceDefinition next = rules.check(request);
        WatchedSource current = find(id);
        if (!sources.define(current, next, clock.instant())) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "concurrent-change",
                    "Somebody else changed the source, or another has that name; look again.");
        }
        lookSoon(id);
        return view(find(id));
    }

    /** Has it looked at now. */
    @PostMapping("/{id}/look")
    @Described(status = 202)
    ResponseEntity<SourceView> look(@PathVariable String id) {
        find(id);
        lookSoon(id);
        return ResponseEntity.accepted().body(view(find(id)));
    }

    /** Watches it no more; its documents stay. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        if (!sources.remove(id)) {
            throw unknown(id);
        }
        links.removeOf(id);
        return ResponseEntity.noContent().build();
    }

    private void lookSoon(String id) {
        sources.makeDue(id);
        watch.wakeUp();
    }

    private SourceView view(WatchedSource source) {
        return SourceView.of(
                source,
                links.counts(List.of(source.id())).getOrDefault(source.id(), Map.of()),
                links.problems(source.id(), PROBLEMS),
                settings,
                clock.instant());
    }

    private WatchedSource find(String id) {
        return sources.find(id).orElseThrow(() -> unknown(id));
    }

    private static ErrorResponseException unknown(String id) {
        return Problems.notFound("source", id);
    }

    private static ErrorResponseException nameTaken(String name) {
        return Problems.refused(
                HttpStatus.CONFLICT,
                "source-exists",
                "There is a source '" + Problems.shortened(name) + "' already. 同名来源已存在。");
    }

    /** Who may keep sources. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules sourceAccess() {
            return requests -> requests.requestMatchers(HttpMethod.POST, PATH, PATH + "/*/look")
                    .hasRole(Role.OPERATOR.name())
                    .requestMatchers(HttpMethod.PUT, PATH + "/*")
                    .hasRole(Role.OPERATOR.name())
                    .requestMatchers(HttpMethod.DELETE, PATH + "/*")
                    .hasRole(Role.OPERATOR.name());
        }
    }
}
