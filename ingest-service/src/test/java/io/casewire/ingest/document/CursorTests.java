package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.Sources.Position;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {
    @Test
    void leadsBackToItsPlace() {
        Instant at = Instant.parse("2026-11-21T08:00:00.123Z");
        Source source = Source.received("a", new BlobReference("ab", 1), at, "s", "c", false);

        assertThat(Cursor.position(Cursor.after(source))).isEqualTo(new Position(at, source.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "MTIzOnNyYy0x", "$ne"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.position(cursor)).isInstanceOf(UploadRefused.class);
    }
}
