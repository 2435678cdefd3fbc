package io.casewire.identity.local;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a token that was given out; never the token.
 *
 * @param id its {@code jti}
 * @param roles wire names
 * @param session whether it is a session at the console, which its holder may end
 */
record IssuedToken(
        String id,
        String subject,
        List<String> roles,
        @Nullable String region,
        @Nullable String agency,
        Instant issuedAt,
        Instant expiresAt,
        boolean session) {
    IssuedToken {
        roles = List.copyOf(roles);
    }

    static IssuedToken of(String id, Caller caller, Instant issuedAt, Instant expiresAt, boolean session) {
        return new IssuedToken(
                id,
                caller.subject(),
                caller.roles().stream().sorted().map(Role::wireName).toList(),
                caller.region(),
                caller.agency(),
                issuedAt,
                expiresAt,
                session);
    }

    /** One line without its end. */
    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("subject", subject);
        fields.put("roles", roles);
        if (region != null) {
            fields.put("region", region);
        }
        if (agency != null) {
            fields.put("agency", agency);
        }
        fields.put("issuedAt", issuedAt.toString());
        fields.put("expiresAt", expiresAt.toString());
        if (session) {
            fields.put("session", true);
        }
        return JSONObjectUtils.toJSONString(fields);
    }

    /** @throws ParseException when the line is not one of these */
    static IssuedToken parse(String line) throws ParseException {
        try {
            Map<String, Object> fields = JSONObjectUtils.parse(line);
            return new IssuedToken(
                    Objects.requireNonNull(JSONObjectUtils.getString(fields, "id")),
                    Objects.requireNonNull(JSONObjectUtils.getString(fields, "subject")),
                    Objects.requireNonNull(JSONObjectUtils.getStringList(fields, "roles")),
                    JSONObjectUtils.getString(fields, "region"),
                    JSONObjectUtils.getString(fields, "agency"),
                    Instant.parse(JSONObjectUtils.getString(fields, "issuedAt")),
                    Instant.parse(JSONObjectUtils.getString(fields, "expiresAt")),
                    Boolean.TRUE.equals(fields.get("session")));
        } catch (DateTimeException | NullPointerException e) {
            throw new ParseException("not an issued token: " + e.getMessage(), 0);
        }
    }
}
