package io.casewire.extraction.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.FormatReader;
import io.casewire.extraction.Samples;
import io.casewire.extraction.docx.DocSource;
import io.casewire.extraction.docx.DocxReader;
import io.casewire.extraction.docx.WordProcessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibreOfficeIT {
    @TempDir
    Path folder;

    static List<String> samples() {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleAsDocGivesTheRecordsOfItsText(String name) throws Exception {
        Path doc = WordProcessor.doc(Samples.docx(name, folder));

        assertThat(Samples.records(name, doc, new DocReader()))
                .hasSizeGreaterThan(1)
                .isEqualTo(Samples.records(name));
    }

    @Test
    void aDocHoldsTheBlocksOfTheDocxItWasMadeOf() throws Exception {
        Path docx = DocSource.kinds(folder);
        Path doc = WordProcessor.doc(docx);

        assertThat(blocks(doc, new DocReader())).isEqualTo(blocks(docx, new DocxReader()));
    }

    private static List<Block> blocks(Path file, FormatReader reader) throws Exception {
        return reader.read(file, ExtractionLimits.DEFAULT).blocks();
    }
}
