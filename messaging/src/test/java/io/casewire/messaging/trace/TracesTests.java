package io.casewire.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TracesTests {
    private static final String CORRELATION = "ce_correlationid";

    @Test
    void withoutAnEndpointNothingIsSaidOnRecords() {
        for (TraceSettings off : List.of(new TraceSettings(null, 1), new TraceSettings(" ", 1))) {
            ProducerRecord<String, byte[]> record = record("upload-1");
            try (Traces traces = Traces.of(off, "ingest")) {
                traces.sending(List.of(record)).run();
                traces.cause("receive document", "upload-1", Instant.now(), Map.of());
            }
            assertThat(record.headers().lastHeader(TraceParent.HEADER)).isNull();
        }
    }

    @Test
    void everyServiceReckonsTheSameTraceFromTheSameCause() {
        assertThat(TraceParent.rootOf("upload-1")).isEqualTo(TraceParent.rootOf("upload-1"));
        assertThat(TraceParent.rootOf("upload-1").traceId())
                .isNotEqualTo(TraceParent.rootOf("upload-2").traceId());
    }

    @Test
    void aRecordSaysOnceWhatItsReadersHangFrom() {
        ProducerRecord<String, byte[]> record = record("upload-1");
        ProducerRecord<String, byte[]> tombstone = new ProducerRecord<>("casewire.case.trade", "key", null);
        try (Traces traces = Traces.of(new TraceSettings("http://127.0.0.1:1/v1/traces", 1), "ingest")) {
            traces.sending(List.of(record, tombstone)).run();
            TraceParent first = parent(record);
            traces.sending(List.of(record)).run();

            assertThat(first.traceId())
                    .isEqualTo(parent(record).traceId())
                    .isEqualTo(TraceParent.rootOf("upload-1").traceId());
            assertThat(parent(record).spanId()).isNotEqualTo(first.spanId());
            assertThat(record.headers().headers(TraceParent.HEADER)).hasSize(1);
            assertThat(tombstone.headers()).isEmpty();
        }
    }

    @Test
    void aCollectorThatIsAwayHoldsNothingUp() {
        assertThatCode(() -> {
                    try (Traces traces = Traces.of(new TraceSettings("http://127.0.0.1:1/v1/traces", 1), "ingest")) {
                        for (int i = 0; i < 20_000; i++) {
                            traces.step("read document", "upload-" + i, Instant.now(), Map.of());
                        }
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void onlyAHeaderOfTheStandardsFormIsTaken() {
        String fine = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(TraceParent.of(fine.getBytes(StandardCharsets.US_ASCII)))
                .contains(new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
        for (String wrong : List.of("", "x", fine + "0", fine.toUpperCase(java.util.Locale.ROOT), "é")) {
            assertThat(TraceParent.of(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isEmpty();
        }
        assertThat(TraceParent.of(null)).isEmpty();
    }

    @Test
    void aShareIsFromNoneToAll() {
        assertThatThrownBy(() -> new TraceSettings(null, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TraceSettings(null, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProducerRecord<String, byte[]> record(String correlationId) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("casewire.case.trade", "key", new byte[] {1});
        record.headers().add(CORRELATION, correlationId.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static TraceParent parent(ProducerRecord<String, byte[]> record) {
        return TraceParent.of(record.headers().lastHeader(TraceParent.HEADER).value())
                .orElseThrow();
    }
}
