package io.casewire.cli.setup;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a replica set of MongoDB's one node, where there is none yet, and gives each service a user that reads and writes its
 * own database and nothing else.
 */
final class StoreSetUp {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSetUp.class);
    // error codes of MongoDB
    private static final int NOT_YET_INITIALIZED = 94;
    private static final int USER_EXISTS = 51003;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ServerAddress address;
    private final String rootPassword;

    StoreSetUp(ServerAddress address, String rootPassword) {
        this.address = address;
        this.rootPassword = rootPassword;
    }

    /** @param passwords by name of the service, which is also the name of its database */
    void run(Map<String, String> passwords) throws InterruptedException {
        MongoClientSettings settings = MongoClientSettings.builder()
                .credential(MongoCredential.createCredential("admin", "admin", rootPassword.toCharArray()))
                // directly: before the replica set exists there is no primary to find
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(address)))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoDatabase admin = client.getDatabase("admin");
            initiate(admin);
            while (!admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                Thread.sleep(PAUSE);
            }
            passwords.forEach((service, password) -> user(client.getDatabase(service), service, password));
        }
        LOG.info("Users of the store: {}", passwords.keySet());
    }

    private void initiate(MongoDatabase admin) {
        try {
            admin.runCommand(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NOT_YET_INITIALIZED) {
                throw e;
            }
            Document member = new Document("_id", 0).append("host", address.toString());
            Document set = new Document("_id", "casewire").append("members", List.of(member));
            admin.runCommand(new Document("replSetInitiate", set));
            LOG.info("Made a replica set of {}", address);
        }
    }

    private static void user(MongoDatabase database, String name, String password) {
        Document user = new Document("createUser", name)
                .append("pwd", password)
                .append("roles", List.of(new Document("role", "readWrite").append("db", database.getName())));
        try {
            database.runCommand(user);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != USER_EXISTS) {
                throw e;
            }
            user.remove("createUser");
            Document update = new Document("updateUser", name);
            update.putAll(user);
            database.runCommand(update);
        }
    }
}
