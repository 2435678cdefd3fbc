package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file goes to the reader of its format, within the limits. */
class ReadersTests {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

    @TempDir
    private Path folder;

    /** Reads every format as one line that names it. */
    private record Named(Format format, String text) implements FormatReader {
        @Override
        public Extraction read(Path file, ExtractionLimits limits) {
            return new Extraction(format, List.of(Paragraph.of(text, Place.paragraph(1))), List.of());
        }
    }

    private Content read(Path file, String text) throws IOException, Unextractable {
        List<FormatReader> readers = Stream.of(Format.values())
                .<FormatReader>map(format -> new Named(format, text))
                .toList();
        Path scratch = Files.createTempDirectory(folder, "scratch");
        return new Readers(readers).content(file, "通知.doc", scratch, ExtractionLimits.DEFAULT);
    }

    @Test
    void anArchiveIsUnpackedAndTextHandedOn() throws Exception {
        Path archive = PackageFiles.zip(folder.resolve("a"), "通知.txt", "甲");
        Path text = Files.writeString(folder.resolve("b"), "一、总体要求");

        assertThat(((Archive) read(archive, "甲")).members())
                .extracting(Archive.Member::name)
                .containsExactly("通知.txt");
        assertThat(read(text, "甲")).isEqualTo(new PlainText(text));
    }

    @Test
    void aMemberOfAFormatThatIsNotReadIsSaid() throws Exception {
        Path archive = PackageFiles.zip(folder.resolve("a"), "通知.txt", "甲", "通知.rtf", "{\\rtf1 通知}");

        assertThat(((Archive) read(archive, "甲")).notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("'通知.rtf' is Rich Text Format"));
    }

    @Test
    void macrosAreNotRunAndSaid() throws Exception {
        Path file = PackageFiles.office(folder.resolve("a"), WORD_WITH_MACROS, RELATIONS, "main/vbaProject.bin", "x");

        assertThat(((Extraction) read(file, "甲")).notices())
                .extracting(Notice::code)
                .containsExactly("MACROS_NOT_RUN");
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> read(file, " "))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOTHING_BUT_MACROS))
                .satisfies(refused -> assertThat(refused.chinese()).contains("宏"));
    }

    @Test
    void anEmptyFileWithoutMacrosIsReadAsEmpty() throws Exception {
        Path file = PackageFiles.office(folder.resolve("a"), WORD, RELATIONS);

        assertThat(((Extraction) read(file, " ")).notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!-- <x> -->\n", "<?x y?><!-- - -->"})
    void aPartThatDeclaresEntitiesIsHostile(String before) throws Exception {
        Path file = PackageFiles.office(
                folder.resolve("a"),
                WORD,
                RELATIONS,
                "main/x.xml",
                "<?xml version=\"1.0\"?>" + before + "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");

        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> read(file, "甲"))
                .withMessageContaining("main/x.xml")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.HOSTILE_FILE))
                .satisfies(refused -> assertThat(refused.chinese()).contains("DTD"));
    }

    @Test
    void aDocumentTypeThatIsOnlySpokenOfIsNone() throws Exception {
        Path file = PackageFiles.office(
                folder.resolve("a"), WORD, RELATIONS, "main/x.xml", "<a>&lt;!DOCTYPE</a><!-- <!DOCTYPE a> -->");

        assertThat(read(file, "甲")).isInstanceOf(Extraction.class);
    }

    @Test
    void aPackageThatUnpacksToMoreThanTheLimitIsRefused() throws Exception {
        Path file = PackageFiles.office(folder.resolve("a"), WORD, RELATIONS, "main/x.bin", "x".repeat(10_000));
        ExtractionLimits small = new ExtractionLimits(9_000, 100, 10, 3, 10, 10);

        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new Readers(List.of(new Named(Format.DOCX, "甲"))).content(file, "a", folder, small))
                .withMessageContaining("9000 bytes (max-unpacked-size)")
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.DOCUMENT_TOO_LARGE));
    }

    @Test
    void aFormatWithoutAReaderIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "%PDF-1.7\n");

        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(() -> new Readers(List.of()).content(file, "a", folder, ExtractionLimits.DEFAULT))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT));
    }
}
