package io.casewire.extraction.ofd;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.RecordsAsText;
import io.casewire.extraction.SamplePage;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleOfdTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.casewire.extraction.SamplePage#names")
    void theOfdGivesTheRecordsOfTheText(String name) throws IOException, Unextractable {
        assertThat(RecordsAsText.of(SampleOfd.of(SamplePage.read(name)).read(folder), name))
                .containsExactlyElementsOf(RecordsAsText.ofText(SamplePage.bytes(name), name));
    }
}
