package io.casewire.catalog.lineage;

import com.mongodb.client.model.Filters;
import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.LinkId;
import io.casewire.identity.Caller;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Links over HTTP, and what people decide about them. */
@RestController
@RequestMapping("/api/catalog/v1/links")
final class LinkController {
    private static final int MAX_SIZE = 100;

    private final Links links;
    private final Tellings tellings;
    private final Cases cases;
    private final Decisions decisions;

    LinkController(Links links, Tellings tellings, Cases cases, Decisions decisions) {
        this.links = links;
        this.tellings = tellings;
        this.cases = cases;
        this.decisions = decisions;
    }

    /**
     * A page, in the order of the ids.
     *
     * @param state {@code PROPOSED} for those that wait for a person
     * @param caseId one end
     * @param evidence one end
     * @param cursor {@code next} of the page before
     */
    @GetMapping
    Page<LinkView> list(
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String kind,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam @Nullable String evidence,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam @Nullable String cursor) {
        List<Bson> filters = filters(state, kind, caseId, evidence);
        LinkId after = Cursor.read(cursor, LinkId::new);
        if (after != null) {
            filters.add(Filters.gt(Links.ID, after.value()));
        }
        int asked = Page.size(size, MAX_SIZE);
        List<StoredLink> found = links.read(filters.isEmpty() ? Filters.empty() : Filters.and(filters), asked + 1);
        Map<String, LinkView.End> ends = ends(found);
        return Page.of(
                found, asked, link -> view(link, ends), link -> link.link().id().value());
    }

    /** A link between two tellings, with what speaks for it. */
    @GetMapping("/{id}")
    ResponseEntity<LinkView> one(@PathVariable String id) {
        return answer(links.find(id(id)).orElseThrow(() -> Problems.notFound("link", id)));
    }

    /** Decides. The same decision again gives the same answer and no second event. */
    @PostMapping("/{id}/decision")
    ResponseEntity<LinkView> decide(@PathVariable String id, @RequestBody DecisionRequest request, Caller caller) {
        Decisions.Verdict verdict = request.verdict();
        return answer(decisions
                .decide(id(id), verdict, request.said(), caller)
                .orElseThrow(() -> Problems.notFound("link", id)));
    }

    private ResponseEntity<LinkView> answer(StoredLink link) {
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(link.revision()) + '"')
                .body(view(link, ends(List.of(link))));
    }

    private static List<Bson> filters(
            @Nullable String state, @Nullable String kind, @Nullable String caseId, @Nullable String evidence) {
        List<Bson> filters = new ArrayList<>();
        if (state != null) {
            filters.add(Filters.eq(
                    Links.STATE, constant("state", state, LinkState.values()).name()));
        }
        if (kind != null) {
            filters.add(
                    Filters.eq(Links.KIND, constant("kind", kind, Kind.values()).name()));
        }
        CaseId one = InvalidParameter.read("case", caseId, CaseId::new);
        if (one != null) {
            filters.add(Filters.eq(Links.ENDS, one.value()));
        }
        EvidenceId stated = InvalidParameter.read("evidence", evidence, EvidenceId::new);
        if (stated != null) {
            filters.add(Filters.eq(Links.ENDS, stated.value()));
        }
        return filters;
    }

    private Map<String, LinkView.End> ends(List<StoredLink> found) {
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(link -> ids.addAll(List.of(link.link().from(), link.link().to())));
        Map<String, DocumentReference> documents = new HashMap<>();
        for (StoredCase one : cases.findAll(ids)) {
            documents.put(one.content().id().value(), one.document());
        }
        Map<String, LinkView.End> ends = new HashMap<>();
        tellings.summaries(ids)
                .forEach((id, summary) ->
                        ends.put(id, new LinkView.End(id, summary.title(), documents.get(id), summary.adopter())));
        return ends;
    }

    private static LinkView view(StoredLink stored, Map<String, LinkView.End> ends) {
        return new LinkView(
                stored.link().id(),
                stored.link().kind(),
                stored.state(),
                stored.link().confidence(),
                end(stored.link().from(), ends),
                end(stored.link().to(), ends),
                stored.link().reasons(),
                stored.link().decidedBy(),
                stored.link().decision(),
                stored.revision(),
                stored.updated());
    }

    private static LinkView.End end(String id, Map<String, LinkView.End> ends) {
        return ends.getOrDefault(id, new LinkView.End(id, null, null, null));
    }

    private static <E extends Enum<E>> E constant(String parameter, String given, E[] constants) {
        return Stream.of(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> Unknown.parameterValue(
                        parameter,
                        given,
                        Arrays.stream(constants).map(Enum::name).toList()));
    }

    private static LinkId id(String id) {
        try {
            return new LinkId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("id", "It is not the id of a link: link- and 26 letters and digits.");
        }
    }
}
