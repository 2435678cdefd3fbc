package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir
    Path directory;

    @Test
    void findsItsRecordsAgainOnTheNextStartAtAnotherPort() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory);
                Topic cases = Topic.create(broker.bootstrapServers(), "cases")) {
            cases.send("first");
        }
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory);
                Topic cases = Topic.of(broker.bootstrapServers(), "cases")) {
            cases.send("second");
            assertThat(cases.read()).containsExactly("first", "second");
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (EmbeddedKafka _ = EmbeddedKafka.start(directory)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory)).isInstanceOf(DirectoryInUse.class);
        }
    }

    @Test
    void saysThatThePortIsTakenAndLeavesTheDirectoryFree(@TempDir Path other) {
        try (EmbeddedKafka first = EmbeddedKafka.start(directory)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(other, first.port())).isInstanceOf(PortInUse.class);
        }
        EmbeddedKafka.start(other).close();
    }
}
