package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Secrets in the store are sealed with a key that is not in it. */
@Timeout(180)
class SealingIT {
    @TempDir
    private Path folder;

    private Receiver receiver;
    private String keyFile = "";

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        keyFile = "casewire.notify.secrets.key-file=" + folder.resolve("keys/notify.keys");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void makesAKeyOfItsOwnerAloneAndRefusesToStartWithoutOrWithAnother() throws Exception {
        Path file = folder.resolve("keys/notify.keys");
        RunningNotify notify = RunningNotify.start(keyFile);
        String id = subscribe(notify);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(stored(notify, id).getString("url")).startsWith("casewire-sealed:1:");
        assertThat(stored(notify, id).toJson()).doesNotContain("whsec_", "/sealed");
        notify.close();

        Files.move(file, folder.resolve("aside"));
        assertThatThrownBy(() -> notify.again(keyFile))
                .hasStackTraceContaining("UnusableSecrets")
                .hasStackTraceContaining(file + " is not there");
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> notify.again("casewire.notify.secrets.key-file=" + another()))
                .hasStackTraceContaining("does not open those of " + id);

        Files.move(folder.resolve("aside"), file);
        try (RunningNotify again = notify.again(keyFile)) {
            again.publish(Cases.published("封存后的案例", Domain.TRADE, "-"));
            await().untilAsserted(() -> assertThat(receiver.posts("/sealed")).hasSize(1));
        }
    }

    @Test
    void sealsWhatWasStoredBeforeAndWhatAnOlderKeySealed() throws Exception {
        Path file = folder.resolve("keys/notify.keys");
        RunningNotify notify = RunningNotify.start(keyFile);
        String id = subscribe(notify);
        // as it was stored before there was sealing
        collection(notify)
                .updateOne(new Document("_id", id), new Document("$set", new Document("url", receiver.url("/sealed"))));
        notify.close();
        String oldKey = Files.readString(file);
        String newKey = Files.readString(another());
        Files.writeString(file, newKey + oldKey);

        try (RunningNotify again = notify.again(keyFile)) {
            Document sealed = stored(again, id);
            String prefix = sealed.getString("url").substring(0, "casewire-sealed:1:01234567:".length());
            assertThat(prefix).startsWith("casewire-sealed:1:");
            assertThat(sealed.getEmbedded(List.of("secret", "text"), "")).startsWith(prefix);
        }
        Files.writeString(file, newKey);
        try (RunningNotify again = notify.again(keyFile)) {
            again.publish(Cases.published("封存后的案例", Domain.TRADE, "-"));
            await().untilAsserted(() -> assertThat(receiver.posts("/sealed")).hasSize(1));
        }
    }

    /** A key file of a service with another store. */
    private Path another() throws Exception {
        Path file = folder.resolve("another/notify.keys");
        RunningNotify.start("casewire.notify.secrets.key-file=" + file).close();
        return Files.copy(
                file,
                folder.resolve("another/copy"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private String subscribe(RunningNotify notify) {
        JsonNode made = notify.subscribe("海关", receiver.url("/sealed"), "\"query\":\"封存\"");
        assertThat(RunningNotify.json(notify.call(
                                "GET",
                                "/api/notify/v1/subscriptions/" + made.at("/id").asString(),
                                RunningNotify.token(Role.AGENCY, "海关"),
                                null))
                        .at("/webhook/url")
                        .asString())
                .isEqualTo(receiver.url("/sealed"));
        return made.at("/id").asString();
    }

    private static Document stored(RunningNotify notify, String id) {
        return collection(notify).find(new Document("_id", id)).iterator().next();
    }

    private static MongoCollection<Document> collection(RunningNotify notify) {
        return notify.bean(MongoTemplate.class).getCollection("subscriptions");
    }
}
