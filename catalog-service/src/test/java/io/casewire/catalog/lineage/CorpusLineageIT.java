package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.catalog.lineage.Judged.Pair;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.topic.Topics;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The whole service with the cases of the real documents, in the order in which topics happen to give them. */
@CatalogTest
class CorpusLineageIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final CatalogClient http;
    private final LinkClient client;

    CorpusLineageIT(@LocalServerPort int port, @Autowired Environment environment) {
        this.http = new CatalogClient(port);
        this.client = new LinkClient(http, environment);
    }

    @Test
    void linksTheRealDocumentsAsTheRehearsalDoes() {
        CorpusCases corpus = CorpusCases.read();
        Rehearsal rehearsal = new Rehearsal();
        Set<Pair> expected = new LinkedHashSet<>();
        corpus.tellings().forEach(telling -> rehearsal.hear(telling).forEach((pair, confidence) -> {
            if (confidence >= 0.9) {
                expected.add(pair);
            }
        }));
        try (Wire wire = new Wire()) {
            corpus.adoptions.forEach(adopted -> wire.tell(
                    Topics.EVIDENCE,
                    (EvidenceEvent) new AdoptionFound(adopted.adoption(), 1, adopted.document()),
                    CaseDraft.MORNING));
            corpus.cases.values().forEach(told -> Told.tell(wire, told.content(), 1, told.document()));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(confirmed(corpus)).containsAll(expected));
        assertThat(confirmed(corpus)).containsExactlyInAnyOrderElementsOf(expected);
        JsonNode longest = longest(expected);
        System.out.println("lineage of the real documents: " + longest.toPrettyString());
        assertThat(longest.path("members").size()).isGreaterThanOrEqualTo(3);
        takeBack(corpus);
        await().atMost(SOON).untilAsserted(() -> assertThat(confirmed(corpus)).isEmpty());
    }

    /** Other tests ask the same service. */
    private static void takeBack(CorpusCases corpus) {
        try (Wire wire = new Wire()) {
            corpus.adoptions.forEach(adopted -> wire.tell(
                    Topics.EVIDENCE,
                    (EvidenceEvent) new EvidenceWithdrawn(adopted.adoption().id(), 2, adopted.document(), "误读"),
                    CaseDraft.MORNING));
            corpus.cases.values().forEach(told -> Told.withdraw(wire, told.content(), 2, told.document()));
        }
    }

    private Set<Pair> confirmed(CorpusCases corpus) {
        Set<Pair> pairs = new LinkedHashSet<>();
        @Nullable String cursor = null;
        do {
            JsonNode page = (cursor == null
                            ? http.get(LinkClient.LINKS, "state", "CONFIRMED", "size", "100")
                            : http.get(LinkClient.LINKS, "state", "CONFIRMED", "size", "100", "cursor", cursor))
                    .json();
            page.path("items").forEach(link -> {
                String from = link.path("from").path("id").asString();
                String to = link.path("to").path("id").asString();
                // other tests tell the same service of cases of their own
                if (corpus.cases.containsKey(to) && isOfTheDocuments(from, corpus)) {
                    pairs.add(Pair.of(from, to));
                }
            });
            cursor = page.path("next").asStringOpt().orElse(null);
        } while (cursor != null);
        return pairs;
    }

    private static boolean isOfTheDocuments(String id, CorpusCases corpus) {
        return corpus.cases.containsKey(id)
                || corpus.adoptions.stream()
                        .anyMatch(adopted -> adopted.adoption().id().value().equals(id));
    }

    private JsonNode longest(Set<Pair> pairs) {
        JsonNode longest = null;
        for (Pair pair : pairs) {
            for (String end : Set.of(pair.one(), pair.other())) {
                if (end.startsWith("case-")) {
                    JsonNode lineage = client.lineage(new CaseId(end));
                    if (longest == null
                            || lineage.path("members").size()
                                    > longest.path("members").size()) {
                        longest = lineage;
                    }
                }
            }
        }
        return java.util.Objects.requireNonNull(longest);
    }
}
