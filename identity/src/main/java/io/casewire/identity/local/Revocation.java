package io.casewire.identity.local;

import io.casewire.identity.Names;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that no longer hold: those that fit every component that is not absent.
 *
 * @param at when they were revoked
 * @param id the {@code jti} of one token
 * @param subject the {@code sub}, in the one spelling of {@link Names}
 * @param before those issued before this time; present unless {@code id} is, so that a subject can be given a new token
 */
record Revocation(
        Instant at,
        @Nullable String id,
        @Nullable String subject,
        @Nullable Instant before) {
    Revocation {
        if (id == null && before == null) {
            throw new IllegalArgumentException("A revocation names a token or a time.");
        }
    }

    boolean covers(@Nullable String tokenId, String tokenSubject, Instant issuedAt) {
        return (id == null || id.equals(tokenId))
                && (subject == null || subject.equals(tokenSubject))
                && (before == null || issuedAt.isBefore(before));
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", at.toString());
        if (id != null) {
            fields.put("id", id);
        }
        if (subject != null) {
            fields.put("subject", subject);
        }
        if (before != null) {
            fields.put("before", before.toString());
        }
        return fields;
    }

    /** @throws RuntimeException of some kind when it is not one: a list is read whole or not at all */
    static Revocation of(Map<String, Object> fields) {
        return new Revocation(
                Instant.parse((String) fields.get("at")),
                (String) fields.get("id"),
                (String) fields.get("subject"),
                fields.get("before") == null ? null : Instant.parse((String) fields.get("before")));
    }
}
