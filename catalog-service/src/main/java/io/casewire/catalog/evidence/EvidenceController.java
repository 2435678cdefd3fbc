package io.casewire.catalog.evidence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.casewire.catalog.problem.InvalidParameter;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts by region, kind and document, page by page in the order of their ids. */
@RestController
final class EvidenceController {
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_NAME = 50;

    private final Evidence evidence;

    EvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param next the cursor of the next page; absent on the last */
    record Answer(List<StatedFact> items, @Nullable String next) {}

    /**
     * A page.
     *
     * @param region six digits (a province's code finds its prefectures too), or a name as printed or of a province
     * @param cursor {@code next} of the page before
     */
    @GetMapping("/api/catalog/v1/evidence")
    Answer evidence(
            @RequestParam @Nullable String region,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String document,
            @RequestParam(defaultValue = "20") String size,
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
        if (cursor != null) {
            filters.add(gt(Evidence.ID, after(cursor).value()));
        }
        int most = size(size);
        List<StatedFact> found = evidence.find(filters.isEmpty() ? empty() : and(filters), most + 1);
        boolean more = found.size() > most;
        List<StatedFact> items = more ? found.subList(0, most) : found;
        return new Answer(items, more ? id(items.getLast()).value() : null);
    }

    private static EvidenceKind kind(String kind) {
        return EvidenceKind.ofSlug(kind)
                .orElseThrow(() -> new InvalidParameter("kind", "It is adoption, milestone or indicator."));
    }

    private static Bson region(String region) {
        if (region.matches("[0-9]{6}")) {
            String fixed = region.replaceFirst("(00){1,2}$", "");
            // a colon stands right after the digits
            return and(gte(Evidence.REGION_CODE, region), lt(Evidence.REGION_CODE, fixed + ':'));
        }
        if (region.isBlank() || region.length() > LONGEST_NAME) {
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

    private static EvidenceId after(String cursor) {
        try {
            return new EvidenceId(cursor);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter("cursor", "It is not a cursor that was given out.");
        }
    }

    private static int size(String size) {
        if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST_SIZE) {
            throw new InvalidParameter("size", "A page has 1 to " + LARGEST_SIZE + " items.");
        }
        return Integer.parseInt(size);
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
