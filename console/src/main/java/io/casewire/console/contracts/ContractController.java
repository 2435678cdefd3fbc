package io.casewire.console.contracts;

import io.casewire.serving.problem.Problems;
import io.casewire.serving.request.AnyParameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What other systems build on, to anybody: it says how Casewire speaks, and nothing of what it knows. Made at the first request, as most starts
 * see none.
 */
@Lazy
@RestController
final class ContractController {
    /** A schema only grows between releases, and an older copy takes every event; a day later a reader sees what was added. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
    private static final MediaType ASYNC_API = MediaType.valueOf("application/vnd.aai.asyncapi+json;version=3.0.0");
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
            "css", new MediaType("text", "css", StandardCharsets.UTF_8),
            "yaml", new MediaType("application", "yaml"),
            "json", MediaType.APPLICATION_JSON);
    private static final int DIGEST_LENGTH = 32;

    private final ContractFiles contracts = ContractFiles.ofThisBuild();
    private final Schemas schemas = new Schemas(contracts);
    private final byte[] asyncapi =
            Schemas.withAddresses(contracts.file("asyncapi.json").orElseThrow());
    private final byte[] zip = contracts.zip();

    /** All topics and events, in AsyncAPI. */
    @GetMapping("/api/asyncapi")
    ResponseEntity<byte[]> asyncapi() {
        return answer(asyncapi, ASYNC_API, CacheControl.noCache());
    }

    /** The schema of an event, at what its header {@code ce_dataschema} says. */
    @GetMapping("/api/schemas/{id}")
    ResponseEntity<byte[]> schema(@PathVariable String id) {
        return answer(
                schemas.of(id), SCHEMA, CacheControl.maxAge(KEPT).cachePublic().immutable());
    }

    /** To the page, whose links need the slash. */
    @GetMapping("/contracts")
    @AnyParameters
    ResponseEntity<Void> folder() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, URI.create("contracts/").toString())
                .build();
    }

    /** Whoever links to the page may add to its address. */
    @GetMapping("/contracts/")
    @AnyParameters
    ResponseEntity<byte[]> page() {
        return file(Language.CHINESE.file());
    }

    @GetMapping("/contracts/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        if (name.equals("casewire-contracts.zip")) {
            return answer(zip, MediaType.valueOf("application/zip"), CacheControl.noCache());
        }
        Optional<byte[]> content = contracts.file(name);
        if (content.isEmpty()) {
            throw Problems.notFound("file of the contracts", name);
        }
        return answer(content.get(), typeOf(name), CacheControl.noCache());
    }

    @GetMapping("/contracts/{folder}/{name}")
    ResponseEntity<byte[]> file(@PathVariable String folder, @PathVariable String name) {
        return file(folder + '/' + name);
    }

    private static MediaType typeOf(String name) {
        return name.startsWith("schema/")
                ? SCHEMA
                : TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(kept)
                // weak: the server compresses, and only what has no strong tag
                .eTag("W/\"" + digest(content) + '"')
                .body(content);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
