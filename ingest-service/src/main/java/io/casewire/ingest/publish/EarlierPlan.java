package io.casewire.ingest.publish;

import io.casewire.contracts.event.DocumentEvent;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import io.casewire.ingest.publish.PublicationBatch.RecordEvent;
import io.casewire.ingest.upload.SupersededRecord;
import io.casewire.parsing.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch as a whole, a line for what holds for all and one an event: so it was kept before it could be worked out again. */
final class EarlierPlan {
    private EarlierPlan() {}

    private record Head(
            @Nullable String source,
            Instant at,
            String correlationId,
            boolean backfill,
            @Nullable Changes changes,
            @Nullable Refusal refusal,
            @Nullable String note,
            @Nullable List<SupersededRecord> superseded) {}

    private record Line(
            String topic,
            String type,
            String event,
            @Nullable PublishedRecord record,
            @Nullable String leaves) {}

    static PublicationBatch batch(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        Head head = WireJson.mapper().readValue(lines.getFirst(), Head.class);
        List<RecordEvent> records = new ArrayList<>();
        DocumentEvent document = null;
        for (String line : lines.subList(1, lines.size())) {
            Line planned = WireJson.mapper().readValue(line, Line.class);
            Event event = event(planned);
            PublishedRecord record = planned.record();
            if (event instanceof DocumentEvent ofDocument) {
                document = ofDocument;
            } else if (record != null) {
                records.add(new RecordEvent(topic(planned), event, () -> record, planned.leaves()));
            }
        }
        return new PublicationBatch(
                new PublicationBatch.Head(
                        head.source(),
                        null,
                        head.at(),
                        head.correlationId(),
                        head.backfill(),
                        head.changes(),
                        head.refusal(),
                        head.note()),
                records,
                document,
                List.of(),
                head.superseded() == null ? List.of() : head.superseded(),
                PublicationBatch.Gaps.NONE);
    }

    private static Event event(Line line) {
        return WireNames.typeOf(line.type())
                .map(type -> (Event) WireJson.mapper().readValue(line.event(), type))
                .orElseThrow(() -> new IllegalStateException(line.type() + " is no event of ours"));
    }

    private static Topic<? extends Event> topic(Line line) {
        return Topics.named(line.topic())
                .orElseThrow(() -> new IllegalStateException(line.topic() + " is no topic of ours"));
    }
}
