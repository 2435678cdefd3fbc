package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIndexTests {
    @TempDir
    private Path directory;

    @Test
    void keepsWhatWasCommitted() throws IOException {
        String id = fill();
        assertThat(states("store")).isEqualTo(Map.of(id, 7L));
    }

    @Test
    void startsAnewForAnotherStore() throws IOException {
        fill();
        assertThat(states("another")).isEmpty();
        assertThat(states("another")).isEmpty();
    }

    @Test
    void startsAnewWhereAnyFileIsBroken() throws IOException {
        for (Path file : files(fillAndList())) {
            fill();
            if (Files.exists(file) && Files.size(file) > 0) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x5a;
                Files.write(file, bytes);
                assertThat(states("store")).as("%s broken", file).isEmpty();
            }
        }
    }

    @Test
    void startsAnewWhereAnyFileIsCutShort() throws IOException {
        for (Path file : files(fillAndList())) {
            fill();
            if (Files.exists(file) && Files.size(file) > 0) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                assertThat(states("store")).as("%s cut short", file).isEmpty();
            }
        }
    }

    private Path fillAndList() throws IOException {
        fill();
        return directory;
    }

    private String fill() throws IOException {
        try (Stream<Path> old = Files.list(directory)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        var stored = CaseDraft.of("kept", "通关").stored(7, CaseDraft.MORNING);
        try (CaseIndex index = CaseIndex.open(directory, "store", new CaseAnalyzer())) {
            index.put(stored);
        }
        return stored.content().id().value();
    }

    private Map<String, Long> states(String store) throws IOException {
        try (CaseIndex index = CaseIndex.open(directory, store, new CaseAnalyzer())) {
            index.refresh(Duration.ofMinutes(1));
            return index.states();
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }
}
