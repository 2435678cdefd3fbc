package io.casewire.parsing;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.parsing.Admission.Admitted;
import io.casewire.parsing.Admission.Turned;
import io.casewire.parsing.decode.Decoding.Decoded;
import io.casewire.parsing.genre.Findings;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.GenreChoice;
import io.casewire.parsing.genre.GenreChoice.Chosen;
import io.casewire.parsing.genre.Genres;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.genre.report.RunningText;
import io.casewire.parsing.head.DocumentIdentity;
import io.casewire.parsing.head.HeadReader;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Interruption;
import io.casewire.parsing.page.PageReader;
import io.casewire.text.UnifiedCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a document into records. Pure and stateless: one instance serves all threads, and no input makes it
 * throw; what cannot be read becomes a diagnostic.
 */
public final class DocumentParser {
    static final String UNRECOGNISED_GENRE = "UNRECOGNISED_GENRE";

    /** Below this a guess at the genre is no better than none. */
    private static final int MIN_FIT = 50;

    private final Limits limits;
    private final List<Recogniser> recognisers;
    private final GenreChoice choice;

    public DocumentParser() {
        this(Limits.DEFAULT);
    }

    public DocumentParser(Limits limits) {
        this(limits, Genres.ALL);
    }

    DocumentParser(Limits limits, List<Recogniser> recognisers) {
        this.limits = limits;
        this.recognisers = List.copyOf(recognisers);
        this.choice = new GenreChoice(this.recognisers);
    }

    /**
     * Parses a document.
     *
     * @param name the file's name, for messages and for the id of a document that says nothing of itself
     */
    public ParsedDocument parse(byte[] bytes, String name) {
        return switch (Admission.of(bytes, limits)) {
            case Turned(String sha256, String code, String message) -> unread(name, sha256, code, message);
            case Admitted(String sha256, Decoded decoded) -> parse(decoded, name, sha256);
        };
    }

    /**
     * Parses a document whose text another reader took out of its file.
     *
     * @param text as a web page or plain; its lines are those that records name
     * @param name the file's name, see {@link #parse(byte[], String)}
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    public ParsedDocument parse(String text, String name, String sha256) {
        return switch (Admission.of(text, sha256, limits)) {
            case Turned(String _, String code, String message) -> unread(name, sha256, code, message);
            case Admitted(String _, Decoded decoded) -> parse(decoded, name, sha256);
        };
    }

    /**
     * What is to say of a file that nobody could take text out of.
     *
     * @param code of the diagnostic, stable, upper case
     * @param message a sentence for the sender
     */
    public static ParsedDocument unread(String name, String sha256, String code, String message) {
        DocumentRecord document = new DocumentRecord(
                DocumentId.derive("bytes", sha256),
                sha256,
                null,
                null,
                null,
                null,
                Genre.UNRECOGNISED,
                Counts.NONE,
                null);
        return new ParsedDocument(
                document,
                List.of(),
                List.of(new DiagnosticRecord(Severity.ERROR, code, message, null)),
                new DocumentText(name, List.of(), List.of(), 0),
                "",
                0);
    }

    private ParsedDocument parse(Decoded decoded, String name, String sha256) {
        try {
            // layout is judged by the text as printed, so no radical may come that far
            ParsedDocument parsed = ScriptBridge.across(
                    name, UnifiedCharacters.of(decoded.text()), text -> read(text, decoded.charset(), name, sha256));
            int records = parsed.records().size();
            if (records > limits.records()) {
                return unread(
                        name,
                        sha256,
                        "TOO_MANY_RECORDS",
                        "The document holds " + records + " records; at most " + limits.records() + " are taken ("
                                + Limits.MAX_RECORDS + "). Divide it into several documents");
            }
            // an entity may spell a character that there is not
            boolean mayBeFlawed = !decoded.flaws().isEmpty() || decoded.text().contains("&#");
            return mayBeFlawed ? FlawedText.withheld(parsed, decoded.flaws()) : parsed;
        } catch (Interruption _) {
            return unread(name, sha256, "INTERRUPTED", "Reading took longer than allowed and was stopped");
        }
    }

    private ParsedDocument read(String decoded, String charset, String name, String sha256) {
        DocumentText text = PageReader.read(name, decoded);
        DocumentIdentity identity = HeadReader.read(text);
        List<DiagnosticRecord> diagnostics = new ArrayList<>();
        Genre genre = genre(text, identity.title(), diagnostics);
        List<ParsedRecord> records = new ArrayList<>();
        DeclaredCounts declared = null;
        // one recogniser knows its reading order best; several are put together by line
        int contributors = 0;
        for (Recogniser recogniser : recognisers) {
            if (recogniser.genre() == genre) {
                Interruption.check();
                Findings findings = recogniser.read(text, identity);
                contributors += findings.records().isEmpty() ? 0 : 1;
                records.addAll(findings.records());
                diagnostics.addAll(findings.diagnostics());
                declared = merge(declared, findings.declared());
            }
        }
        if (contributors > 1) {
            records.sort(Comparator.comparingInt(record -> firstLine(record)));
        }
        records = ToldDomains.of(records);
        List<ParsedRecord> all = new ArrayList<>(records);
        if (genre == Genre.REPORT && !records.isEmpty()) {
            all.addAll(RunningText.of(text, identity, toldLines(records)));
        }
        diagnostics.addAll(UnknownUnits.diagnostics(records));
        DocumentRecord document = new DocumentRecord(
                DocumentId.derive(identity.key()),
                sha256,
                identity.title(),
                identity.issuer(),
                identity.documentNumber(),
                identity.issuedOn(),
                genre,
                RecordCounts.of(all),
                declared);
        // running text is kept as it stands: that it was understood, only the other records say
        Coverage coverage = Coverage.of(text, document, records);
        if (genre != Genre.UNRECOGNISED) {
            diagnostics.addAll(Unparsed.diagnostics(coverage.unparsed()));
        }
        return new ParsedDocument(document, all, diagnostics, text, charset, coverage.share());
    }

    private Genre genre(DocumentText text, @Nullable String title, List<DiagnosticRecord> diagnostics) {
        Chosen chosen = choice.of(text);
        Fit fit = chosen.fit();
        OtherKind other = OtherKind.of(text, title);
        boolean refused = other != null && fit.score() < other.outweighed();
        if (fit.score() >= MIN_FIT && !refused) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.INFO, "GENRE", "Read as " + chosen.genre() + ": " + fit.reason(), null));
            return chosen.genre();
        }
        String why = other != null
                ? other.reason()
                : text.blocks().isEmpty()
                        ? "it has no text"
                        : "no structure of cases, tasks or lists to replicate was found";
        diagnostics.add(new DiagnosticRecord(
                Severity.WARNING, UNRECOGNISED_GENRE, "Nothing is published from this document: " + why, null));
        return Genre.UNRECOGNISED;
    }

    private static @Nullable DeclaredCounts merge(@Nullable DeclaredCounts one, @Nullable DeclaredCounts other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new DeclaredCounts(
                one.cases() != null ? one.cases() : other.cases(), one.tasks() != null ? one.tasks() : other.tasks());
    }

    /** Where all that is printed reached a record; an adoption is one sentence of its paragraph. */
    private static List<LineRange> toldLines(List<ParsedRecord> records) {
        return records.stream()
                .filter(record -> !(record instanceof AdoptionRecord))
                .map(Coverage::linesOf)
                .filter(Objects::nonNull)
                .toList();
    }

    private static int firstLine(ParsedRecord record) {
        LineRange lines = Coverage.linesOf(record);
        return lines == null ? 0 : lines.first();
    }
}
