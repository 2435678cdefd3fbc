package io.casewire.cli.document;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.worker.Extractor;
import io.casewire.extraction.worker.Outcome;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Located;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.extraction.worker.Scratch;
import io.casewire.extraction.worker.WorkerSettings;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that are not text; for a text none of this is loaded. */
final class OtherFormats implements AutoCloseable {
    /** The class path of the process; where it is not given, that of this one has the libraries. */
    private static final String CLASS_PATH = "casewire.extraction.path";

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final DocumentParser parser;
    private final Extractor extractor;

    OtherFormats(DocumentParser parser) {
        this(
                parser,
                new Extractor(WorkerSettings.usual(
                        System.getProperty(CLASS_PATH, WorkerSettings.ownClassPath()), TEMPORARY)));
    }

    OtherFormats(DocumentParser parser, Extractor extractor) {
        this.parser = parser;
        this.extractor = extractor;
    }

    /** What to do with what a file holds. */
    interface Use {
        void document(ParsedDocument parsed) throws IOException;

        /** A file of an archive, with its path in it. */
        void member(byte[] bytes, String name) throws IOException;

        /** Something to tell a person, a sentence. */
        void remark(String sentence);
    }

    /**
     * Reads a file and hands over what it holds.
     *
     * @return false where it could not be read, which is told then
     */
    boolean read(byte[] bytes, String name, Use use) throws IOException {
        try (Scratch scratch = new Scratch(TEMPORARY)) {
            Path file = Files.write(scratch.folder().resolve("file"), bytes);
            return use(extractor.extract(file, name, scratch.folder("members")), bytes, name, use);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        extractor.close();
    }

    private boolean use(Outcome outcome, byte[] bytes, String name, Use use) throws IOException {
        switch (outcome) {
            case Extracted extracted -> use.document(parsed(extracted, name, sha256(bytes)));
            case Plain _ -> use.document(parser.parse(bytes, name));
            case Refused refused ->
                use.document(DocumentParser.unread(
                        name, sha256(bytes), refused.reason().name(), refused.sentences()));
            case Unpacked unpacked -> {
                for (Member member : unpacked.members()) {
                    use.member(Files.readAllBytes(member.file()), member.name());
                }
                unpacked.notices().forEach(notice -> use.remark(notice.place() + ": " + notice.message()));
            }
            case Overrun overrun -> {
                use.remark("could not be read: it took more than a file is given ("
                        + overrun.limit().setting() + ')');
                return false;
            }
            case Died(String what) -> {
                use.remark("could not be read: the process that reads it ended: " + what);
                return false;
            }
        }
        return true;
    }

    private ParsedDocument parsed(Extracted extracted, String name, String sha256) {
        return parser.parse(extracted.rendition().html(), name, sha256)
                .noticing(extracted.located().stream()
                        .map(OtherFormats::diagnostic)
                        .toList());
    }

    private static DiagnosticRecord diagnostic(Located located) {
        return new DiagnosticRecord(
                Severity.WARNING,
                located.notice().code(),
                located.sentence(),
                located.first() == 0 ? null : new LineRange(located.first(), located.last()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
