package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.Severity;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTests {
    private static final int MEGABYTE = 1 << 20;

    /** What a megabyte may cost on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Limits SMALL = new Limits(4_000, 50, 40, 10, 3, 1 << 20);

    @Test
    void refusesMoreBytesThanItReads() {
        DiagnosticRecord refusal = refusal("制度创新".repeat(1_000));
        assertThat(refusal.code()).isEqualTo("DOCUMENT_TOO_LARGE");
        assertThat(refusal.message()).contains("12000 bytes").contains("4000");
    }

    @Test
    void refusesMoreLinesThanItReads() {
        DiagnosticRecord refusal = refusal("甲。\n".repeat(51));
        assertThat(refusal.code()).isEqualTo("DOCUMENT_TOO_LARGE");
        assertThat(refusal.message()).contains("51 lines").contains("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\t", "|乙", "<td>丙</td>", "<TH class=x>丁"})
    void refusesMoreCellsThanItReads(String cell) {
        DiagnosticRecord refusal = refusal(cell.repeat(41));
        assertThat(refusal.code()).isEqualTo("TABLE_TOO_LARGE");
        assertThat(refusal.message()).contains("41 cells").contains("40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<DIV class='a'>", "<table><tr><td>", "<ul><li>"})
    void refusesPagesNestedDeeperThanItReads(String opening) {
        DiagnosticRecord refusal = refusal("<html><body>" + opening.repeat(11) + "甲");
        assertThat(refusal.code()).isEqualTo("NESTED_TOO_DEEP");
        assertThat(refusal.message()).contains("11 deep").contains("10");
    }

    @Test
    void readsPagesWhoseBlocksClose() {
        ParsedDocument parsed =
                new DocumentParser(SMALL).parse(bytes("<html><body>" + "<div>甲</div>".repeat(30)), "page");
        assertThat(parsed.diagnostics()).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    @Test
    void takesNoneOfTooManyRecords() {
        String table = "序号\t成果名称\t主要做法\n1\t甲模式\t做好甲。\n2\t乙模式\t做好乙。\n3\t丙模式\t做好丙。\n4\t丁模式\t做好丁。\n";
        assertThat(refusal(table).code()).isEqualTo("TOO_MANY_RECORDS");
    }

    /** Two hundred thousand numbered lines are no document; what they would take is known before. */
    @ParameterizedTest
    @ValueSource(strings = {"1.推行提前申报，压缩办理时间。\n", "甲\t乙\t丙\n", "<p>甲</p>", "推动制度创新成果复制推广取得新的进展，"})
    void refusesWhatTakesMoreMemoryThanItIsGiven(String piece) {
        Limits limits = new Limits(64 * MEGABYTE, 1_000_000, 2_000_000, 400, 100_000, 40 * MEGABYTE);

        ParsedDocument parsed = new DocumentParser(limits).parse(bytes(piece.repeat(200_000)), "costly");

        assertThat(parsed.refusal()).isNotNull().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("DOCUMENT_TOO_COSTLY");
            assertThat(refusal.reason()).contains("at most 40 MB").contains("(memory)");
        });
        assertThat(new DocumentParser(limits)
                        .parse(bytes(piece.repeat(5_000)), "cheap")
                        .diagnostics())
                .extracting(DiagnosticRecord::code)
                .doesNotContain("DOCUMENT_TOO_COSTLY");
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        ParsedDocument parsed = new DocumentParser().parse(bytes("一、甲的事项\n做好甲。\n".repeat(100)), "interrupted");
        assertThat(Thread.interrupted())
                .as("the mark stays for whoever runs the parser")
                .isTrue();
        assertThat(parsed.records()).isEmpty();
        assertThat(parsed.diagnostics()).extracting(DiagnosticRecord::code).containsExactly("INTERRUPTED");
    }

    @Test
    void refusesTwoHundredMegabytesAtOnce() {
        byte[] bytes = new byte[200 * MEGABYTE];
        ParsedDocument parsed = new DocumentParser().parse(bytes, "huge");
        assertThat(parsed.diagnostics()).extracting(DiagnosticRecord::code).containsExactly("DOCUMENT_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "推动制度创新成果复制推广取得新的进展",
                "办理时间由15天缩短至3天，增长12%、8%和5%，",
                "一、甲（一）乙1.丙",
                "（责任单位：省商务厅",
                "省商务厅牵头）",
                "“甲乙",
                "<b>甲",
                "&nbsp;&#20013;",
                "\0",
                "\0甲乙丙，",
                "推动制度创新，成果复制推广取得新的进展\n",
                "一、推动创新\n（一）成果推广\n1.甲的事项。\n",
                "1.做好甲的事项。（责任单位：省商务厅、长沙海关）\n",
                "<div class=nav>甲",
                "<p>甲，</p>"
            })
    void readsAMegabyteOfAnythingInTime(String piece) {
        for (String start : new String[] {"", "<html><body>"}) {
            byte[] bytes = bytes(start + piece.repeat(MEGABYTE / bytes(piece).length));
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ParsedDocument parsed = new DocumentParser().parse(bytes, "long");
            long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            assertThat(parsed.diagnostics()).isNotEmpty();
            assertThat(Duration.ofNanos(taken)).isLessThan(PATIENCE);
        }
    }

    @Test
    void saysThatMoreRowsThanRecordsAreTooMany() {
        String rows = "序号\t成果名称\t主要做法\n" + "1\t甲\t乙\n".repeat(110_000);
        Limits limits = new Limits(64 * MEGABYTE, 1_000_000, 2_000_000, 400, 100_000, Long.MAX_VALUE);
        ParsedDocument parsed = new DocumentParser(limits).parse(bytes(rows), "rows");
        assertThat(parsed.diagnostics()).extracting(DiagnosticRecord::code).contains("TOO_MANY_RECORDS");
        assertThat(parsed.records()).isEmpty();
    }

    private static DiagnosticRecord refusal(String text) {
        ParsedDocument parsed = new DocumentParser(SMALL).parse(bytes(text), "large");
        assertThat(parsed.records()).isEmpty();
        assertThat(parsed.diagnostics()).hasSize(1);
        assertThat(parsed.diagnostics().getFirst().severity()).isEqualTo(Severity.ERROR);
        return parsed.diagnostics().getFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
