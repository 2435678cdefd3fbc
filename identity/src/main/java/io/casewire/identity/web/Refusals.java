package io.casewire.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refusals as RFC 9457 problem documents with the {@code WWW-Authenticate} challenge of RFC 6750, section 3. What a token
 * says is never repeated; only our own sentences are.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {
    static final String UNAUTHENTICATED = "urn:casewire:problem:unauthenticated";
    static final String FORBIDDEN = "urn:casewire:problem:forbidden";
    static final String ISSUER_UNAVAILABLE = "urn:casewire:problem:issuer-unavailable";
    static final String REVOCATIONS_UNREADABLE = "urn:casewire:problem:revocations-unreadable";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        refuse(response, reason);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        refuse(response, reason);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        String detail = "The token is good, but its roles do not allow this.";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge("insufficient_scope", detail));
        write(response, HttpStatus.FORBIDDEN, FORBIDDEN, detail);
    }

    private static void refuse(HttpServletResponse response, AuthenticationException reason) throws IOException {
        switch (reason) {
            case AuthenticationServiceException unknown
            when unknown.getCause() instanceof RevokedTokens.Unknown -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "10");
                write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        REVOCATIONS_UNREADABLE,
                        "The list of revoked tokens cannot be read, so the token cannot be checked.");
            }
            case AuthenticationServiceException _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "10");
                write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        ISSUER_UNAVAILABLE,
                        "The issuer of tokens cannot be reached, so the token cannot be checked.");
            }
            case InvalidBearerTokenException invalid -> {
                String detail = sentence(invalid);
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge("invalid_token", detail));
                write(response, HttpStatus.UNAUTHORIZED, UNAUTHENTICATED, detail);
            }
            default -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        UNAUTHENTICATED,
                        "This needs a token: Authorization: Bearer, from the operator or from casewire token.");
            }
        }
    }

    private static String sentence(InvalidBearerTokenException reason) {
        Throwable cause = reason.getCause();
        String own =
                switch (cause) {
                    case null -> reason.getMessage();
                    case JwtValidationException failed ->
                        failed.getErrors().iterator().next().getDescription();
                    default -> null;
                };
        return own == null ? "The token is not one we can verify." : own;
    }

    private static String challenge(String error, String description) {
        return "Bearer error=\"" + error + "\", error_description=\"" + description + "\"";
    }

    private static void write(HttpServletResponse response, HttpStatus status, String type, @Nullable String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
