#!/usr/bin/env bash
# mongo-java-server 1.47.0: dropping an index of one collection takes an index of the same name from the list of every other collection of
# the database, though it goes on refusing duplicates there. Who checks declared indexes against listIndexes then finds them missing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>look</groupId><artifactId>look</artifactId><version>1</version>
    <dependencies>
        <dependency><groupId>de.bwaldvogel</groupId><artifactId>mongo-java-server</artifactId><version>1.47.0</version></dependency>
        <dependency><groupId>org.mongodb</groupId><artifactId>mongodb-driver-sync</artifactId><version>5.6.1</version></dependency>
    </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

class Look {
    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(new MemoryBackend());
        List<String> after;
        boolean refused;
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> cases = client.getDatabase("look").getCollection("cases");
            MongoCollection<Document> tasks = client.getDatabase("look").getCollection("tasks");
            for (MongoCollection<Document> each : List.of(cases, tasks)) {
                each.createIndex(new Document("number", 1), new IndexOptions().unique(true));
            }
            System.out.println("tasks has " + names(tasks));
            cases.dropIndex("number_1");
            after = names(tasks);
            tasks.insertOne(new Document("number", 1));
            refused = refuses(tasks, new Document("number", 1));
        } finally {
            server.shutdownNow();
        }
        System.out.println("after cases dropped number_1, tasks has " + after);
        System.out.println("a second number 1 in tasks is " + (refused ? "refused all the same" : "taken"));
        if (!after.equals(List.of("_id_")) || !refused) {
            System.out.println("CHANGED: expected [_id_] and a refusal");
            System.exit(1);
        }
        System.exit(0);
    }

    static List<String> names(MongoCollection<Document> collection) {
        List<String> names = new ArrayList<>();
        collection.listIndexes().forEach(index -> names.add(index.getString("name")));
        return names;
    }

    static boolean refuses(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return false;
        } catch (MongoWriteException e) {
            return true;
        }
    }
}
JAVA
ls lib | grep -E 'mongo'
java -cp "lib/*" Look.java 2>/dev/null
