package io.casewire.catalog.feed;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.address.PublicAddresses;
import io.casewire.catalog.casefile.Revisions;
import io.casewire.catalog.search.CaseResults;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.Names;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.serving.feed.Feed;
import io.casewire.serving.feed.FeedForm;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Unknown;
import io.casewire.serving.request.TakesParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feeds of changes, the last first: of a domain, or of what any search finds. */
@RestController
@RequestMapping("/api/catalog/v1")
final class FeedController {
    private static final int MAX_SIZE = 100;
    private static final String DEFAULT_SIZE = "50";
    private static final String DOMAIN = "domain";
    private final CaseResults results;
    private final Revisions revisions;
    private final PublicAddresses addresses;
    private final InstantSource clock;

    FeedController(CaseResults results, Revisions revisions, PublicAddresses addresses, InstantSource clock) {
        this.results = results;
        this.revisions = revisions;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** What every feed may be asked with beside a search. */
    record Part(int size, @Nullable String cursor, Language language) {}

    /** Cases that a search finds, as a feed, those that changed last first. */
    @GetMapping("/feeds.{form}")
    @Described(answers = {"application/atom+xml", "application/feed+json"})
    @TakesParameters(FeedParameters.class)
    ResponseEntity<byte[]> ofSearch(
            @PathVariable FeedForm form,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = DEFAULT_SIZE) int size,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "ZH") Language lang,
            HttpServletRequest request) {
        return form.answer(
                feed(parameters, new Part(size, cursor, lang), address(parameters, request)),
                CacheControl.noCache(),
                clock.instant());
    }

    /** Cases of a domain, as a feed, those that changed last first. */
    @GetMapping("/feeds/{domain}.{form}")
    @Described(answers = {"application/atom+xml", "application/feed+json"})
    @TakesParameters(FeedParameters.OfDomain.class)
    ResponseEntity<byte[]> ofDomain(
            @PathVariable String domain,
            @PathVariable FeedForm form,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = DEFAULT_SIZE) int size,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "ZH") Language lang,
            HttpServletRequest request) {
        MultiValueMap<String, String> search = new LinkedMultiValueMap<>(parameters);
        search.set(DOMAIN, domain(domain).slug());
        return form.answer(
                feed(search, new Part(size, cursor, lang), address(parameters, request)),
                CacheControl.noCache(),
                clock.instant());
    }

    private Feed feed(MultiValueMap<String, String> search, Part part, FeedAddress place) {
        CaseResults.Changes changes =
                results.lastChanged(CaseResults.asked(search), Page.size(part.size(), MAX_SIZE), part.cursor());
        Set<CaseId> history = revisions.loadedAsHistory(changes.cases());
        String conditions = FeedAddress.conditions(search);
        return new Feed(
                "urn:casewire:feed:cases" + (conditions.isEmpty() ? "" : ":" + conditions),
                title(search, part.language()),
                part.language().tag(),
                place.self(),
                place.part(null),
                changes.next() == null ? null : place.part(changes.next()),
                place.address().searchPage(conditions),
                // the newest first; without any the same feed has to say the same
                changes.cases().isEmpty()
                        ? Instant.EPOCH
                        : changes.cases().getFirst().updated(),
                changes.cases().stream()
                        .map(stored -> CaseEntry.of(
                                stored, history.contains(stored.content().id()), part.language(), place.address()))
                        .toList());
    }

    private FeedAddress address(MultiValueMap<String, String> parameters, HttpServletRequest request) {
        PublicAddress address = addresses.of(request);
        return new FeedAddress(address, request.getRequestURI(), parameters);
    }

    private static String title(MultiValueMap<String, String> search, Language language) {
        Stream<String> domains =
                search.getOrDefault(DOMAIN, List.of()).stream().map(slug -> Names.of(domain(slug), language));
        Stream<String> others = Stream.concat(CaseResults.single().stream(), CaseResults.repeatable().stream())
                .filter(name -> !name.equals(DOMAIN))
                .flatMap(name -> search.getOrDefault(name, List.of()).stream())
                .filter(value -> !value.isBlank());
        String conditions = Stream.concat(domains, others).collect(Collectors.joining(" · "));
        return "Casewire · " + (conditions.isEmpty() ? language.of("改革案例", "Reform cases") : conditions);
    }

    private static Domain domain(String slug) {
        return Arrays.stream(Domain.values())
                .filter(domain -> domain.slug().equalsIgnoreCase(slug))
                .findFirst()
                .orElseThrow(() -> Unknown.value(
                        DOMAIN,
                        slug,
                        Arrays.stream(Domain.values()).map(Domain::slug).toList()));
    }
}
