package io.casewire.cli.doctor;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** What can be seen of a store from outside. */
final class StoreChecks {
    private static final String ABOUT = "store";
    private static final int OLDEST_MAJOR = 8;
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(2);

    private final MongoDatabase admin;

    StoreChecks(MongoClient client) {
        this.admin = client.getDatabase("admin");
    }

    List<Finding> all() {
        Instant before = Instant.now();
        Document hello = admin.runCommand(new Document("hello", 1));
        Instant after = Instant.now();
        List<Finding> findings = new ArrayList<>();
        findings.add(version(hello));
        if (hello.get("localTime") instanceof Date time) {
            findings.add(clock(time.toInstant(), before, after));
        }
        return findings;
    }

    private Finding version(Document hello) {
        String version =
                String.valueOf(admin.runCommand(new Document("buildInfo", 1)).get("version"));
        if (hello.getString("setName") == null) {
            return Finding.warn(
                    ABOUT,
                    "answers, version %s, but is no member of a replica set: the trial store, or MongoDB without --replSet"
                            .formatted(version));
        }
        return major(version) >= OLDEST_MAJOR
                ? Finding.ok(ABOUT, "answers, version %s, replica set %s".formatted(version, hello.get("setName")))
                : Finding.fail(ABOUT, "version %s is too old; upgrade to 8.0.17 or later".formatted(version));
    }

    // the store is asked in between; both ends are taken for what its clock may lawfully say
    private static Finding clock(Instant theirs, Instant before, Instant after) {
        Duration skew = theirs.isBefore(before)
                ? Duration.between(theirs, before)
                : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
        return skew.compareTo(TOLERATED_SKEW) <= 0
                ? Finding.ok("clock", "that of the store and ours agree")
                : Finding.fail(
                        "clock",
                        "that of the store and ours differ by %d s; let both follow a time server"
                                .formatted(skew.toSeconds()));
    }

    private static int major(String version) {
        int dot = version.indexOf('.');
        try {
            return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
