package io.casewire.extraction.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberNamesTests {
    private static final String GB18030 = "GB18030";

    @TempDir
    private Path folder;

    private static List<String> names(Path file) throws IOException {
        try (ZipFile zip =
                ZipFile.builder().setPath(file).setUseUnicodeExtraFields(false).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            MemberNames names = MemberNames.of(entries);
            return entries.stream().map(names::of).toList();
        }
    }

    @Test
    void namesInGbkAreReadThoughTheirBytesMayBeUtf8() throws Exception {
        // of 通知 they are: U+0368 U+05AA
        assertThat(names(Zip.of(folder, GB18030, false, "通知.docx"))).containsExactly("通知.docx");
        assertThat(names(Zip.of(folder, GB18030, false, "通知.docx", "实施方案.xlsx")))
                .containsExactly("通知.docx", "实施方案.xlsx");
    }

    @Test
    void namesInUtf8AreReadThoughNothingSaysSo() throws Exception {
        assertThat(names(Zip.of(folder, "UTF-8", false, "通知.docx", "a.txt"))).containsExactly("通知.docx", "a.txt");
    }

    @Test
    void aSecondByteThatIsAStrokeIsNoSeparator() throws Exception {
        // 昞 is 95 5C
        assertThat("昞".getBytes(Charset.forName(GB18030))[1]).isEqualTo((byte) '\\');
        assertThat(names(Zip.of(folder, GB18030, false, "昞通.txt"))).containsExactly("昞通.txt");
    }

    @Test
    void strokesBetweenFoldersAreSeparators() throws Exception {
        assertThat(names(Zip.of(folder, "UTF-8", true, "附件\\甲.txt"))).containsExactly("附件/甲.txt");
    }

    @Test
    void theNameBesideTheNameIsTheOneMeant() throws Exception {
        try (Zip zip = new Zip(folder, "US-ASCII", false)) {
            zip.out().setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
            zip.add("通知.txt").add("a.txt");

            assertThat(names(zip.written())).containsExactly("通知.txt", "a.txt");
        }
    }

    @Test
    void aNameBesideAnotherNameIsNotMeant() throws Exception {
        try (Zip zip = new Zip(folder, "UTF-8", false)) {
            ZipArchiveEntry renamed = new ZipArchiveEntry("b.txt");
            renamed.addExtraField(new UnicodePathExtraField("旧.txt", "a.txt".getBytes(StandardCharsets.UTF_8)));
            zip.out().putArchiveEntry(renamed);
            zip.out().closeArchiveEntry();

            assertThat(names(zip.written())).containsExactly("b.txt");
        }
    }
}
