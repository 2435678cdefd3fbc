package io.casewire.ingest.pipeline;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.Severity;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.parse.ParsedDocument;
import io.casewire.ingest.source.Reading;
import io.casewire.ingest.source.Refusal;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a file from its bytes to its records. */
@Component
class Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final Sources sources;
    private final Blobs blobs;
    private final ParserThreads parser;
    private final PipelineSettings settings;
    private final InstantSource clock;

    Reader(Sources sources, Blobs blobs, ParserThreads parser, PipelineSettings settings, InstantSource clock) {
        this.sources = sources;
        this.blobs = blobs;
        this.parser = parser;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads the file; afterwards it is parsed or failed. */
    void read(Source source, Lease lease) throws InterruptedException {
        if (source.readings() >= settings.maxReadings()) {
            sources.fail(
                    source,
                    lease,
                    new Refusal(
                            "READING_NEVER_ENDED",
                            "The service stopped " + source.readings() + " times while reading this file."));
            return;
        }
        sources.countReading(source, lease);
        Instant start = clock.instant();
        byte[] bytes = blobs.read(source.original());
        switch (parser.parse(bytes, source.name())) {
            case ParseOutcome.Done(ParsedDocument parsed) -> keep(source, lease, parsed, start);
            case ParseOutcome.TimedOut _ ->
                sources.fail(
                        source,
                        lease,
                        new Refusal("TOO_SLOW", "Reading this file took longer than the service allows."));
            case ParseOutcome.Crashed(Throwable cause) -> {
                LOG.error("Reading {} ({}) failed", source.id(), source.name(), cause);
                sources.fail(source, lease, crash(cause));
            }
        }
    }

    /** The document and its records, as kept. */
    List<ParsedRecord> records(Reading reading) {
        return Ndjson.read(blobs.read(reading.records()), ParsedRecord.class);
    }

    /** Why nothing of a reading may be published; empty where it may. */
    Optional<Refusal> refusal(Reading reading, List<ParsedRecord> documentAndRecords) {
        if (documentAndRecords.size() > 1) {
            return Optional.empty();
        }
        Optional<DiagnosticRecord> error =
                Ndjson.read(blobs.read(reading.diagnostics()), DiagnosticRecord.class).stream()
                        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                        .findFirst();
        if (error.isPresent()) {
            return error.map(it -> new Refusal(it.code(), it.message()));
        }
        return Optional.of(
                reading.genre() == Genre.UNRECOGNISED
                        ? new Refusal("UNRECOGNISED", "This is no document of a kind that states reform cases.")
                        : new Refusal("NO_RECORDS", "Nothing in this document could be read as a record."));
    }

    private void keep(Source source, Lease lease, ParsedDocument parsed, Instant start) {
        sources.extracted(source, lease, blobs.put(Ndjson.write(TextLine.of(parsed.text()))), since(start));
        List<ParsedRecord> records = new ArrayList<>(parsed.records().size() + 1);
        DocumentRecord document = parsed.document();
        records.add(document);
        records.addAll(parsed.records());
        Reading reading = new Reading(
                document.id().value(),
                document.title(),
                document.documentNumber(),
                document.genre(),
                document.counts(),
                document.declared(),
                blobs.put(Ndjson.write(records)),
                blobs.put(Ndjson.write(parsed.diagnostics())),
                parsed.diagnostics().size());
        sources.parsed(source, lease, reading, since(start), null);
    }

    private static Refusal crash(Throwable cause) {
        return switch (cause) {
            case StackOverflowError _ ->
                new Refusal("TOO_DEEP", "This file is nested deeper than the service can follow.");
            case OutOfMemoryError _ -> new Refusal("TOO_MUCH", "This file needs more memory than the service has.");
            default -> new Refusal("PARSER_FAILED", "The service failed on this file; its log says where.");
        };
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }
}
