package io.casewire.parsing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Practice;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.field.domain.Domains;
import io.casewire.parsing.field.domain.ListedDomains;
import io.casewire.text.ComparableKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How often a domain that is told by words is the one the document prints. Of each document all printed domains are hidden
 * at once, and the words are learnt from none, so no document is judged by itself.
 */
class DomainGoldTests {
    private static final double MIN_RIGHT = 0.80;
    private static final List<String> DOCUMENTS = List.of("000", "004", "01", "02");

    @Test
    void tellsThePrintedDomainWithoutIt() throws IOException {
        int right = 0;
        int all = 0;
        for (String document : DOCUMENTS) {
            List<CaseRecord> printed =
                    cases(document).stream().filter(DomainGoldTests::isPrinted).toList();
            List<Domains.Verdict> told = ListedDomains.of(
                    printed.stream().map(DomainGoldTests::hidden).toList());
            int ofDocument = 0;
            for (int i = 0; i < printed.size(); i++) {
                boolean same = printed.get(i).domains().equals(told.get(i).domains());
                ofDocument += same ? 1 : 0;
            }
            Scores.print("domains", "document " + document, ofDocument, printed.size(), printed.size());
            right += ofDocument;
            all += printed.size();
        }
        Scores.print("domains", "all", right, all, all);
        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(MIN_RIGHT * all));
    }

    @Test
    void nothingIsOfNoDomainThatHasAPrintedTwin() throws IOException {
        for (String document : DOCUMENTS) {
            Map<String, Domain> printed = new HashMap<>();
            List<CaseRecord> cases = cases(document);
            cases.stream()
                    .filter(DomainGoldTests::isPrinted)
                    .forEach(found -> printed.put(
                            ComparableKey.of(found.title()), found.domains().getFirst()));
            for (CaseRecord found : cases) {
                Domain twin = printed.get(ComparableKey.of(found.title()));
                if (twin != null) {
                    assertThat(found.domains()).as(found.title()).containsExactly(twin);
                }
            }
        }
    }

    private static boolean isPrinted(CaseRecord found) {
        return found.category() != null && Domains.ofCategory(found.category()) != null;
    }

    private static ListedDomains.Case hidden(CaseRecord found) {
        Practice practice = found.practice();
        String summary = found.summary() == null ? "" : found.summary();
        return new ListedDomains.Case(
                found.title(), practice == null ? summary : summary + practice.text(), found.path(), null);
    }

    private static List<CaseRecord> cases(String document) throws IOException {
        Path file = CorpusFiles.named(document + "_");
        List<CaseRecord> cases = new ArrayList<>();
        new DocumentParser()
                .parse(Files.readAllBytes(file), file.getFileName().toString())
                .records()
                .forEach(record -> {
                    if (record instanceof CaseRecord found) {
                        cases.add(found);
                    }
                });
        return cases;
    }
}
