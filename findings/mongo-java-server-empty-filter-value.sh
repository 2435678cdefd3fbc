#!/usr/bin/env bash
# mongo-java-server 1.47.0: the filter {field: {}} asks for documents whose field is an empty document (MongoDB's manual: equality with an
# embedded document is an exact match). Here it also counts documents whose field is a number or text, and leaves out only a document with
# something in it. A criterion that came out empty so finds nearly everything instead of nothing.
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
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.bson.Document;

class Look {
    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(new MemoryBackend());
        long empty;
        long filled;
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> cases = client.getDatabase("look").getCollection("cases");
            cases.insertMany(List.of(
                    new Document("scope", 5),
                    new Document("scope", "全国"),
                    new Document("scope", new Document("region", "430000")),
                    new Document("scope", new Document())));
            empty = cases.countDocuments(new Document("scope", new Document()));
            filled = cases.countDocuments(new Document("scope", new Document("region", "430000")));
        } finally {
            server.shutdownNow();
        }
        System.out.printf("{scope: {}} counts %d of 4, {scope: {region: …}} counts %d%n", empty, filled);
        if (empty != 3 || filled != 1) {
            System.out.println("CHANGED: expected 3 and 1");
            System.exit(1);
        }
        System.exit(0);
    }
}
JAVA
ls lib | grep -E 'mongo'
java -cp "lib/*" Look.java 2>/dev/null
