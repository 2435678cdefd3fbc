package io.casewire.contracts.parsed;

import io.casewire.contracts.id.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * The document itself.
 *
 * @param sha256 of the original bytes, 64 lower-case hexadecimal digits
 * @param title null where none could be told from the text
 * @param documentNumber 文号, for example {@code 国函〔2023〕56号}
 * @param issuedOn day, month or year in ISO form at its printed precision
 * @param declared what the document says of itself (共23项, its table of contents); null if it says nothing
 */
public record DocumentRecord(
        DocumentId id,
        String sha256,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String documentNumber,
        @Nullable String issuedOn,
        Genre genre,
        Counts counts,
        @Nullable DeclaredCounts declared)
        implements ParsedRecord {

    /**
     * How many records of each kind were found.
     *
     * @param metrics those inside cases, tasks and adoptions
     * @param chapters passages of running text; null for a document that is no report, and in events of before there were any
     */
    public record Counts(
            int cases,
            int tasks,
            int adoptions,
            int milestones,
            int indicators,
            int metrics,
            @Nullable Integer chapters) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        /** Of a document without passages. */
        public Counts(int cases, int tasks, int adoptions, int milestones, int indicators, int metrics) {
            this(cases, tasks, adoptions, milestones, indicators, metrics, null);
        }
    }

    /** Counts the document declares; null where it declares none of that kind. */
    public record DeclaredCounts(
            @Nullable Integer cases, @Nullable Integer tasks) {}
}
