package io.casewire.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whom a verified token speaks for. A controller method takes it as an argument ({@code Caller}, or
 * {@code Optional<Caller>} where reading is public).
 *
 * @param subject who, as the issuer names them, in the one spelling of {@link Names}
 * @param roles what they may do; empty for somebody the operator's issuer knows but gave no role here
 * @param region GB/T 2260 code of six digits, {@code 310000}; absent means bound to no region
 * @param agency name of the agency in the one spelling of {@link Names}; absent means bound to no agency
 */
public record Caller(
        String subject,
        Set<Role> roles,
        @Nullable String region,
        @Nullable String agency) {
    private static final Pattern REGION_CODE = Pattern.compile("[0-9]{6}");

    /** @throws IllegalArgumentException with a sentence fit for the person who asked for the token */
    public Caller {
        roles = Set.copyOf(roles);
        subject = Names.canonical("subject", subject);
        agency = agency == null ? null : Names.canonical("agency", agency);
        require(
                region == null || REGION_CODE.matcher(region).matches(),
                "A region is a code of six digits, for example 310000.");
        require(!roles.contains(Role.REGION) || region != null, "The role region needs a region code.");
        require(!roles.contains(Role.AGENCY) || agency != null, "The role agency needs the name of an agency.");
    }

    /**
     * Reads the claims {@code sub}, {@code roles}, {@code region} and {@code agency}. Role names unknown here are passed
     * over: an operator's issuer serves other systems too.
     *
     * @throws IllegalArgumentException when a claim has the wrong shape; the services refuse such a token
     */
    public static Caller of(Jwt jwt) {
        return new Caller(
                text(jwt, "sub").orElse(""),
                roles(jwt),
                text(jwt, "region").orElse(null),
                text(jwt, "agency").orElse(null));
    }

    /** Empty when the request came without a token. */
    public static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                ? Optional.of(of(token.getToken()))
                : Optional.empty();
    }

    /** Whether the caller has any of these roles. */
    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    private static Optional<String> text(Jwt jwt, String claim) {
        Object value = jwt.getClaims().get(claim);
        require(value == null || value instanceof String, "The claim " + claim + " must be a string.");
        return Optional.ofNullable((String) value);
    }

    private static Set<Role> roles(Jwt jwt) {
        Set<Role> roles = new LinkedHashSet<>();
        switch (jwt.getClaims().get("roles")) {
            case null -> {}
            case Collection<?> names -> {
                for (Object name : names) {
                    require(name instanceof String, "The claim roles must be an array of strings.");
                    Names.flaw((String) name).ifPresent(flaw -> {
                        throw new IllegalArgumentException("The claim roles holds " + flaw + ".");
                    });
                    Role.ofWireName((String) name).ifPresent(roles::add);
                }
            }
            default -> throw new IllegalArgumentException("The claim roles must be an array of strings.");
        }
        return roles;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
