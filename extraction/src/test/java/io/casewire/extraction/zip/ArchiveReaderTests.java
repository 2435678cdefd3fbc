package io.casewire.extraction.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.extraction.Archive;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Unextractable;
import io.casewire.extraction.Unextractable.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTests {
    private static final ExtractionLimits SMALL = new ExtractionLimits(100_000, 100, 5, 2, 10, 10);

    @TempDir
    private Path folder;

    private Archive read(Path file, ExtractionLimits limits) throws IOException, Unextractable {
        Path scratch = Files.createTempDirectory(folder, "scratch");
        return new ArchiveReader(limits, ArchiveReaderTests::isArchive).read(file, scratch);
    }

    private static boolean isArchive(Path file, String name) throws Unextractable {
        if (name.endsWith(".ppt")) {
            throw new Unextractable(Reason.UNSUPPORTED_FORMAT, "'" + name + "' is not read", "");
        }
        return name.endsWith(".zip");
    }

    private List<String> names(Path file) throws IOException, Unextractable {
        return read(file, ExtractionLimits.DEFAULT).members().stream()
                .map(Member::name)
                .toList();
    }

    private static void assertRefused(ThrowingCallable read, Reason reason, String words) {
        assertThatExceptionOfType(Unextractable.class)
                .isThrownBy(read)
                .withMessageContaining(words)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused.chinese()).isNotBlank());
    }

    @Test
    void membersComeInTheirOrderUnderNamesOfOurOwn() throws Exception {
        Archive archive = read(Zip.of(folder, "UTF-8", true, "乙.txt", "附件/", "附件/甲.txt"), ExtractionLimits.DEFAULT);

        assertThat(archive.members()).extracting(Member::name).containsExactly("乙.txt", "附件/甲.txt");
        assertThat(archive.members()).allSatisfy(member -> {
            assertThat(member.file()).hasContent(member.name());
            assertThat(member.file().getFileName().toString()).matches("member-[0-9]+");
        });
        assertThat(archive.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.txt",
                "a/../../b.txt",
                "..\\a.txt",
                "/etc/a.txt",
                "C:\\a.txt",
                "c:a.txt",
                "\\\\server\\a.txt",
                "con",
                "附件/NUL.txt",
                "com1.docx",
                "a\u0001.txt"
            })
    void namesThatLeadElsewhereSinkTheArchive(String name) throws Exception {
        Path file = Zip.of(folder, "UTF-8", true, "甲.txt", name);

        assertRefused(() -> read(file, ExtractionLimits.DEFAULT), Reason.HOSTILE_FILE, name.replace('\\', '/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..txt", "...", "concept.txt", "com10.txt", "附件/.gitignore", "12：00.txt"})
    void namesThatOnlyLookSoAreRead(String name) throws Exception {
        assertThat(names(Zip.of(folder, "UTF-8", true, name))).containsExactly(name);
    }

    @Test
    void whatProgramsLeaveBehindIsLeftOutWithoutAWord() throws Exception {
        Archive archive = read(
                Zip.of(
                        folder,
                        "UTF-8",
                        true,
                        "__MACOSX/._甲.txt",
                        "附件/.DS_Store",
                        "Thumbs.db",
                        "附件/desktop.ini",
                        "~$通知.docx",
                        "附件/.~lock.a.docx#",
                        "._甲.txt",
                        "甲.txt"),
                ExtractionLimits.DEFAULT);

        assertThat(archive.members()).extracting(Member::name).containsExactly("甲.txt");
        assertThat(archive.notices()).isEmpty();
    }

    @Test
    void membersThatAreNotReadAreSaidAndTheOthersGoOn() throws Exception {
        Archive archive = read(Zip.of(folder, "UTF-8", true, "甲.txt", "汇报.ppt", "乙.txt"), ExtractionLimits.DEFAULT);

        assertThat(archive.members()).extracting(Member::name).containsExactly("甲.txt", "乙.txt");
        assertThat(archive.notices())
                .singleElement()
                .returns("UNSUPPORTED_FORMAT", Notice::code)
                .returns("member 汇报.ppt", notice -> notice.place().text())
                .satisfies(notice -> assertThat(notice.message())
                        .contains(". It was left out. ")
                        .endsWith("。该文件未读取。")
                        .doesNotContain("。。"));
        try (Stream<Path> left = Files.list(archive.members().getFirst().file().getParent())) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void archivesInArchivesAreReadAsFarAsTheLimitSays() throws Exception {
        Path innermost = Zip.of(folder, "GB18030", false, "通知.txt");
        Path inner = nested("二.zip", innermost);
        Path outer = nested("一.zip", inner);

        assertThat(names(outer)).containsExactly("一.zip!/二.zip!/通知.txt");
        Path tooDeep = nested("零.zip", outer);
        assertRefused(
                () -> read(tooDeep, SMALL), Reason.HOSTILE_FILE, "3 levels deep in others; 2 are read (max-depth)");
    }

    private Path nested(String name, Path inner) throws IOException {
        try (Zip zip = new Zip(folder, "UTF-8", true)) {
            return zip.add(name, Files.readAllBytes(inner)).written();
        }
    }

    @Test
    void moreMembersThanTheLimitAreRefusedThoughInnerArchivesHoldThem() throws Exception {
        Path inner = Zip.of(folder, "UTF-8", true, "1", "2", "3");
        try (Zip zip = new Zip(folder, "UTF-8", true)) {
            Path outer = zip.add("a.zip", Files.readAllBytes(inner))
                    .add("b.zip", Files.readAllBytes(inner))
                    .written();

            assertThat(names(outer)).hasSize(6);
            assertRefused(() -> read(outer, SMALL), Reason.DOCUMENT_TOO_LARGE, "more than 5 members (max-members)");
        }
    }

    @Test
    void moreBytesThanTheLimitAreRefusedThoughInnerArchivesHoldThem() throws Exception {
        byte[] page = "一".repeat(15_000).getBytes(StandardCharsets.UTF_8);
        try (Zip inner = new Zip(folder, "UTF-8", true);
                Zip zip = new Zip(folder, "UTF-8", true)) {
            byte[] packed =
                    Files.readAllBytes(inner.add("a", page).add("b", page).written());
            Path outer = zip.add("a.zip", packed).add("c", page).written();

            assertThat(names(outer)).hasSize(3);
            assertRefused(() -> read(outer, SMALL), Reason.DOCUMENT_TOO_LARGE, "100000 bytes (max-unpacked-size)");
        }
    }

    @Test
    void whatUnpacksToFarMoreThanItsSizeIsRefusedBehindTenMegabytes() throws Exception {
        byte[] blanks = new byte[1 << 20];
        ExtractionLimits twice = new ExtractionLimits(1L << 40, 2, 100, 3, 10, 10);
        try (Zip zip = new Zip(folder, "UTF-8", true);
                Zip smaller = new Zip(folder, "UTF-8", true)) {
            for (int i = 0; i < 10; i++) {
                zip.add("a" + i, blanks);
                smaller.add("a" + i, blanks);
            }
            Path file = zip.add("last", new byte[1]).written();

            assertThat(read(smaller.written(), twice).members()).hasSize(10);
            assertRefused(() -> read(file, twice), Reason.DOCUMENT_TOO_LARGE, "more than 2 times its size (max-ratio)");
        }
    }

    @Test
    void aMemberWithAPasswordIsSaidAndTheOthersGoOn() throws Exception {
        Path file = Zip.of(folder, "UTF-8", true, "密.txt", "甲.txt");
        byte[] bytes = Files.readAllBytes(file);
        setFlags(bytes, "504b0304", 6, 0);
        setFlags(bytes, "504b0102", 8, 0);
        Files.write(file, bytes);

        Archive archive = read(file, ExtractionLimits.DEFAULT);

        assertThat(archive.members()).extracting(Member::name).containsExactly("甲.txt");
        assertThat(archive.notices()).extracting(Notice::code).containsExactly("PASSWORD_PROTECTED");
    }

    /** Marks the first member as encrypted. */
    private static void setFlags(byte[] bytes, String signature, int offset, int from) {
        String hex = HexFormat.of().formatHex(bytes);
        int at = hex.indexOf(signature, from) / 2;
        bytes[at + offset] |= 1;
    }

    @Test
    void aMemberWhoseBytesChangedIsSaidAndTheOthersGoOn() throws Exception {
        Path file;
        try (Zip zip = new Zip(folder, "UTF-8", true)) {
            zip.out().setMethod(ZipArchiveOutputStream.DEFLATED);
            zip.out().setLevel(0);
            file = zip.add("损.txt", "一二三".getBytes(StandardCharsets.UTF_8))
                    .add("甲.txt")
                    .written();
        }
        byte[] bytes = Files.readAllBytes(file);
        int at = HexFormat.of()
                        .formatHex(bytes)
                        .indexOf(HexFormat.of().formatHex("一二三".getBytes(StandardCharsets.UTF_8)))
                / 2;
        bytes[at + 5]++;
        Files.write(file, bytes);

        Archive archive = read(file, ExtractionLimits.DEFAULT);

        assertThat(archive.members()).extracting(Member::name).containsExactly("甲.txt");
        assertThat(archive.notices()).extracting(Notice::code).containsExactly("DAMAGED_FILE");
    }

    @Test
    void anArchiveInsideThatIsDamagedIsSaid() throws Exception {
        try (Zip zip = new Zip(folder, "UTF-8", true)) {
            Path file = zip.add("坏.zip").add("甲.txt").written();

            Archive archive = read(file, ExtractionLimits.DEFAULT);

            assertThat(archive.members()).extracting(Member::name).containsExactly("甲.txt");
            assertThat(archive.notices()).extracting(Notice::code).containsExactly("DAMAGED_FILE");
        }
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        try (Zip zip = new Zip(folder, "UTF-8", true)) {
            ZipArchiveEntry link = new ZipArchiveEntry("链接.txt");
            link.setUnixMode(0120777);
            zip.out().putArchiveEntry(link);
            zip.out().write("甲.txt".getBytes(StandardCharsets.UTF_8));
            zip.out().closeArchiveEntry();

            Archive archive = read(zip.written(), ExtractionLimits.DEFAULT);

            assertThat(archive.members()).isEmpty();
            assertThat(archive.notices()).extracting(Notice::code).containsExactly("UNSUPPORTED_FORMAT");
        }
    }

    @Test
    void whatIsNoZipIsDamaged() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "甲");

        assertRefused(() -> read(file, ExtractionLimits.DEFAULT), Reason.DAMAGED_FILE, "Send it again");
    }
}
