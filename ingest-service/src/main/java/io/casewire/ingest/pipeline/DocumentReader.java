package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Severity;
import io.casewire.extraction.Formats;
import io.casewire.extraction.Rendition;
import io.casewire.extraction.worker.Outcome;
import io.casewire.extraction.worker.Outcome.Died;
import io.casewire.extraction.worker.Outcome.Extracted;
import io.casewire.extraction.worker.Outcome.Limit;
import io.casewire.extraction.worker.Outcome.Located;
import io.casewire.extraction.worker.Outcome.Overrun;
import io.casewire.extraction.worker.Outcome.Plain;
import io.casewire.extraction.worker.Outcome.Refused;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.extraction.worker.Scratch;
import io.casewire.ingest.extraction.Extracting;
import io.casewire.ingest.pipeline.ReadOutcome.Failed;
import io.casewire.ingest.pipeline.ReadOutcome.Holds;
import io.casewire.ingest.pipeline.ReadOutcome.Read;
import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.ParsedDocument;
import io.casewire.parsing.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a file from its bytes to its records: text by the parser alone, other formats by way of a process that takes them apart. */
@Component
public class DocumentReader {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
    private static final String SETTINGS = "casewire.ingest.extraction.";

    private final ParserThreads threads;
    private final TextParsing texts;
    private final Extracting extracting;

    DocumentReader(ParserThreads threads, TextParsing texts, Extracting extracting) {
        this.threads = threads;
        this.texts = texts;
        this.extracting = extracting;
    }

    /** A file. */
    public static final class Source {
        private final byte[] bytes;
        private final String name;
        private final String sha256;

        /** @param sha256 of the bytes, 64 lower-case hexadecimal digits */
        public Source(byte[] bytes, String name, String sha256) {
            this.bytes = bytes;
            this.name = name;
            this.sha256 = sha256;
        }
    }

    /**
     * Reads a file.
     *
     * @param scratch for temporary files, and the members of an archive
     * @param extracted what to do when the text is taken out of another format, before it is parsed
     * @throws InterruptedException when the service stops; nothing is known of the file then
     * @throws UncheckedIOException when the file cannot be taken apart at this moment
     */
    public ReadOutcome read(Source source, Scratch scratch, Runnable extracted) throws InterruptedException {
        if (!Formats.mayBeRead(source.bytes)) {
            return text(source);
        }
        return switch (extract(source, scratch)) {
            case Extracted document -> {
                extracted.run();
                yield outcome(threads.run(source.name, () -> parse(document, source)), source, document.rendition());
            }
            case Unpacked archive -> new Holds(archive);
            case Plain _ -> text(source);
            case Refused refused ->
                new Read(
                        DocumentParser.unread(
                                source.name, source.sha256, refused.reason().name(), refused.sentences()),
                        null);
            case Overrun(Limit limit) -> new Failed(overrun(limit));
            case Died(String what) -> {
                LOG.warn("{} ({}) ended the process that took it apart: {}", source.sha256, source.name, what);
                yield new Failed(new Refusal(
                        "EXTRACTION_FAILED",
                        "The service could not take this file apart; its log says why. 服务无法读取此文件，原因见日志。"));
            }
        };
    }

    private ReadOutcome text(Source source) throws InterruptedException {
        return outcome(threads.parse(source.bytes, source.name), source, null);
    }

    private Outcome extract(Source source, Scratch scratch) throws InterruptedException {
        try {
            Path file = Files.write(scratch.folder().resolve("file"), source.bytes);
            return extracting.extract(file, source.name, scratch.folder("members"));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room to take a file apart", e);
        }
    }

    private ParsedDocument parse(Extracted document, Source source) {
        return texts.parse(document.rendition().html(), source.name, source.sha256)
                .noticing(document.located().stream()
                        .map(DocumentReader::diagnostic)
                        .toList());
    }

    private static DiagnosticRecord diagnostic(Located located) {
        return new DiagnosticRecord(
                Severity.WARNING,
                located.notice().code(),
                located.sentence(),
                located.first() == 0 ? null : new LineRange(located.first(), located.last()));
    }

    private static ReadOutcome outcome(ParseOutcome outcome, Source source, @Nullable Rendition rendition) {
        return switch (outcome) {
            case ParseOutcome.Done(ParsedDocument parsed) -> new Read(parsed, rendition);
            case ParseOutcome.TimedOut _ ->
                new Failed(new Refusal("TOO_SLOW", "Parsing this file took longer than the service allows."));
            case ParseOutcome.Crashed(Throwable cause) -> {
                LOG.error("Parsing {} ({}) failed", source.sha256, source.name, cause);
                yield new Failed(crash(cause));
            }
        };
    }

    private static Refusal crash(Throwable cause) {
        return switch (cause) {
            case StackOverflowError _ ->
                new Refusal("TOO_DEEP", "This file is nested deeper than the service can follow.");
            case OutOfMemoryError _ -> new Refusal("TOO_MUCH", "This file needs more memory than the service has.");
            default -> new Refusal("PARSER_FAILED", "The service failed on this file; its log says where.");
        };
    }

    private static Refusal overrun(Limit limit) {
        String setting = " (" + SETTINGS + limit.setting() + ").";
        return switch (limit) {
            case HEAP ->
                new Refusal(
                        "TOO_MUCH",
                        "Taking this file apart needs more memory than a file is given" + setting + " 读取此文件所需内存超出限额。");
            case TIME, CPU ->
                new Refusal(
                        "TOO_SLOW",
                        "Taking this file apart took longer than a file is given" + setting + " 读取此文件耗时超出限额。");
        };
    }
}
