package io.casewire.contracts.parsed;

import io.casewire.contracts.id.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result, experience, practice or reform measure that others may take over.
 *
 * @param number as printed before the title
 * @param title after text repair, number and layout noise removed
 * @param printedTitle as in the file
 * @param category as printed, numbering removed
 * @param domains at least one; the first is the topic the case travels on
 * @param domainConfidence 0 to 1; 1 for a printed category that is known
 * @param zones pilot free trade zones it comes from, in the full form {@code 湖南自贸试验区}
 * @param areas areas (片区) it comes from
 * @param originUnits who recommends or created it, as printed, in order
 * @param leadUnits who leads the work on it
 * @param supportingUnits who takes part
 * @param background what it was like before, where the text separates it
 * @param summary the lead paragraph before the practice, or the printed 创新点 or 主要内容
 * @param path headings and captions above it, outermost first
 */
public record CaseRecord(
        CaseId id,
        @Nullable Integer number,
        String title,
        @Nullable String printedTitle,
        @Nullable String category,
        List<Domain> domains,
        DomainSource domainSource,
        double domainConfidence,
        List<String> zones,
        List<String> areas,
        List<String> originUnits,
        List<String> leadUnits,
        List<String> supportingUnits,
        @Nullable Originality originality,
        @Nullable String background,
        @Nullable String summary,
        @Nullable Practice practice,
        @Nullable Effects effects,
        List<Metric> metrics,
        @Nullable Promotion promotion,
        List<String> path,
        LineRange lines)
        implements ParsedRecord {
    public CaseRecord {
        domains = List.copyOf(domains);
        zones = List.copyOf(zones);
        areas = List.copyOf(areas);
        originUnits = List.copyOf(originUnits);
        leadUnits = List.copyOf(leadUnits);
        supportingUnits = List.copyOf(supportingUnits);
        metrics = List.copyOf(metrics);
        path = List.copyOf(path);
        if (domains.isEmpty()) {
            throw new IllegalArgumentException("A case travels on the topic of its first domain, so it has one");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("A case has a title");
        }
    }

    /** The domain whose topic the case travels on. */
    public Domain firstDomain() {
        return domains.getFirst();
    }
}
