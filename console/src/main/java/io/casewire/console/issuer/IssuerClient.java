package io.casewire.console.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.casewire.console.issuer.SignInFailed.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs people in at an issuer with the authorization code flow and PKCE (OpenID Connect Core 1.0, RFC 7636, RFC 9207). */
public final class IssuerClient {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerClient.class);

    private final Issuer issuer;
    private final ClientID client;
    private final IssuerSettings settings;

    /** @throws IllegalArgumentException without a client's id */
    public IssuerClient(URI issuer, IssuerSettings settings) {
        this.client = new ClientID(Objects.requireNonNullElse(settings.clientId(), ""));
        this.issuer = new Issuer(issuer, client);
        this.settings = settings;
    }

    /** Where the browser is sent. */
    public URI begin(PendingSignIn pending, URI callback) throws SignInFailed {
        OIDCProviderMetadata metadata = issuer.known().metadata();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scopes()), client, callback)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(pending.state()))
                .nonce(new Nonce(pending.nonce()))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256);
        settings.parameters().forEach(request::customParameter);
        return request.build().toURI();
    }

    /**
     * Takes what the browser brought back.
     *
     * @param parameters of the query
     */
    public IssuedTokens finish(PendingSignIn pending, URI callback, Map<String, List<String>> parameters)
            throws SignInFailed {
        AuthorizationCode code = code(pending, callback, parameters);
        OIDCTokens tokens = ask(new AuthorizationCodeGrant(code, callback, new CodeVerifier(pending.verifier())));
        JWT id = tokens.getIDToken();
        if (id == null) {
            throw new SignInFailed(Reason.ANSWER_REFUSED, "The issuer gave no ID token.");
        }
        try {
            issuer.known().idTokens().validate(id, new Nonce(pending.nonce()));
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInFailed(Reason.ANSWER_REFUSED, "The issuer's ID token is not good: " + e.getMessage(), e);
        }
        return issued(tokens);
    }

    /**
     * New tokens in place of old ones; empty where the issuer gives none any more.
     *
     * @throws SignInFailed where it cannot be asked; the old ones are as they were
     */
    public Optional<IssuedTokens> renew(String renewal) throws SignInFailed {
        try {
            return Optional.of(issued(ask(new RefreshTokenGrant(new RefreshToken(renewal)))));
        } catch (SignInFailed e) {
            if (e.reason() == Reason.ISSUER_AWAY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Has the issuer give nothing more for it, as far as it can be told so. */
    public void revoke(String renewal) {
        try {
            URI endpoint = issuer.known().metadata().getRevocationEndpointURI();
            if (endpoint != null) {
                RefreshToken token = new RefreshToken(renewal);
                ClientAuthentication proof = authentication();
                TokenRevocationRequest request = proof == null
                        ? new TokenRevocationRequest(endpoint, client, token)
                        : new TokenRevocationRequest(endpoint, proof, token);
                int status = Issuer.bounded(request.toHTTPRequest()).send().getStatusCode();
                if (status != 200) {
                    LOG.warn("The issuer answers {} to the end of a session", status);
                }
            }
        } catch (SignInFailed | IOException e) {
            LOG.warn("The issuer could not be told of the end of a session: {}", e.getMessage());
        }
    }

    /** Where the browser ends the session at the issuer itself; empty where the issuer has no such place. */
    public Optional<URI> signOut(@Nullable String id, URI page) {
        try {
            URI endpoint = issuer.known().metadata().getEndSessionEndpointURI();
            if (endpoint == null) {
                return Optional.empty();
            }
            SignedJWT hint = id == null ? null : SignedJWT.parse(id);
            return Optional.of(new LogoutRequest(endpoint, hint, null, client, page, null, null).toURI());
        } catch (SignInFailed | java.text.ParseException e) {
            LOG.warn("Where the issuer ends sessions is not known: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private AuthorizationCode code(PendingSignIn pending, URI callback, Map<String, List<String>> parameters)
            throws SignInFailed {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(callback, parameters);
        } catch (ParseException e) {
            throw new SignInFailed(Reason.ANSWER_REFUSED, "What came back from the issuer is not complete.", e);
        }
        if (!new State(pending.state()).equals(response.getState())) {
            throw new SignInFailed(Reason.EXPIRED, "What came back belongs to another sign-in.");
        }
        OIDCProviderMetadata metadata = issuer.known().metadata();
        if (response.getIssuer() == null
                ? metadata.supportsAuthorizationResponseIssuerParam()
                : !metadata.getIssuer().equals(response.getIssuer())) {
            throw new SignInFailed(Reason.ANSWER_REFUSED, "What came back is of another issuer.");
        }
        if (response instanceof AuthenticationSuccessResponse success) {
            return success.getAuthorizationCode();
        }
        ErrorObject error = response.toErrorResponse().getErrorObject();
        boolean away = OAuth2Error.SERVER_ERROR.equals(error) || OAuth2Error.TEMPORARILY_UNAVAILABLE.equals(error);
        throw new SignInFailed(away ? Reason.ISSUER_AWAY : Reason.REFUSED, "The issuer says " + error.getCode() + '.');
    }

    private OIDCTokens ask(AuthorizationGrant grant) throws SignInFailed {
        OIDCProviderMetadata metadata = issuer.known().metadata();
        ClientAuthentication proof = authentication();
        TokenRequest.Builder request = proof == null
                ? new TokenRequest.Builder(metadata.getTokenEndpointURI(), client, grant)
                : new TokenRequest.Builder(metadata.getTokenEndpointURI(), proof, grant);
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(
                    Issuer.bounded(request.build().toHTTPRequest()).send());
            if (response instanceof OIDCTokenResponse given) {
                return given.getOIDCTokens();
            }
            ErrorObject error = response.toErrorResponse().getErrorObject();
            boolean away = error.getHTTPStatusCode() >= 500;
            throw new SignInFailed(
                    away ? Reason.ISSUER_AWAY : Reason.ANSWER_REFUSED,
                    "The issuer gives no token: "
                            + (error.getCode() == null ? error.getHTTPStatusCode() : error.getCode()) + '.');
        } catch (ParseException e) {
            throw new SignInFailed(Reason.ANSWER_REFUSED, "The issuer's answer is no answer of tokens.", e);
        } catch (IOException e) {
            throw new SignInFailed(Reason.ISSUER_AWAY, "The issuer cannot be reached for tokens.", e);
        }
    }

    private static IssuedTokens issued(OIDCTokens tokens) {
        RefreshToken renewal = tokens.getRefreshToken();
        return new IssuedTokens(
                tokens.getAccessToken().getValue(),
                renewal == null ? null : renewal.getValue(),
                tokens.getIDTokenString());
    }

    /** Null for a public client. Read each time, so that a secret can be changed. */
    private @Nullable ClientAuthentication authentication() throws SignInFailed {
        Path file = settings.clientSecretFile();
        if (file == null) {
            return null;
        }
        try {
            Secret secret = new Secret(Files.readString(file).strip());
            List<ClientAuthenticationMethod> methods = issuer.known().metadata().getTokenEndpointAuthMethods();
            return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    ? new ClientSecretBasic(client, secret)
                    : new ClientSecretPost(client, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("casewire.sign-in.client-secret-file cannot be read.", e);
        }
    }
}
