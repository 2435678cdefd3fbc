package io.casewire.identity.local;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All revocations, as the file holds them: {@code {"revoked": [{"at": …, "id": …}, …]}}. Immutable. */
final class RevocationList {
    static final RevocationList EMPTY = new RevocationList(List.of());

    private static final String REVOKED = "revoked";

    private final List<Revocation> revocations;
    private final Set<String> ids = new HashSet<>();
    private final List<Revocation> rest = new ArrayList<>();

    RevocationList(List<Revocation> revocations) {
        this.revocations = List.copyOf(revocations);
        for (Revocation revocation : revocations) {
            if (revocation.id() != null && revocation.subject() == null && revocation.before() == null) {
                ids.add(revocation.id());
            } else {
                rest.add(revocation);
            }
        }
    }

    List<Revocation> all() {
        return revocations;
    }

    boolean covers(@Nullable String id, String subject, Instant issuedAt) {
        return (id != null && ids.contains(id))
                || rest.stream().anyMatch(revocation -> revocation.covers(id, subject, issuedAt));
    }

    /** @throws ParseException when the text is not such a list, in whole or in part */
    static RevocationList parse(String json) throws ParseException {
        Map<String, Object> fields = JSONObjectUtils.parse(json);
        Map<String, Object>[] items = JSONObjectUtils.getJSONObjectArray(fields, REVOKED);
        if (items == null) {
            throw new ParseException("no list of revocations", 0);
        }
        List<Revocation> revocations = new ArrayList<>(items.length);
        for (Map<String, Object> item : items) {
            try {
                revocations.add(Revocation.of(item));
            } catch (DateTimeException | ClassCastException | NullPointerException | IllegalArgumentException e) {
                throw new ParseException("not a revocation: " + e.getMessage(), 0);
            }
        }
        return new RevocationList(revocations);
    }

    String json() {
        return JSONObjectUtils.toJSONString(
                Map.of(REVOKED, revocations.stream().map(Revocation::json).toList()));
    }
}
