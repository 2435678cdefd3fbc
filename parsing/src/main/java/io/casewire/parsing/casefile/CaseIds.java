package io.casewire.parsing.casefile;

import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives cases their ids: from the document's identity and the case's title, and, where one document prints a title more
 * than once, from what tells the two apart.
 */
public final class CaseIds {
    private final String document;
    private final Set<CaseId> given = new HashSet<>();
    /** How many copies of a title there are, so that the next need not try all their numbers. */
    private final Map<String, Integer> copies = new HashMap<>();

    private final List<DiagnosticRecord> diagnostics;

    public CaseIds(DocumentIdentity identity, List<DiagnosticRecord> diagnostics) {
        this.document = identity.key();
        this.diagnostics = diagnostics;
    }

    /**
     * The finished case; none where what was taken for a title has neither letter nor digit, which is reported.
     *
     * @param qualifier what tells it from a namesake in the same document (its list, its zone); null where titles do
     */
    public Optional<CaseRecord> finish(CaseDraft draft, @Nullable String qualifier) {
        if (draft.title().codePoints().noneMatch(Character::isLetterOrDigit)) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.WARNING,
                    "CASE_WITHOUT_TITLE",
                    "What stands here has no title to be known by",
                    draft.lines()));
            return Optional.empty();
        }
        String title = ComparableKey.of(draft.title());
        CaseId id = qualifier == null
                ? CaseId.derive(document, title)
                : CaseId.derive(document, title, ComparableKey.of(qualifier));
        int copy = copies.getOrDefault(title, 2);
        boolean reported = false;
        while (!given.add(id)) {
            if (!reported) {
                reported = true;
                diagnostics.add(new DiagnosticRecord(
                        Severity.WARNING,
                        "DUPLICATE_CASE",
                        "The title '" + draft.title() + "' occurs more than once",
                        draft.lines()));
            }
            id = CaseId.derive(document, title, "copy", String.valueOf(copy));
            copy++;
            copies.put(title, copy);
        }
        return Optional.of(draft.build(id));
    }

    /** Finishes all drafts in order. */
    public List<CaseRecord> finish(List<CaseDraft> drafts) {
        List<CaseRecord> records = new ArrayList<>(drafts.size());
        for (CaseDraft draft : drafts) {
            finish(draft, null).ifPresent(records::add);
        }
        return records;
    }
}
