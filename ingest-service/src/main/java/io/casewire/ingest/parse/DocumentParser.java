package io.casewire.ingest.parse;

import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.DocumentRecord.Counts;
import io.casewire.contracts.parsed.DocumentRecord.DeclaredCounts;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.MilestoneRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.ingest.identity.HeadReader;
import io.casewire.ingest.layout.DocumentText;
import io.casewire.ingest.page.PageReader;
import io.casewire.ingest.parse.GenreChoice.Chosen;
import io.casewire.ingest.parse.Limits.Excess;
import io.casewire.ingest.recogniser.DocumentIdentity;
import io.casewire.ingest.recogniser.Findings;
import io.casewire.ingest.recogniser.Fit;
import io.casewire.ingest.recogniser.Recogniser;
import io.casewire.ingest.text.Decoding;
import io.casewire.ingest.text.Decoding.Decoded;
import io.casewire.ingest.text.Decoding.Unreadable;
import io.casewire.ingest.text.Interruption;
import io.casewire.ingest.text.TextDecoder;
import io.casewire.ingest.text.Traditional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a document into records. Pure and stateless: one instance serves all threads, and no input makes it
 * throw; what cannot be read becomes a diagnostic.
 */
public final class DocumentParser {
    /** Below this a guess at the genre is no better than none. */
    private static final int LEAST_FIT = 50;

    private final Limits limits;
    private final List<Recogniser> recognisers;
    private final GenreChoice choice;

    public DocumentParser() {
        this(Limits.DEFAULT);
    }

    public DocumentParser(Limits limits) {
        this(limits, Recognisers.ALL);
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
        String sha256 = sha256(bytes);
        if (bytes.length > limits.bytes()) {
            return unread(
                    name,
                    sha256,
                    "DOCUMENT_TOO_LARGE",
                    "The file has " + bytes.length + " bytes; at most " + limits.bytes() + " are read");
        }
        Decoding decoding = TextDecoder.decode(bytes);
        return switch (decoding) {
            case Unreadable unreadable ->
                unread(name, sha256, unreadable.garbled() ? "MOJIBAKE" : "UNREADABLE", unreadable.reason());
            case Decoded decoded -> parse(decoded, name, sha256);
        };
    }

    private ParsedDocument parse(Decoded decoded, String name, String sha256) {
        Excess excess = limits.exceededBy(decoded.text());
        if (excess != null) {
            return unread(name, sha256, excess.code(), excess.message());
        }
        try {
            ParsedDocument parsed = Traditional.isUsedIn(decoded.text())
                    ? traditional(decoded, name, sha256)
                    : read(decoded, name, sha256);
            return parsed.records().size() > limits.records()
                    ? unread(
                            name,
                            sha256,
                            "TOO_MANY_RECORDS",
                            "The document holds " + parsed.records().size() + " records; at most " + limits.records()
                                    + " are taken")
                    : parsed;
        } catch (Interruption _) {
            return unread(name, sha256, "INTERRUPTED", "Reading took longer than allowed and was stopped");
        }
    }

    /** All knowledge of words is in simplified characters; what was read is given back as printed. */
    private ParsedDocument traditional(Decoded decoded, String name, String sha256) {
        ParsedDocument parsed =
                read(new Decoded(Traditional.simplified(decoded.text()), decoded.charset()), name, sha256);
        PrintedForms forms = new PrintedForms(decoded.text());
        return new ParsedDocument(
                forms.restored(parsed.document()),
                parsed.records().stream().map(forms::restored).toList(),
                parsed.diagnostics(),
                PageReader.read(name, decoded.text()),
                parsed.charset(),
                parsed.coverage());
    }

    private ParsedDocument read(Decoded decoded, String name, String sha256) {
        DocumentText text = PageReader.read(name, decoded.text());
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
        diagnostics.addAll(UnknownUnits.diagnostics(records));
        DocumentRecord document = new DocumentRecord(
                DocumentId.derive(identity.key()),
                sha256,
                identity.title(),
                identity.issuer(),
                identity.documentNumber(),
                identity.issuedOn(),
                genre,
                counts(records),
                declared);
        Coverage coverage = Coverage.of(text, document, records);
        if (genre != Genre.UNRECOGNISED) {
            diagnostics.addAll(Unparsed.diagnostics(coverage.unparsed()));
        }
        return new ParsedDocument(document, records, diagnostics, text, decoded.charset(), coverage.share());
    }

    private Genre genre(DocumentText text, @Nullable String title, List<DiagnosticRecord> diagnostics) {
        Chosen chosen = choice.of(text);
        Fit fit = chosen.fit();
        Refusal refusal = Refusal.of(text, title);
        boolean refused = refusal != null && fit.score() < refusal.outweighed();
        if (fit.score() >= LEAST_FIT && !refused) {
            diagnostics.add(new DiagnosticRecord(
                    Severity.INFO, "GENRE", "Read as " + chosen.genre() + ": " + fit.reason(), null));
            return chosen.genre();
        }
        String why = refusal != null
                ? refusal.reason()
                : text.blocks().isEmpty()
                        ? "it has no text"
                        : "no structure of cases, tasks or lists to replicate was found";
        diagnostics.add(new DiagnosticRecord(
                Severity.WARNING, "UNRECOGNISED_GENRE", "Nothing is published from this document: " + why, null));
        return Genre.UNRECOGNISED;
    }

    private static ParsedDocument unread(String name, String sha256, String code, String message) {
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

    private static @Nullable DeclaredCounts merge(@Nullable DeclaredCounts one, @Nullable DeclaredCounts other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new DeclaredCounts(
                one.cases() != null ? one.cases() : other.cases(), one.tasks() != null ? one.tasks() : other.tasks());
    }

    private static int firstLine(ParsedRecord record) {
        LineRange lines = Coverage.linesOf(record);
        return lines == null ? 0 : lines.first();
    }

    private static Counts counts(List<ParsedRecord> records) {
        int cases = 0;
        int tasks = 0;
        int adoptions = 0;
        int milestones = 0;
        int indicators = 0;
        int metrics = 0;
        for (ParsedRecord record : records) {
            switch (record) {
                case CaseRecord found -> {
                    cases++;
                    metrics += found.metrics().size();
                }
                case TaskRecord _ -> tasks++;
                case AdoptionRecord found -> {
                    adoptions++;
                    metrics += found.metrics().size();
                }
                case MilestoneRecord _ -> milestones++;
                case IndicatorRecord _ -> indicators++;
                case DocumentRecord _, DiagnosticRecord _ -> {
                    // not among the findings of a recogniser
                }
            }
        }
        return new Counts(cases, tasks, adoptions, milestones, indicators, metrics);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
