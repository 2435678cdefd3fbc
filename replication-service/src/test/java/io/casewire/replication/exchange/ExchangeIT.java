package io.casewire.replication.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The ledger goes out as a table, is edited as an office would, and comes in again. */
class ExchangeIT {
    private static final String API = "/api/replication/v1";
    private static final String IMPORT = API + "/ledger/import";
    private static final String HUNAN = "430000";
    private static final String HUBEI = "420000";
    private static final int HEAD = XlsxWriting.HEAD_ROWS;

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("王芳", Role.REGION, HUNAN);
    private final String coordinator = RunningService.token("审核", Role.COORDINATOR, null);
    private final SampleCase sample =
            SampleCase.titled("台账" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", HUNAN, HUBEI);

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void anUneditedFileChangesNothing(String format) {
        begin();
        service.patch(path(HUNAN) + "/work", hunan, Map.of("remark", "=1+1", "person", "-18℃", "percent", 30));
        service.post(path(HUNAN) + "/transitions", hunan, Map.of("to", "IN_PROGRESS", "explanation", "+86 甲\n乙"));
        Answer answer = send(export(format, hunan), hunan, "");

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("rows").asInt()).isEqualTo(2);
        assertThat(answer.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(answer.body().path("applied").asInt()).isZero();
        assertThat(answer.body().path("warnings").isEmpty()).isTrue();
        assertThat(service.get(path(HUNAN)).body().path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void whatAnOfficeEditsByHandIsTakenOnce() throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            set(sheet, HUNAN, Column.STATUS, "推进中");
            set(sheet, HUNAN, Column.EXPLANATION, "已印发实施方案\n两个片区先行");
            set(sheet, HUNAN, Column.DEPARTMENT, "省商务厅");
            cell(sheet, HUNAN, Column.PLANNED_FINISH).setCellValue(LocalDate.of(2026, 6, 30));
            XSSFCell percent = cell(sheet, HUNAN, Column.PERCENT);
            CellStyle style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
            percent.setCellStyle(style);
            percent.setCellValue(0.5);
            sheet.shiftRows(0, sheet.getLastRowNum(), 2);
            sheet.createRow(sheet.getLastRowNum() + 1).createCell(1).setCellValue("填表人：王芳");
        });

        Answer dry = send(edited, hunan, "?dryRun=true");
        assertThat(dry.body().path("changed").asInt()).as(dry.body().toString()).isEqualTo(1);
        assertThat(dry.body().path("applied").asInt()).isZero();
        JsonNode change = dry.body().path("changes").path(0);
        assertThat(dry.body().path("changes")).hasSize(1);
        assertThat(change.path("id").asString())
                .isEqualTo(service.get(path(HUNAN)).text("id"));
        assertThat(change.path("from").asString()).isEqualTo("UNKNOWN");
        assertThat(change.path("to").asString()).isEqualTo("IN_PROGRESS");
        assertThat(change.path("columns").valueStream().map(JsonNode::asString)).contains("责任部门", "进度(%)");
        assertThat(service.get(path(HUNAN)).text("status")).isEqualTo("UNKNOWN");

        Answer first = form(edited, hunan);
        assertThat(first.body().path("applied").asInt())
                .as(first.body().toString())
                .isEqualTo(1);
        assertThat(first.body().path("passedOver").asInt()).isEqualTo(1);
        JsonNode line = service.get(path(HUNAN), hunan).body();
        assertThat(line.path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(line.path("steps").path(0).path("actor").asString()).isEqualTo("王芳");
        assertThat(line.path("steps").path(0).path("explanation").asString()).isEqualTo("已印发实施方案\n两个片区先行");
        assertThat(line.path("work").path("department").asString()).isEqualTo("省商务厅");
        assertThat(line.path("work").path("plannedFinish").asString()).isEqualTo("2026-06-30");
        assertThat(line.path("work").path("percent").asInt()).isEqualTo(50);

        Answer second = send(edited, hunan, "");
        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(second.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(service.get(path(HUNAN)).body().path("revision").asInt())
                .isEqualTo(line.path("revision").asInt());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "GB18030, false"})
    void aCsvFileIsReadHoweverItWasSaved(String charset, boolean mark) {
        begin();
        String text = (mark ? "\uFEFF" : "") + "地区代码,文号,案例名称,计划完成时间,备注,联系电话\r\n" + HUNAN + ",," + sample.title()
                + ",2026/6/30,\"已报“省厅”\"\r\n";
        Answer answer = send(text.getBytes(Charset.forName(charset)), hunan, "?format=csv");

        assertThat(answer.body().path("applied").asInt())
                .as(answer.body().toString())
                .isEqualTo(1);
        assertThat(answer.body().path("ignoredColumns").path(0).asString()).isEqualTo("联系电话");
        JsonNode work = service.get(path(HUNAN), hunan).body().path("work");
        assertThat(work.path("remark").asString()).isEqualTo("已报“省厅”");
        assertThat(work.path("plannedFinish").asString()).isEqualTo("2026-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "430000 | 进度(%) | 一半 | not-a-percentage | 进度(%) | 应为0到100的整数，现为“一半”",
                "430000 | 计划完成时间 | 六月底 | not-a-day | 计划完成时间 | 应为日期，如2026-06-30，现为“六月底”",
                "430000 | 状态 | 做完了 | unknown-status | 状态 | 现为“做完了”",
                "430000 | 状态 | 已销号 | role-may-not | 状态 | 可改为：未启动、推进中、已提交",
                "430000 | 状态 | 推进中 | explanation-missing | 工作说明 | 应填写工作说明",
                "430000 | 工作说明 | 有进展 | no-step | 工作说明 | 状态没有变化",
                "430000 | 版本 | 7 | - | - | -",
                "430000 | 编号 | obl-0123456789abcdefghijklmnop | line-unknown | 编号 | 台账中没有编号为",
                "430000 | 责任人 | #REF! | cell-error | 责任人 | 单元格公式出错",
                "430000 | 责任人 | �李 | text-damaged | 责任人 | 含有乱码",
                "420000 | 备注 | 改别人的 | not-your-region | 地区代码 | 不属于本地区：该任务属于湖北省",
            })
    void eachErrorNamesRowAndColumnAndNothingIsApplied(
            String region,
            String heading,
            String text,
            @Nullable String code,
            @Nullable String at,
            @Nullable String says)
            throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            set(sheet, HUNAN, Column.DEPARTMENT, "省商务厅");
            set(sheet, region, Column.named(heading).orElseThrow(), text);
        });
        Answer answer = send(edited, hunan, "");

        if (code == null) {
            // an older or newer revision and something changed
            assertThat(error(answer, 0).path("code").asString()).isEqualTo("revision-outdated");
        } else {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:rows-refused");
            JsonNode error = error(answer, 0);
            assertThat(error.path("code").asString()).isEqualTo(code);
            assertThat(error.path("column").asString()).isEqualTo(at);
            assertThat(error.path("message").asString())
                    .contains("第" + error.path("row").asInt() + "行 “" + at + "”：", says);
        }
        assertThat(service.get(path(HUNAN), hunan).body().has("work")).isFalse();
        assertThat(service.get(path(HUNAN)).body().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aDashSaysNothing() throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            for (Column column :
                    List.of(Column.PERSON, Column.PERCENT, Column.PLANNED_FINISH, Column.EVIDENCE, Column.OUTCOME)) {
                set(sheet, HUNAN, column, "—");
            }
        });
        Answer answer = send(edited, hunan, "");
        assertThat(answer.body().path("unchanged").asInt())
                .as(answer.body().toString())
                .isEqualTo(2);
    }

    @Test
    void rowsOfOneLineAreTakenOnceOnly() throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            set(sheet, HUNAN, Column.PERSON, "王芳");
            sheet.copyRows(HEAD, HEAD, sheet.getLastRowNum() + 1, new CellCopyPolicy());
        });
        Answer answer = send(edited, hunan, "");
        assertThat(error(answer, 0).path("code").asString())
                .as(answer.body().toString())
                .isEqualTo("line-twice");
    }

    @Test
    void columnsThatWereSortedApartAreNotTaken() throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            set(sheet, HUNAN, Column.PERSON, "王芳");
            set(sheet, HUNAN, Column.CASE_TITLE, "别的案例");
        });
        Answer answer = send(edited, hunan, "");
        assertThat(error(answer, 0).path("code").asString())
                .as(answer.body().toString())
                .isEqualTo("identity-differs");
    }

    @Test
    void partialTakesTheGoodRows() throws IOException {
        begin();
        byte[] edited = edited(export("xlsx", hunan), sheet -> {
            set(sheet, HUNAN, Column.PERSON, "王芳");
            set(sheet, HUBEI, Column.PERSON, "李明");
        });
        Answer answer = send(edited, hunan, "?partial=true");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("applied").asInt()).isEqualTo(1);
        assertThat(answer.body().path("failed").asInt()).isEqualTo(1);
        assertThat(service.get(path(HUNAN), hunan)
                        .body()
                        .path("work")
                        .path("person")
                        .asString())
                .isEqualTo("王芳");
        assertThat(service.get(path(HUBEI), coordinator).body().has("work")).isFalse();
    }

    @Test
    void aReportGoesToItsEndThroughTables() throws IOException {
        begin();
        imported(hunan, sheet -> {
            set(sheet, HUNAN, Column.STATUS, "推进中");
            set(sheet, HUNAN, Column.EXPLANATION, "开始");
        });
        imported(hunan, sheet -> {
            set(sheet, HUNAN, Column.STATUS, "已提交");
            set(sheet, HUNAN, Column.OUTCOME, "已采纳");
            set(sheet, HUNAN, Column.EVIDENCE, "https://example.org/1\n\nhttps://example.org/2 ");
        });
        imported(coordinator, sheet -> {
            set(sheet, HUNAN, Column.STATUS, "已退回");
            set(sheet, HUNAN, Column.REASON, "缺文件");
        });
        imported(hunan, sheet -> {
            set(sheet, HUNAN, Column.STATUS, "已提交");
            set(sheet, HUNAN, Column.OUTCOME, "部分采纳");
        });
        byte[] last = imported(coordinator, sheet -> set(sheet, HUNAN, Column.STATUS, "已销号"));

        JsonNode line = service.get(path(HUNAN), hunan).body();
        assertThat(line.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(line.path("steps").valueStream().map(step -> step.path("to").asString()))
                .containsExactly("IN_PROGRESS", "SUBMITTED", "RETURNED", "SUBMITTED", "CLOSED");
        assertThat(line.path("steps").path(3).path("evidence")).hasSize(2);
        assertThat(line.path("steps").path(3).has("reason")).isFalse();
        assertThat(send(last, coordinator, "").body().path("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void othersFindWhatWasReportedEmptyAndAreTold() {
        begin();
        service.patch(path(HUNAN) + "/work", hunan, Map.of("remark", "密语备注"));
        String whole = new String(export("csv", hunan), StandardCharsets.UTF_8);
        String outline =
                new String(export("csv", RunningService.token("x", Role.REGION, HUBEI)), StandardCharsets.UTF_8);

        assertThat(whole).contains("密语备注");
        assertThat(outline).doesNotContain("密语备注").contains(sample.title(), "无权查看填报内容的地区");
        String own = new String(
                service.download(
                                API + "/ledger/export?format=csv&region=430000&case="
                                        + sample.id().value(),
                                hunan)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(own).contains("湖南省，430000").doesNotContain("无权查看");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 401",
                "READER, -, 403",
                "AUDITOR, -, 403",
                "AGENCY, -, 403",
                "REGION, 430100, 200",
                "REGION, 430000, 200",
                "COORDINATOR, -, 200",
                "OPERATOR, -, 200"
            })
    void whoReportsMayImport(@Nullable Role role, @Nullable String region, int status) {
        begin();
        String token = role == null ? null : RunningService.token("somebody", role, region);
        assertThat(send(export("xlsx", null), token, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "状态,备注,责任人 | column-missing | 缺少“编号”列",
                "编号,文号,案例名称 | column-missing | 没有可填报的列",
                "编号,状态,备注,状态 | column-twice | “状态”",
                "甲,乙 | head-missing | 没有找到表头",
            })
    void aTableThatLacksAColumnIsRefusedWhole(String head, String code, String says) {
        Answer answer = send((head + "\r\n1,2,3\r\n").getBytes(StandardCharsets.UTF_8), hunan, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:casewire:problem:" + code);
        assertThat(answer.text("detail")).contains(says);
    }

    @Test
    void ofManyErrorsTheFirstAreToldAndTheOthersCounted() {
        StringBuilder table = new StringBuilder("编号,状态,备注\r\n");
        for (int row = 0; row < 600; row++) {
            table.append("1234,推进中,\r\n");
        }
        Answer answer = send(table.toString().getBytes(StandardCharsets.UTF_8), hunan, "?dryRun=true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("failed").asInt()).isEqualTo(600);
        assertThat(answer.body().path("errors")).hasSize(500);
        assertThat(answer.body().path("errorsUntold").asInt()).isEqualTo(100);
        assertThat(answer.body().path("errors").path(0).path("row").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void filesAreShownWithNameAndDigestAndNotChangedByATable(String format) throws IOException {
        begin();
        byte[] before = export("xlsx", hunan);
        String sha256 = attach("实施方案.txt", "湖南省实施方案");
        byte[] table = export(format, hunan);
        assertThat(send(table, hunan, "").body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(send(before, hunan, "").body().path("unchanged").asInt())
                .as("a table of before the file came")
                .isEqualTo(2);
        String whole = "实施方案.txt attachment:" + sha256;
        if (format.equals("csv")) {
            assertThat(new String(table, StandardCharsets.UTF_8)).contains(whole);
            assertThat(new String(export("csv", null), StandardCharsets.UTF_8)).doesNotContain(sha256);
            return;
        }
        for (String written : List.of("", "实施方案.txt", whole + "\n照片.jpg attachment:" + "0".repeat(64))) {
            byte[] edited = edited(table, sheet -> {
                set(sheet, HUNAN, Column.ATTACHMENTS, written);
                set(sheet, HUNAN, Column.REMARK, "已改");
            });
            Answer answer = send(edited, hunan, "");
            assertThat(answer.status()).as(written).isEqualTo(422);
            JsonNode error = answer.body().path("result").path("errors").path(0);
            assertThat(error.path("column").asString()).isEqualTo("附件");
            assertThat(error.path("row").asInt()).isPositive();
            assertThat(error.path("message").asString()).matches("第[0-9]+行 “附件”：附件不能通过表格增删.*现为“实施方案.txt attachment:.*");
            assertThat(answer.body().path("result").path("errors")).hasSize(1);
        }
        assertThat(service.get(path(HUNAN), hunan).body().path("work").isMissingNode())
                .isTrue();
    }

    private String attach(String name, String content) {
        Answer answer = service.upload(
                path(HUNAN) + "/attachments?filename=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                hunan,
                content.getBytes(StandardCharsets.UTF_8),
                "application/octet-stream");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("attachments").path(0).path("sha256").asString();
    }

    @Test
    void whatIsAskedOtherwiseIsRefusedByName() {
        assertThat(service.get(API + "/ledger/export?format=pdf").text("type")).endsWith("unknown-value");
        assertThat(service.get(API + "/ledger/export?regoin=430000").text("type"))
                .endsWith("unknown-parameter");
        assertThat(send(new byte[] {'x'}, hunan, "?dryrun=true").text("type")).endsWith("unknown-parameter");
        assertThat(send("编号,状态\n".getBytes(StandardCharsets.UTF_8), hunan, "?format=xlsx")
                        .text("type"))
                .endsWith("format-differs");
        assertThat(send(new byte[0], hunan, "").text("type")).endsWith("file-empty");
    }

    @Test
    void theFileSaysWhatItIs() {
        begin();
        HttpResponse<byte[]> file = service.download(
                API + "/ledger/export?region=430000&case=" + sample.id().value(), hunan);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("ledger-430000-", ".xlsx", "filename*=UTF-8''%E5%A4%8D");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private byte[] imported(String token, Consumer<XSSFSheet> edit) throws IOException {
        byte[] edited = edited(export("xlsx", token), edit);
        Answer answer = send(edited, token, "");
        assertThat(answer.body().path("applied").asInt())
                .as(answer.body().toString())
                .isEqualTo(1);
        return edited;
    }

    private static JsonNode error(Answer answer, int at) {
        return answer.body().path("result").path("errors").path(at);
    }

    private void begin() {
        service.publish(sample.published());
        for (String region : List.of(HUNAN, HUBEI)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.get(path(region)).status() == 200);
        }
    }

    private byte[] export(String format, @Nullable String token) {
        HttpResponse<byte[]> file = service.download(
                API + "/ledger/export?format=" + format + "&case=" + sample.id().value(), token);
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    private Answer send(byte[] file, @Nullable String token, String query) {
        return service.upload(IMPORT + query, token, file, "application/octet-stream");
    }

    private Answer form(byte[] file, String token) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return service.upload(IMPORT, token, body.toByteArray(), "multipart/form-data; boundary=b");
    }

    private static byte[] edited(byte[] file, Consumer<XSSFSheet> edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            edit.accept(book.getSheetAt(0));
            book.write(out);
        }
        return out.toByteArray();
    }

    private static void set(XSSFSheet sheet, String region, Column column, String text) {
        cell(sheet, region, column).setCellValue(text);
    }

    private static XSSFCell cell(XSSFSheet sheet, String region, Column column) {
        for (int at = HEAD; at <= sheet.getLastRowNum(); at++) {
            if (sheet.getRow(at)
                    .getCell(Column.inOrder().indexOf(Column.REGION_CODE))
                    .getStringCellValue()
                    .equals(region)) {
                return anew(sheet.getRow(at), Column.inOrder().indexOf(column));
            }
        }
        throw new AssertionError("no line of " + region);
    }

    /** As Excel writes it, which keeps no text in its cell; POI leaves the old one beside the new one. */
    private static XSSFCell anew(XSSFRow row, int at) {
        XSSFCellStyle style = row.getCell(at).getCellStyle();
        XSSFCell cell = row.createCell(at);
        cell.setCellStyle(style);
        return cell;
    }

    private String path(String region) {
        return API + "/obligations/"
                + ObligationId.derive(sample.id().value(), region).value();
    }
}
