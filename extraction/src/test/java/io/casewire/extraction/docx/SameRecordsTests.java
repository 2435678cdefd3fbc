package io.casewire.extraction.docx;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Samples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameRecordsTests {
    @TempDir
    Path folder;

    static List<String> samples() {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleGivesTheRecordsOfItsText(String name) throws Exception {
        assertThat(Samples.records(name, Samples.docx(name, folder), new DocxReader()))
                .hasSizeGreaterThan(1)
                .isEqualTo(Samples.records(name));
    }
}
