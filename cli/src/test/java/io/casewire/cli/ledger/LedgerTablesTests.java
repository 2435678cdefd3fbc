package io.casewire.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.casewire.cli.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of the service's answers. */
class LedgerTablesTests {
    @TempDir
    private Path folder;

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> answer = new AtomicReference<>("200 ");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/replication/v1/ledger", this::handle);
        server.createContext("/api/replication/v1/attachments", this::handle);
        server.start();
        Files.writeString(folder.resolve("token"), "abc\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anExportIsWrittenInTheFormatOfItsName() throws IOException {
        answer.set("200 台账");
        Path file = folder.resolve("台账.csv");
        Tool ended = run("export", "--region", "430000", file.toString());

        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(file).hasContent("台账");
        assertThat(asked.get()).isEqualTo("GET export?format=csv&region=430000 Bearer abc ");
    }

    @Test
    void aRefusedExportWritesNothing() {
        answer.set("400 {\"detail\":\"'431' is no region.\"}");
        Tool ended = run("export", "--format", "xlsx", folder.resolve("a").toString());

        assertThat(ended.status()).isNotZero();
        assertThat(ended.said()).contains("'431' is no region.");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void errorsOfRowsAreTold() throws IOException {
        answer.set(
                "422 {\"detail\":\"有1行存在错误\",\"result\":{\"rows\":3,\"unchanged\":1,\"failed\":1,\"changed\":1,\"applied\":0,"
                        + "\"errors\":[{\"row\":12,\"code\":\"not-a-day\",\"message\":\"第12行 “计划完成时间”：应为日期\"}],\"errorsUntold\":4,"
                        + "\"ignoredColumns\":[\"联系电话\"]}}");
        Path file = Files.writeString(folder.resolve("a.csv"), "编号");
        Tool ended = run("import", "--partial", file.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .contains("error 第12行 “计划完成时间”：应为日期 [not-a-day]", "error: 4 more", "联系电话", "3 rows: 1 unchanged");
        assertThat(asked.get()).isEqualTo("POST import?dryRun=false&partial=true Bearer abc 编号");
    }

    @Test
    void aDryRunTellsWhatEachRowWouldChange() throws IOException {
        answer.set(
                "200 {\"rows\":2,\"unchanged\":1,\"changed\":1,\"applied\":0,\"failed\":0,\"dryRun\":true,\"changes\":[{\"row\":4,"
                        + "\"id\":\"obl-1\",\"from\":\"UNKNOWN\",\"to\":\"IN_PROGRESS\",\"columns\":[\"责任部门\",\"备注\"]}],\"changesUntold\":3}");
        Path file = Files.writeString(folder.resolve("a.csv"), "编号");
        Tool ended = run("import", "--dry-run", file.toString());

        assertThat(ended.status()).isZero();
        assertThat(ended.said())
                .contains("change row 4 obl-1: UNKNOWN → IN_PROGRESS 责任部门, 备注", "change: 3 more", "(dry run)");
    }

    @Test
    void aFileThatCannotBeReadIsToldInOneSentence() throws IOException {
        answer.set("422 {\"detail\":\"没有找到表头。\"}");
        Path file = Files.writeString(folder.resolve("a.csv"), "甲");
        Tool ended = run("import", "--dry-run", file.toString());

        assertThat(ended.status()).isNotZero();
        assertThat(ended.said()).contains("没有找到表头。");
    }

    @Test
    void aFileIsPurgedByItsDigestForAReason() {
        String digest = "ab".repeat(32);
        answer.set(
                "200 {\"sha256\":\"" + digest
                        + "\",\"actor\":\"运维\",\"at\":\"2026-12-01T02:00:00Z\",\"reason\":\"含个人信息\",\"obligations\":[\"obl-1\"]}");
        Tool ended = run("purge", "--reason", "含个人信息", digest);

        assertThat(ended.status()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("by 运维", "含个人信息", "named by obl-1", "Backups of before");
        assertThat(asked.get()).contains("POST", "purge", "{\"reason\":\"含个人信息\"}");
    }

    @Test
    void aPurgeThatIsRefusedIsToldInOneSentence() {
        answer.set("404 {\"detail\":\"There is no attachment 'x'.\"}");
        Tool ended = run("purge", "--reason", "误传", "0".repeat(64));

        assertThat(ended.status()).isNotZero();
        assertThat(ended.said()).contains("There is no attachment 'x'.");
    }

    private Tool run(String verb, String... arguments) {
        String[] all = new String[arguments.length + 6];
        all[0] = "ledger";
        all[1] = verb;
        all[2] = "--url";
        all[3] = "http://127.0.0.1:" + server.getAddress().getPort();
        all[4] = "--token-file";
        all[5] = folder.resolve("token").toString();
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return Tool.run(all);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.set(exchange.getRequestMethod() + " " + path.substring(path.lastIndexOf('/') + 1) + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String said = Objects.requireNonNull(answer.get());
        byte[] body = said.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(said.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
