package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.correction.Correcting;
import io.casewire.ingest.correction.Correction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parsed records with the corrections of people. */
final class Corrected {
    private Corrected() {}

    /** The submission as it is to be published, its records kept: what is begun with them can be taken up by anybody. */
    static Submission of(Submission parsed, List<Correction> corrections, Blobs blobs) {
        Submission corrected = shown(parsed, corrections);
        if (corrected.corrected().isEmpty()) {
            return parsed;
        }
        List<ParsedRecord> lines = new ArrayList<>();
        lines.add(corrected.document());
        lines.addAll(corrected.records());
        return new Submission(
                corrected.upload(),
                corrected.document(),
                corrected.records(),
                blobs.put(new RecordLines(lines, corrected.corrected()).write()),
                corrected.refusal(),
                corrected.corrected());
    }

    /** The same for a look only. */
    static Submission shown(Submission parsed, List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return parsed;
        }
        RecordLines lines = lines(parsed.records(), corrections);
        return new Submission(
                parsed.upload(),
                parsed.document(),
                lines.records(),
                parsed.kept(),
                parsed.refusal(),
                lines.corrected());
    }

    /** Records, of which others than those with events are passed on as they are. */
    static RecordLines lines(List<ParsedRecord> parsed, List<Correction> corrections) {
        Map<String, List<Correction>> byRecord =
                corrections.stream().collect(Collectors.groupingBy(Correction::record));
        Map<String, List<String>> fields = new HashMap<>();
        List<ParsedRecord> records = parsed.stream()
                .map(record -> {
                    Optional<Publishable> publishable = Publishable.of(record);
                    List<Correction> its = publishable
                            .map(found -> byRecord.getOrDefault(found.id(), List.of()))
                            .orElse(List.of());
                    if (its.isEmpty()) {
                        return record;
                    }
                    fields.put(its.getFirst().record(), fields(its));
                    return Correcting.of(record, its);
                })
                .toList();
        return new RecordLines(records, fields);
    }

    static List<String> fields(List<Correction> corrections) {
        return corrections.stream().map(Correction::field).toList();
    }
}
