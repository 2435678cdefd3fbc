package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.catalog.lineage.likeness.Candidates;
import io.casewire.embedded.SharedStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances on one store. */
class PostingsIT {
    private static final String RARE = "w:rare";
    private static final String COMMON = "w:common";
    private static final String TITLE = "t:货物通关";

    private MongoClient client;
    private MongoTemplate mongo;
    private Postings here;
    private Postings there;

    @BeforeEach
    void connect() {
        client = MongoClients.create(SharedStore.connectionString());
        mongo = new MongoTemplate(client, SharedStore.uniqueName());
        here = new Postings(mongo);
        there = new Postings(mongo);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whoEntersAKeyLaterIsToldWhoHasIt() {
        assertThat(here.enter(Map.of(RARE, Set.of("a")))).isEqualTo(Map.of(RARE, List.of("a")));
        assertThat(there.enter(Map.of(RARE, Set.of("b"), TITLE, Set.of("b"))))
                .isEqualTo(Map.of(RARE, List.of("a", "b"), TITLE, List.of("b")));
        assertThat(here.enter(Map.of(RARE, Set.of("a")))).isEqualTo(Map.of(RARE, List.of("a", "b")));
        here.remove("a", Set.of(RARE));
        assertThat(here.enter(Map.of(RARE, Set.of("c")))).isEqualTo(Map.of(RARE, List.of("b", "c")));
    }

    @Test
    void aKeyThatManyHaveTellsNothingAndStaysSo() {
        Set<String> many = ids(Candidates.MAX_IDS);
        assertThat(here.enter(Map.of(COMMON, many, TITLE, many))).containsOnlyKeys(TITLE);
        for (Postings instance : List.of(here, there, here)) {
            Map<String, List<String>> found = instance.enter(Map.of(COMMON, Set.of("late"), TITLE, Set.of("late")));
            assertThat(found).containsOnlyKeys(TITLE);
            assertThat(found.get(TITLE)).hasSize(Candidates.MAX_IDS).doesNotContain("late");
        }
        here.remove("id0", Set.of(COMMON));
        assertThat(here.enter(Map.of(COMMON, Set.of("id0")))).isEmpty();
    }

    @Test
    void inAStoreThatWasDroppedNoKeyIsFull() {
        here.enter(Map.of(COMMON, ids(Candidates.MAX_IDS)));
        mongo.getDb().drop();
        here.forget();
        assertThat(here.enter(Map.of(COMMON, Set.of("a")))).isEqualTo(Map.of(COMMON, List.of("a")));
    }

    private static Set<String> ids(int number) {
        Set<String> ids = new LinkedHashSet<>();
        IntStream.range(0, number).forEach(i -> ids.add("id" + i));
        return ids;
    }
}
