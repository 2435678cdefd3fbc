package io.casewire.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services may rely on, and what they must not: a newer version that changes either list fails here. */
class StoreCapabilityIT {
    private static MongoClient client;

    private MongoDatabase database;
    private MongoCollection<Document> cases;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SharedStore.connectionString());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void emptyDatabase() {
        database = client.getDatabase(SharedStore.uniqueName());
        cases = database.getCollection("cases");
    }

    @Nested
    class Works {
        @Test
        void changesOneDocumentAtomicallyUnderContention() throws Exception {
            cases.insertOne(new Document("_id", 1).append("n", 0));
            List<Thread> writers = IntStream.range(0, 4)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 100; i++) {
                            cases.updateOne(eq(1), Updates.combine(Updates.inc("n", 1), Updates.push("all", i)));
                        }
                    }))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
            Document found = cases.find(eq(1)).first();
            assertThat(found).isNotNull();
            assertThat(found.getInteger("n")).isEqualTo(400);
            assertThat(found.getList("all", Integer.class)).hasSize(400);
        }

        @Test
        void keepsTheHighestRevisionWhateverOrderTheyComeIn() {
            for (int revision : new int[] {2, 3, 1, 3}) {
                try {
                    cases.replaceOne(
                            and(eq("_id", "a"), lt("revision", revision)),
                            new Document("revision", revision),
                            new ReplaceOptions().upsert(true));
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                }
            }
            assertThat(cases.find()).containsExactly(new Document("_id", "a").append("revision", 3));
        }

        @Test
        void refusesASecondValueInAUniqueIndex() {
            cases.createIndex(Indexes.ascending("document", "number"), new IndexOptions().unique(true));
            cases.insertOne(new Document("document", "d").append("number", 1));
            cases.insertOne(new Document("document", "d").append("number", 2));
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> cases.insertOne(new Document("document", "d").append("number", 2)))
                    .satisfies(e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
        }

        @Test
        void goesOnAfterADuplicateKeyInAnUnorderedBulk() {
            cases.insertOne(new Document("_id", 2));
            assertThatExceptionOfType(MongoBulkWriteException.class)
                    .isThrownBy(() -> cases.bulkWrite(
                            IntStream.rangeClosed(1, 4)
                                    .mapToObj(id -> new InsertOneModel<>(new Document("_id", id)))
                                    .toList(),
                            new BulkWriteOptions().ordered(false)))
                    .satisfies(e -> assertThat(e.getWriteErrors())
                            .extracting(BulkWriteError::getIndex)
                            .containsExactly(1));
            assertThat(cases.countDocuments()).isEqualTo(4);
        }

        @Test
        void findsAndChangesInOneStep() {
            cases.insertOne(new Document("_id", 1).append("lease", 0));
            FindOneAndUpdateOptions after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
            assertThat(cases.findOneAndUpdate(lt("lease", 5), Updates.set("lease", 9), after))
                    .containsEntry("lease", 9);
            assertThat(cases.findOneAndUpdate(lt("lease", 5), Updates.set("lease", 9), after))
                    .isNull();
        }

        @Test
        void buildsTheIndexesThatAreDeclared() {
            cases.insertOne(new Document("domain", "trade"));
            cases.createIndex(Indexes.ascending("domain"));
            cases.insertOne(new Document("domain", "customs"));
            Document sizes =
                    database.runCommand(new Document("collStats", "cases")).get("indexSizes", new Document());
            Document entries =
                    database.runCommand(new Document("collStats", "cases")).get("indexSize", new Document());
            // a real server tells bytes, under its own name
            assertThat(sizes.isEmpty() ? entries : sizes).containsOnlyKeys("_id_", "domain_1");
            assertThat(entries.isEmpty() ? sizes : entries).doesNotContainValue(0L);
        }

        @Test
        void refusesTwoIndexesOfOneNameAndDropsThemByName() {
            cases.createIndex(Indexes.ascending("domain"), new IndexOptions().name("by"));
            assertThatThrownBy(() -> cases.createIndex(Indexes.ascending("title"), new IndexOptions().name("by")))
                    .isInstanceOf(MongoCommandException.class);
            database.getCollection("others").createIndex(Indexes.ascending("domain"), new IndexOptions().name("by"));
            cases.dropIndex("by");
            assertThat(cases.listIndexes()).hasSize(1);
            assertThat(database.getCollection("others").listIndexes()).hasSize(2);
            cases.createIndex(Indexes.ascending("title"), new IndexOptions().name("by"));
        }

        @Test
        void saysHello() {
            assertThat(database.runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true)
                    .containsKey("maxWireVersion");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{$match: {kind: {$in: ['x', 'y']}}}",
                    "{$group: {_id: '$kind', n: {$sum: 1}, first: {$min: '$n'}, all: {$addToSet: '$n'}}}",
                    "{$sort: {n: -1}}",
                    "{$project: {n: 1, big: {$cond: [{$gt: ['$n', 1]}, true, false]}}}",
                    "{$addFields: {twice: {$multiply: ['$n', 2]}}}",
                    "{$unset: 'n'}",
                    "{$unwind: '$regions'}",
                    "{$count: 'total'}",
                    "{$skip: 1}",
                    "{$limit: 1}",
                    "{$sortByCount: '$kind'}",
                    "{$facet: {kinds: [{$group: {_id: '$kind', n: {$sum: 1}}}], total: [{$count: 'n'}]}}",
                    "{$lookup: {from: 'cases', localField: 'n', foreignField: 'n', as: 'same'}}",
                    "{$replaceRoot: {newRoot: {k: '$kind'}}}",
                    "{$bucket: {groupBy: '$n', boundaries: [0, 2, 4]}}",
                    "{$sample: {size: 1}}",
                })
        void aggregatesWith(String stage) {
            cases.insertMany(List.of(
                    Document.parse("{kind: 'x', n: 1, regions: ['310000', '320000']}"),
                    Document.parse("{kind: 'y', n: 2, regions: ['310000']}"),
                    Document.parse("{kind: 'y', n: 3, regions: []}")));
            assertThat(cases.aggregate(List.of(Document.parse(stage)))).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{title: /通关/}",
                    "{regions: '320000'}",
                    "{regions: {$all: ['310000', '320000']}}",
                    "{measures: {$elemMatch: {number: 1, unit: 'a'}}}",
                    "{'measures.number': {$gte: 2}}",
                    "{missing: {$exists: false}}",
                    "{$or: [{n: 7}, {title: {$ne: null}}]}",
                    "{$expr: {$lt: ['$n', 5]}}",
                })
        void findsBy(String query) {
            cases.insertOne(
                    Document.parse(
                            "{n: 1, title: '快速通关', regions: ['310000', '320000'], measures: [{number: 1, unit: 'a'}, {number: 2}]}"));
            assertThat(cases.find(Document.parse(query))).hasSize(1);
        }
    }

    /** Here a mistake shows at once. */
    @Nested
    @DisabledIfEnvironmentVariable(
            named = SharedStore.REAL_SERVER,
            matches = ".+",
            disabledReason = "about the embedded store only")
    class Refuses {
        @Test
        void sessionsAndWithThemTransactions() {
            try (ClientSession session = client.startSession()) {
                session.startTransaction();
                assertThatThrownBy(() -> cases.insertOne(session, new Document()))
                        .isInstanceOf(RuntimeException.class);
            } catch (MongoClientException e) {
                assertThat(e).hasMessageContaining("Sessions are not supported");
            }
        }

        @Test
        void updatesByPipeline() {
            cases.insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> cases.updateOne(eq(1), List.of(Updates.set("a", "$b"))))
                    .isInstanceOf(RuntimeException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{title: 'text'}", "{place: '2dsphere'}", "{id: 'hashed'}", "{'$**': 1}"})
        void theIndex(String keys) {
            assertThatThrownBy(() -> cases.createIndex(Document.parse(keys))).isInstanceOf(MongoCommandException.class);
        }

        @Test
        void fullTextSearch() {
            cases.insertOne(new Document("title", "通关"));
            assertThatThrownBy(() -> cases.find(Document.parse("{$text: {$search: '通关'}}"))
                            .first())
                    .isInstanceOf(RuntimeException.class);
        }

        @Test
        void changeStreams() {
            assertThatThrownBy(() -> cases.watch().iterator().next()).isInstanceOf(RuntimeException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{$set: {twice: {$add: ['$n', '$n']}}}",
                    "{$unionWith: 'cases'}",
                    "{$setWindowFields: {sortBy: {n: 1}, output: {sum: {$sum: '$n'}}}}",
                    "{$project: {k: {$switch: {branches: [{case: true, then: 1}]}}}}",
                    "{$bucketAuto: {groupBy: '$n', buckets: 2}}",
                })
        void theStage(String stage) {
            cases.insertOne(new Document("n", 1));
            assertThatThrownBy(() ->
                            cases.aggregate(List.of(Document.parse(stage))).into(new ArrayList<>()))
                    .isInstanceOf(MongoCommandException.class);
        }
    }

    /** Here a mistake shows only on the real server, so nothing may depend on these. */
    @Nested
    @DisabledIfEnvironmentVariable(
            named = SharedStore.REAL_SERVER,
            matches = ".+",
            disabledReason = "about the embedded store only")
    class PretendsToDo {
        @Test
        void partialIndexes() {
            cases.createIndex(
                    Indexes.ascending("n"), new IndexOptions().unique(true).partialFilterExpression(eq("open", true)));
            cases.insertOne(Document.parse("{n: 1, open: false}"));
            assertThatThrownBy(() -> cases.insertOne(Document.parse("{n: 1, open: false}")))
                    .isInstanceOf(MongoWriteException.class);
        }

        @Test
        void collation() {
            Collation ignoringCase = Collation.builder()
                    .locale("en")
                    .collationStrength(CollationStrength.SECONDARY)
                    .build();
            cases.insertOne(new Document("title", "A"));
            assertThat(cases.find(eq("title", "a")).collation(ignoringCase)).isEmpty();
        }

        @Test
        void validators() {
            database.createCollection(
                    "strict",
                    new CreateCollectionOptions()
                            .validationOptions(new ValidationOptions().validator(eq("kind", "x"))));
            MongoCollection<Document> strict = database.getCollection("strict");
            strict.insertOne(new Document("kind", "y"));
            assertThat(strict.countDocuments()).isOne();
        }

        @Test
        void writeConcern() {
            MongoCollection<Document> wantsFiveCopies = cases.withWriteConcern(WriteConcern.W3.withW(5));
            assertThat(wantsFiveCopies.insertOne(new Document()).wasAcknowledged())
                    .isTrue();
        }

        @Test
        void countsOfABulkWithErrors() {
            cases.insertOne(new Document("_id", 2));
            assertThatExceptionOfType(MongoBulkWriteException.class)
                    .isThrownBy(() -> cases.bulkWrite(
                            List.of(
                                    new InsertOneModel<>(new Document("_id", 1)),
                                    new InsertOneModel<>(new Document("_id", 2))),
                            new BulkWriteOptions().ordered(false)))
                    .satisfies(e -> assertThat(e.getWriteResult().getInsertedCount())
                            .as("the real server says 1")
                            .isEqualTo(2));
        }

        @Test
        void expiry() {
            cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS));
            cases.insertOne(new Document("at", Date.from(Instant.EPOCH)));
            assertThat(cases.listIndexes()).hasSize(2);
            assertThat(cases.countDocuments()).isOne();
        }
    }
}
