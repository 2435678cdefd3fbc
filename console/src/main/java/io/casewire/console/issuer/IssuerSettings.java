package io.casewire.console.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This console as a client of the issuer of {@code casewire.identity.issuer-uri}.
 *
 * @param clientId as registered there; absent means that nobody signs in there from the page
 * @param clientSecretFile a file with the client's secret and nothing else; absent for a public client
 * @param scopes to ask for; {@code offline_access} where the issuer gives tokens of renewal only for it
 * @param parameters more for the authorization request, such as {@code audience} or {@code resource} where the issuer wants to be told
 *     whom the access token is meant for
 * @param publicAddress where people reach the page; absent means as their requests say
 * @param longestSession after which somebody signs in again, however often it was renewed; 1 to 24 hours
 */
@ConfigurationProperties(prefix = "casewire.sign-in", ignoreUnknownFields = false)
public record IssuerSettings(
        @Nullable String clientId,
        @Nullable Path clientSecretFile,
        @DefaultValue("openid") Set<String> scopes,
        @DefaultValue Map<String, String> parameters,
        @Nullable URI publicAddress,
        @DefaultValue("12h") Duration longestSession) {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    public IssuerSettings {
        scopes = Set.copyOf(scopes);
        parameters = Map.copyOf(parameters);
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("casewire.sign-in.scopes has to contain openid.");
        }
        if (longestSession.compareTo(SHORTEST) < 0 || longestSession.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("casewire.sign-in.longest-session lies between 1 and 24 hours.");
        }
        if (publicAddress != null && (publicAddress.getHost() == null || publicAddress.getRawQuery() != null)) {
            throw new IllegalArgumentException(
                    "casewire.sign-in.public-address is the address of the page, for example https://casewire.example.org.");
        }
    }
}
