package io.casewire.console.issuer;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser keeps while somebody is at the issuer.
 *
 * @param state has to come back with the code
 * @param nonce has to be in the ID token
 * @param verifier whose digest the issuer was told (RFC 7636)
 * @param to place in the page to come back to, {@code #/…}
 */
public record PendingSignIn(String state, String nonce, String verifier, String to) {
    private static final Pattern KEPT =
            Pattern.compile("([\\w-]{20,128}):([\\w-]{20,128}):([\\w-]{43,128}):([\\w-]{0,1400})");
    /** As an address may have it; more is not needed to come back. */
    private static final Pattern PLACE = Pattern.compile("#/[!$-;=?-Z_a-z~]{0,1000}");

    private static final String OVERVIEW = "#/";

    /** A new one; a place that is none of the page is the overview. */
    public static PendingSignIn comingBackTo(String to) {
        return new PendingSignIn(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                PLACE.matcher(to).matches() ? to : OVERVIEW);
    }

    /** As the browser kept it; empty where that is nothing of ours. */
    public static Optional<PendingSignIn> kept(String text) {
        Matcher parts = KEPT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String to = new String(Base64.getUrlDecoder().decode(parts.group(4)), StandardCharsets.US_ASCII);
        return PLACE.matcher(to).matches()
                ? Optional.of(new PendingSignIn(parts.group(1), parts.group(2), parts.group(3), to))
                : Optional.empty();
    }

    /** As the browser keeps it. */
    public String text() {
        String place = Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(StandardCharsets.US_ASCII));
        return state + ':' + nonce + ':' + verifier + ':' + place;
    }
}
