package io.casewire.cli.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import io.casewire.cli.connect.Refused;
import io.casewire.cli.continuity.ContinuityCommand;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The services' databases as files: one a collection, its documents as BSON one after the other, compressed. Indexes are not
 * kept, as every service makes its own when it starts.
 */
final class Databases {
    /** What each service owns. */
    static final List<String> ALL = List.of("ingest", "catalog", "replication", "notify");

    /**
     * Read first, in this order: an entry is read before what it points to, so that what it points to is there. Ingest's
     * blobs are also read before, as a plan's is deleted once it is carried out.
     */
    private static final Map<String, List<String>> FIRST = Map.of(
            "ingest", List.of("blobs", "publications", "sources", "records"),
            "replication", List.of("obligations", "attachments", "attachment-pieces"),
            // a window before what was told of it: a restored one goes on with the same digest
            "notify", List.of("digestHolds", "deliveries", "messages"));

    private static final Map<String, String> TWICE = Map.of("ingest", "blobs");

    private static final int BATCH_DOCUMENTS = 500;
    private static final int BATCH_BYTES = 8 << 20;
    private static final int MAX_BYTES = 32 << 20;

    private final MongoClient client;

    Databases(MongoClient client) {
        this.client = client;
    }

    String version() {
        return String.valueOf(client.getDatabase("admin")
                .runCommand(new Document("buildInfo", 1))
                .get("version"));
    }

    /** Copies a database into a folder; returns the number of documents by collection. */
    Map<String, Long> dump(String database, Path folder) throws IOException {
        Set<String> names = new LinkedHashSet<>(FIRST.getOrDefault(database, List.of()));
        Set<String> there = collections(database);
        names.addAll(there);
        names.retainAll(there);
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Set<BsonValue>> seen = new HashMap<>();
        for (String name : names) {
            Set<BsonValue> ids = seen.computeIfAbsent(name, _ -> new HashSet<>());
            counts.put(name, dump(database, name, file(folder, name), ids));
            if (!TWICE.getOrDefault(database, "").equals(name)) {
                ids.clear();
            }
        }
        String again = TWICE.getOrDefault(database, "");
        if (there.contains(again)) {
            Set<BsonValue> ids = seen.getOrDefault(again, new HashSet<>());
            counts.merge(again, dump(database, again, rest(folder, again), ids), Long::sum);
        }
        return counts;
    }

    /** Number of documents in all collections of a database. */
    long documents(String database) {
        return collections(database).stream()
                .mapToLong(
                        name -> client.getDatabase(database).getCollection(name).countDocuments())
                .sum();
    }

    void drop(String database) {
        // not the database itself: a service's user may not drop it
        collections(database)
                .forEach(
                        name -> client.getDatabase(database).getCollection(name).drop());
    }

    /** @throws Refused when fewer documents arrived than the backup counted */
    void restore(String database, Path folder, Map<String, Long> counts) throws IOException {
        for (Map.Entry<String, Long> collection : counts.entrySet()) {
            MongoCollection<RawBsonDocument> target = raw(database, collection.getKey());
            insert(target, file(folder, collection.getKey()));
            Path rest = rest(folder, collection.getKey());
            if (Files.exists(rest)) {
                insert(target, rest);
            }
            long arrived = target.countDocuments();
            if (arrived != collection.getValue()) {
                throw new Refused("%s.%s has %d documents after the restore, the backup counted %d"
                        .formatted(database, collection.getKey(), arrived, collection.getValue()));
            }
        }
    }

    /** Whether the service has compared its store with the log and misses nothing. */
    boolean isSound(String database) {
        MongoCollection<Document> continuity = continuity(database);
        return continuity.find(new Document("_id", ContinuityCommand.LOG)).first() != null
                && continuity
                                .find(new Document("_id", ContinuityCommand.FINDING))
                                .first()
                        == null;
    }

    /** What it remembers of a log is of one that was there before a restore. */
    void forgetLog(String database) {
        continuity(database).drop();
    }

    /** Has a service find its store, which may well be empty, to belong to this log. */
    void rememberLog(String database, String cluster, Map<TopicPartition, Long> ends) {
        List<Document> remembered = new ArrayList<>();
        ends.forEach((partition, end) -> remembered.add(new Document("topic", partition.topic())
                .append("partition", partition.partition())
                .append("end", end)));
        continuity(database)
                .insertOne(new Document("_id", ContinuityCommand.LOG)
                        .append("clusterId", cluster)
                        .append("ends", remembered)
                        .append("at", Date.from(Instant.now())));
    }

    private MongoCollection<Document> continuity(String database) {
        return client.getDatabase(database).getCollection(ContinuityCommand.COLLECTION);
    }

    private Set<String> collections(String database) {
        MongoDatabase owner = client.getDatabase(database);
        Set<String> names = new TreeSet<>();
        for (String name : owner.listCollectionNames()) {
            // what the store remembers of a log is worth nothing beside the one it is restored to
            if (!name.startsWith("system.") && !name.equals(ContinuityCommand.COLLECTION)) {
                names.add(name);
            }
        }
        return names;
    }

    private MongoCollection<RawBsonDocument> raw(String database, String collection) {
        return client.getDatabase(database).getCollection(collection, RawBsonDocument.class);
    }

    /** What came to a collection that is read twice. */
    private static Path rest(Path folder, String collection) {
        return folder.resolve(collection + ".2.bson.gz");
    }

    static Path file(Path folder, String collection) {
        return folder.resolve(collection + ".bson.gz");
    }

    /** Writes what is not among those seen, and adds it to them. */
    private long dump(String database, String collection, Path file, Set<BsonValue> seen) throws IOException {
        long count = 0;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(PrivateFiles.create(file)));
                WritableByteChannel channel = Channels.newChannel(out)) {
            for (RawBsonDocument document : raw(database, collection).find().batchSize(BATCH_DOCUMENTS)) {
                if (seen.add(document.get("_id"))) {
                    channel.write(document.getByteBuffer().asNIO());
                    count++;
                }
            }
        }
        return count;
    }

    private static void insert(MongoCollection<RawBsonDocument> target, Path file) throws IOException {
        List<RawBsonDocument> batch = new ArrayList<>();
        int bytes = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            for (byte[] document = next(in); document.length > 0; document = next(in)) {
                batch.add(new RawBsonDocument(document));
                bytes += document.length;
                if (batch.size() == BATCH_DOCUMENTS || bytes >= BATCH_BYTES) {
                    target.insertMany(batch, new InsertManyOptions().ordered(false));
                    batch.clear();
                    bytes = 0;
                }
            }
        }
        if (!batch.isEmpty()) {
            target.insertMany(batch, new InsertManyOptions().ordered(false));
        }
    }

    /** The next document, beginning with its own length in little-endian order; empty at the end. */
    private static byte[] next(InputStream in) throws IOException {
        byte[] prefix = in.readNBytes(Integer.BYTES);
        if (prefix.length == 0) {
            return prefix;
        }
        int length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (prefix.length < Integer.BYTES || length < Integer.BYTES || length > MAX_BYTES) {
            throw new EOFException("no document where one should begin");
        }
        byte[] document = ByteBuffer.allocate(length).put(prefix).array();
        int read = in.readNBytes(document, Integer.BYTES, length - Integer.BYTES);
        if (read < length - Integer.BYTES) {
            throw new EOFException("a document ends too early");
        }
        return document;
    }
}
