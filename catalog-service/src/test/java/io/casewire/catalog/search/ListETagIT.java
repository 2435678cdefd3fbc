package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.parsed.CaseRecord;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@CatalogTest
class ListETagIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ROOT = "/api/catalog/v1/";

    private final Wire wire = new Wire();
    private final CatalogClient client;

    ListETagIT(@LocalServerPort int port) {
        this.client = new CatalogClient(port);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aListThatSaysTheSameIsNotSentAgain() {
        CaseRecord content = CaseDraft.of("list-etag", "清单标签")
                .leadUnits("标签厅")
                .practice("清单标签做法。")
                .content();
        wire.tell(content, 1).flush();
        String[] query = {"unit", "标签厅"};
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(client.get(ROOT + "cases", query).ids()).hasSize(1));
        for (String list : new String[] {"cases", "counts", "evidence", related(content)}) {
            String[] asked = list.equals("cases") ? query : new String[0];
            String etag = Objects.requireNonNull(client.get(ROOT + list, asked).etag(), list);
            assertThat(client.get(ROOT + list, etag, asked).status()).as(list).isEqualTo(304);
        }
        String before = client.get(ROOT + "cases", query).etag();
        wire.tell(CaseDraft.of("list-etag", "清单标签，改").leadUnits("标签厅").content(), 2)
                .flush();
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        client.get(ROOT + "cases", before, query).status())
                .isEqualTo(200));
    }

    @Test
    void ofACaseThatIsUnknownNothingIsRelated() {
        assertThat(client.get(ROOT + "cases/case-00000000000000000000000000/related")
                        .status())
                .isEqualTo(404);
        assertThat(client.get(ROOT + "cases/x/related").status()).isEqualTo(400);
    }

    private static String related(CaseRecord content) {
        return "cases/" + content.id().value() + "/related";
    }
}
