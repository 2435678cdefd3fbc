package io.casewire.replication.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.ObligationEvent.Attachment.Act;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.replication.RunningService;
import io.casewire.replication.RunningService.Answer;
import io.casewire.replication.SampleCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

class AttachmentIT {
    private static final String PDF = "application/pdf";

    private final RunningService service = RunningService.shared();
    private final String hunan = RunningService.token("report@hunan", Role.REGION, "430000");
    private final String hubei = RunningService.token("report@hubei", Role.REGION, "420000");
    private final String coordinator = RunningService.token("review@centre", Role.COORDINATOR, null);
    private final String auditor = RunningService.token("audit@centre", Role.AUDITOR, null);

    @Test
    void aFileComesBackAsItWasSentUnderItsOwnName() {
        String id = line();
        byte[] bytes = large();
        String sha256 = sha256(bytes);
        Answer added = form(id, hunan, "湖南省 实施方案+1.pdf", bytes, "实施方案");
        assertThat(added.status()).isEqualTo(200);
        JsonNode told = added.body().path("attachments").path(0);
        assertThat(told.path("act").asString()).isEqualTo("ADDED");
        assertThat(told.path("sha256").asString()).isEqualTo(sha256);
        assertThat(told.path("title").asString()).isEqualTo("实施方案");
        assertThat(told.path("type").asString()).isEqualTo(PDF);
        assertThat(told.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(told.path("actor").asString()).isEqualTo("report@hunan");
        HttpResponse<byte[]> back = service.download(path(id) + "/" + sha256, hunan);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).isEqualTo(bytes);
        assertThat(back.headers().firstValue("Content-Type")).hasValue(PDF);
        assertThat(back.headers().firstValue("Content-Length")).hasValue(Integer.toString(bytes.length));
        assertThat(back.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .endsWith("filename*=UTF-8''"
                        + URLEncoder.encode("湖南省 实施方案+1.pdf", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        assertThat(back.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(back.headers().firstValue("ETag")).hasValue('"' + sha256 + '"');
        assertThat(service.get(path(id) + "/" + sha256, hunan, "If-None-Match", '"' + sha256 + '"')
                        .status())
                .isEqualTo(304);
        // the same file of another line: the same bytes
        String other = line();
        assertThat(body(other, hunan, "另一名称.pdf", bytes).status()).isEqualTo(200);
        assertThat(service.bean(MongoTemplate.class)
                        .getCollection("attachment-pieces")
                        .countDocuments(
                                new Document("_id", new Document("$gte", sha256 + "/").append("$lt", sha256 + "0"))))
                .isEqualTo(3);
    }

    @Test
    void aFileIsReadByThoseWhoMayKnowWhatWasReportedAndNobodyElseLearnsOfIt() {
        String id = line();
        byte[] bytes = SampleFiles.pdf();
        body(id, hunan, "通知.pdf", bytes);
        for (String reader : List.of(hunan, coordinator, auditor)) {
            assertThat(service.get(path(id), reader).body().path("items")).hasSize(1);
            assertThat(service.download(path(id) + "/" + sha256(bytes), reader).statusCode())
                    .isEqualTo(200);
        }
        for (String reader : new String[] {hubei, null}) {
            assertThat(service.get(path(id), reader).status()).isEqualTo(404);
            assertThat(service.download(path(id) + "/" + sha256(bytes), reader).statusCode())
                    .isEqualTo(404);
            assertThat(service.get(obligation(id), reader).body().toString()).doesNotContain("通知.pdf");
        }
        assertThat(body(id, hubei, "通知.pdf", bytes).text("type")).endsWith("not-your-region");
        assertThat(body(id, auditor, "通知.pdf", bytes).status()).isEqualTo(403);
        assertThat(body(id, null, "通知.pdf", bytes).status()).isEqualTo(401);
    }

    @Test
    void theSameFileAgainChangesNothingAndUnderAnotherNameIsRefused() {
        String id = line();
        Answer first = body(id, hunan, "通知.pdf", SampleFiles.pdf());
        Answer again = body(id, hunan, "通知.pdf", SampleFiles.pdf());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(body(id, hunan, "另一通知.pdf", SampleFiles.pdf()).text("type")).endsWith("already-attached");
    }

    @Test
    void aWriteIsGuardedByItsRevisionAndItsKeyAsOthersAre() {
        String id = line();
        assertThat(upload(id, hunan, "a.pdf", SampleFiles.pdf(), "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.get(path(id), hunan).body().path("items")).isEmpty();
        Answer first = upload(id, hunan, "a.pdf", SampleFiles.pdf(), "If-Match", "\"1\"", "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(upload(id, hunan, "a.pdf", SampleFiles.pdf(), "If-Match", "\"1\"", "Idempotency-Key", "k1")
                        .body())
                .isEqualTo(first.body());
        assertThat(upload(id, hunan, "b.png", SampleFiles.png(), "Idempotency-Key", "k1")
                        .text("type"))
                .endsWith("idempotency-key-reused");
    }

    @Test
    void whatIsTakenAwayStaysInTheHistoryAndReadableToThoseWhoReview() {
        String id = line();
        byte[] bytes = SampleFiles.pdf();
        String file = path(id) + "/" + sha256(bytes);
        body(id, hunan, "通知.pdf", bytes);
        assertThat(service.delete(file, hunan).text("type")).endsWith("reason-missing");
        Answer removed = service.delete(file + "?reason=" + encoded("传错文件"), hunan);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body().path("attachments")).hasSize(2);
        JsonNode list = service.get(path(id), hunan).body();
        assertThat(list.path("items")).isEmpty();
        assertThat(list.path("removed").path(0).path("reason").asString()).isEqualTo("传错文件");
        assertThat(service.get(file, hunan).status()).isEqualTo(410);
        assertThat(service.download(file, auditor).body()).isEqualTo(bytes);
        assertThat(service.delete(file + "?reason=x1", hunan).text("type")).endsWith("no-such-attachment");
        assertThat(body(id, hunan, "通知.pdf", bytes).status()).isEqualTo(200);
        assertThat(service.download(file, hunan).statusCode()).isEqualTo(200);
    }

    @Test
    void evidenceNamesFilesThatAreThereAndKeepsThemWhileItIsReviewed() {
        String id = line();
        byte[] bytes = SampleFiles.pdf();
        String named = "attachment:" + sha256(bytes);
        step(id, Map.of("to", "IN_PROGRESS", "explanation", "已部署"));
        Map<String, Object> submission =
                Map.of("to", "SUBMITTED", "outcome", "ADOPTED", "explanation", "已完成", "evidence", List.of(named));
        assertThat(step(id, submission).text("type")).endsWith("evidence-unknown");
        body(id, hunan, "通知.pdf", bytes);
        assertThat(step(id, submission).status()).isEqualTo(200);
        assertThat(service.delete(path(id) + "/" + sha256(bytes) + "?reason=" + encoded("传错"), hunan)
                        .text("type"))
                .endsWith("attachment-in-use");
        step(id, Map.of("to", "IN_PROGRESS", "reason", "材料有误"));
        assertThat(service.delete(path(id) + "/" + sha256(bytes) + "?reason=" + encoded("传错"), hunan)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "通知.pdf, <html><body>x</body></html>, 415, file-content-differs",
        "通知.exe, MZ, 415, file-type-not-taken",
        "通知.pdf, '', 422, file-empty",
        "'', %PDF-1.7, 400, bad-request",
        "通知\u202Efdp.txt, abc, 400, bad-request"
    })
    void whatIsRefusedLeavesNothingBehind(String name, String content, int status, String why) throws IOException {
        String id = line();
        long before = spooled();
        Answer refused = body(id, hunan, name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith(why);
        assertThat(service.get(path(id), hunan).body().path("items")).isEmpty();
        assertThat(spooled()).isEqualTo(before);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInAFormAndWithoutOne() {
        String id = line();
        byte[] bytes = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(SampleFiles.pdf(), 0, bytes, 0, SampleFiles.pdf().length);
        assertThat(body(id, hunan, "大.pdf", bytes).text("type")).endsWith("file-too-large");
        assertThat(form(id, hunan, "大.pdf", bytes, null).status()).isEqualTo(413);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingBehind() throws IOException {
        String id = line();
        long before = spooled();
        URI address = service.address(path(id) + "?filename=cut.pdf");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + address.getRawPath() + "?filename=cut.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Authorization: Bearer " + hunan + "\r\nContent-Type: application/pdf\r\n"
                            + "Content-Length: 1000000\r\n\r\n%PDF-1.7\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            await().atMost(Duration.ofSeconds(20)).until(() -> spooled() > before);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> spooled() <= before);
        assertThat(service.get(path(id), hunan).body().path("items")).isEmpty();
    }

    @Test
    void aFormWithSomethingElseInItIsRefused() {
        String id = line();
        Answer refused = service.upload(
                path(id),
                hunan,
                multipart("a.pdf", SampleFiles.pdf(), "tilte", "方案"),
                "multipart/form-data; boundary=b");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains("tilte", "title");
    }

    @Test
    void theTopicTellsOfFilesAndOutlinesDoNotAndARebuiltLedgerMissesOnlyTheBytes() {
        String id = line();
        byte[] bytes = SampleFiles.pdf();
        String file = path(id) + "/" + sha256(bytes);
        body(id, hunan, "通知.pdf", bytes);
        service.delete(file + "?reason=" + encoded("传错"), hunan);
        body(id, hunan, "通知.pdf", bytes);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(RunningService.events())
                .map(envelope -> envelope.event())
                .filteredOn(event -> event.key().equals(id))
                .filteredOn(ObligationNoted.class::isInstance)
                .map(ObligationNoted.class::cast)
                .allSatisfy(noted -> assertThat(noted.outline())
                        .isInstanceOfSatisfying(ObligationNoted.class, outline -> assertThat(outline.attachment())
                                .isNull()))
                .flatExtracting(noted -> Stream.ofNullable(noted.attachment())
                        .map(attachment -> attachment.act())
                        .toList())
                .containsExactly(Act.ADDED, Act.REMOVED, Act.ADDED));
        try (RunningService rebuilt = RunningService.on(SharedStore.freshDatabase(), "files-" + UUID.randomUUID())) {
            assertThat(rebuilt.get(path(id), hunan).body())
                    .isEqualTo(service.get(path(id), hunan).body());
            assertThat(rebuilt.get(obligation(id), hunan).body())
                    .isEqualTo(service.get(obligation(id), hunan).body());
            Answer missing = rebuilt.get(file, hunan);
            assertThat(missing.status()).isEqualTo(410);
            assertThat(missing.text("type")).endsWith("attachment-bytes-missing");
            // sending the same file again heals it
            assertThat(rebuilt.upload(path(id) + "?filename=" + encoded("通知.pdf"), hunan, bytes, PDF)
                            .status())
                    .isEqualTo(200);
            assertThat(rebuilt.download(file, hunan).body()).isEqualTo(bytes);
        }
    }

    private String line() {
        SampleCase sample =
                SampleCase.titled("附件" + UUID.randomUUID()).promotedTo(PromotionScope.NAMED, "2023", "430000");
        service.publish(sample.published());
        String id = ObligationId.derive(sample.id().value(), "430000").value();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.get(obligation(id)).status() == 200);
        return id;
    }

    private Answer step(String id, Map<String, Object> step) {
        return service.post(obligation(id) + "/transitions", hunan, step);
    }

    private Answer body(String id, @Nullable String token, String name, byte[] bytes) {
        return service.upload(
                path(id) + (name.isEmpty() ? "" : "?filename=" + encoded(name)),
                token,
                bytes,
                "application/octet-stream");
    }

    private Answer upload(String id, String token, String name, byte[] bytes, String... headers) {
        return service.upload(path(id) + "?filename=" + encoded(name), token, bytes, PDF, headers);
    }

    private Answer form(String id, String token, String name, byte[] bytes, @Nullable String title) {
        return service.upload(
                path(id), token, multipart(name, bytes, "title", title), "multipart/form-data; boundary=b");
    }

    private static byte[] multipart(String name, byte[] bytes, String field, @Nullable String value) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        if (value != null) {
            body.writeBytes(("\r\n--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value)
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** More than two pieces. */
    private static byte[] large() {
        byte[] bytes = new byte[2 * 1024 * 1024 + 17];
        new Random(bytes.length).nextBytes(bytes);
        System.arraycopy(SampleFiles.pdf(), 0, bytes, 0, SampleFiles.pdf().length);
        return bytes;
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("casewire-attachment"))
                    .count();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String obligation(String id) {
        return "/api/replication/v1/obligations/" + id;
    }

    private static String path(String id) {
        return obligation(id) + "/attachments";
    }
}
