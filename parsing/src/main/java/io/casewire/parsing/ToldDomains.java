package io.casewire.parsing;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Practice;
import io.casewire.parsing.field.domain.Domains.Verdict;
import io.casewire.parsing.field.domain.ListedDomains;
import java.util.ArrayList;
import java.util.List;

/** Tells the domains that were not printed, once all cases of a document are known. */
final class ToldDomains {
    private ToldDomains() {}

    /** The same records in the same order. */
    static List<ParsedRecord> of(List<ParsedRecord> records) {
        List<ListedDomains.Case> cases = new ArrayList<>();
        boolean untold = false;
        for (ParsedRecord record : records) {
            if (record instanceof CaseRecord found) {
                cases.add(listed(found));
                untold |= found.domainSource() == DomainSource.INFERRED;
            }
        }
        if (!untold) {
            return records;
        }
        List<Verdict> verdicts = ListedDomains.of(cases);
        List<ParsedRecord> told = new ArrayList<>(records.size());
        int next = 0;
        for (ParsedRecord record : records) {
            told.add(record instanceof CaseRecord found ? with(found, verdicts.get(next++)) : record);
        }
        return told;
    }

    private static ListedDomains.Case listed(CaseRecord found) {
        List<String> list = new ArrayList<>(found.path());
        list.add(found.category() == null ? "" : found.category());
        boolean printed = found.domainSource() == DomainSource.PRINTED;
        return new ListedDomains.Case(
                found.title(), words(found), list, printed ? found.domains().getFirst() : null);
    }

    private static String words(CaseRecord found) {
        Practice practice = found.practice();
        String summary = found.summary() == null ? "" : found.summary();
        return practice == null ? summary : summary + practice.text();
    }

    private static CaseRecord with(CaseRecord found, Verdict verdict) {
        return found.domainSource() == DomainSource.PRINTED
                ? found
                : new CaseRecord(
                        found.id(),
                        found.number(),
                        found.title(),
                        found.printedTitle(),
                        found.category(),
                        verdict.domains(),
                        verdict.source(),
                        verdict.confidence(),
                        found.zones(),
                        found.areas(),
                        found.originUnits(),
                        found.leadUnits(),
                        found.supportingUnits(),
                        found.originality(),
                        found.background(),
                        found.summary(),
                        found.practice(),
                        found.effects(),
                        found.metrics(),
                        found.promotion(),
                        found.path(),
                        found.lines());
    }
}
