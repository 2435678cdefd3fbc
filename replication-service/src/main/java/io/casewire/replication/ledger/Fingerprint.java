package io.casewire.replication.ledger;

import io.casewire.contracts.wire.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What tells whether the same was sent again. */
final class Fingerprint {
    private Fingerprint() {}

    /** Of what was asked: its SHA-256 in hexadecimal digits. */
    static String of(Record asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(WireJson.mapper().writeValueAsBytes(asked));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
