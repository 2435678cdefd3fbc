package io.casewire.catalog.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.casewire.catalog.lineage.Lineages;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts by region, kind and document, page by page in the order of their ids. */
@RestController
final class EvidenceController {
    private static final int MAX_SIZE = 100;
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private static final int MAX_NAME = 50;

    private final Evidence evidence;
    private final Lineages lineages;

    EvidenceController(Evidence evidence, Lineages lineages) {
        this.evidence = evidence;
        this.lineages = lineages;
    }

    /**
     * A page.
     *
     * @param region six digits (a province's code finds its prefectures too), or a name as printed or of a province
     * @param caseId an id: adoptions of its innovation, whichever telling of it they name
     * @param cursor {@code next} of the page before
     */
    @GetMapping("/api/catalog/v1/evidence")
    Page<StatedFact> evidence(
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String document,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam @Nullable String cursor) {
        List<Bson> filters = new ArrayList<>();
        if (kind != null) {
            filters.add(eq(Evidence.KIND, kind(kind).slug()));
        }
        if (region != null) {
            filters.add(region(region));
        }
        if (document != null) {
            filters.add(eq(Evidence.DOCUMENT, document(document).value()));
        }
        if (caseId != null) {
            filters.add(in(Evidence.ID, lineages.evidence(caseId(caseId))));
        }
        EvidenceId after = Cursor.read(cursor, EvidenceId::new);
        if (after != null) {
            filters.add(gt(Evidence.ID, after.value()));
        }
        int asked = Page.size(size, MAX_SIZE);
        return Page.of(
                evidence.find(filters.isEmpty() ? empty() : and(filters), asked + 1),
                asked,
                fact -> fact,
                fact -> id(fact).value());
    }

    private static EvidenceKind kind(String kind) {
        return EvidenceKind.ofSlug(kind)
                .orElseThrow(() -> Unknown.parameterValue(
                        "kind",
                        kind,
                        Arrays.stream(EvidenceKind.values())
                                .map(EvidenceKind::slug)
                                .toList()));
    }

    private static Bson region(String region) {
        if (region.matches("[0-9]{6}")) {
            if (GAZETTEER.region(region).isEmpty()) {
                ErrorResponseException unknown = Unknown.value(
                        "region",
                        region,
                        GAZETTEER.nearestRegions(region),
                        "A region is named by its code of six digits, for example 430000, or by its name.");
                unknown.getBody().setProperty("parameter", "region");
                throw unknown;
            }
            String fixed = region.replaceFirst("(00){1,2}$", "");
            // a colon stands right after the digits
            return and(gte(Evidence.REGION_CODE, region), lt(Evidence.REGION_CODE, fixed + ':'));
        }
        if (region.isBlank() || region.length() > MAX_NAME) {
            throw new InvalidParameter("region", "It is a code of six digits or a name.");
        }
        return or(eq(Evidence.REGION, region), eq(Evidence.PROVINCE, region));
    }

    private static DocumentId document(String document) {
        try {
            return new DocumentId(document);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("document", "It is not the id of a document.");
        }
    }

    private static CaseId caseId(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("case", "It is not the id of a case.");
        }
    }

    private static EvidenceId id(StatedFact fact) {
        return switch (fact.content()) {
            case AdoptionRecord adoption -> adoption.id();
            case MilestoneRecord milestone -> milestone.id();
            case IndicatorRecord indicator -> indicator.id();
            default -> throw new IllegalStateException("No evidence: " + fact.kind());
        };
    }
}
