package io.casewire.cli.deployment;

import io.casewire.cli.connect.WrongUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code init} for an OpenID Connect issuer of the operator's own. */
final class IssuerOptions {
    static final String COMPOSE_FILE = "compose.issuer.yaml";

    private static final String SECRET = "secrets/console/issuer-client-secret";
    /** As {@code .env} can hold it, where Compose gives some signs a meaning. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~:/@-]+");

    @Option(
            names = "--issuer",
            paramLabel = "URI",
            description = "People and programs come with tokens of this OpenID Connect issuer.")
    private @Nullable URI issuer;

    @Option(
            names = "--issuer-client",
            paramLabel = "ID",
            description = "The page as the issuer knows it, to sign people in.")
    private @Nullable String client;

    @Option(
            names = "--issuer-client-secret",
            paramLabel = "FILE",
            description = "The page's secret there, and nothing else in the file.")
    private @Nullable Path secret;

    /** @throws WrongUse where the options do not go together */
    boolean areGiven() {
        URI address = issuer;
        if (address == null) {
            if (client != null || secret != null) {
                throw new WrongUse("--issuer-… belongs to --issuer");
            }
            return false;
        }
        if (!"https".equals(address.getScheme())
                || address.getHost() == null
                || !PLAIN.matcher(address.toString()).matches()) {
            throw new WrongUse(
                    "--issuer is an https address as in the claim iss, such as https://id.example.gov.cn/realms/office");
        }
        if (client != null && !PLAIN.matcher(client).matches()) {
            throw new WrongUse("--issuer-client is the client's id: letters, digits and . _ ~ : / @ -");
        }
        if (secret != null && (client == null || !Files.isReadable(secret))) {
            throw new WrongUse("--issuer-client-secret is a file that can be read, beside --issuer-client");
        }
        return true;
    }

    void writeTo(PrivateFolder folder) throws IOException {
        if (secret != null) {
            folder.file(SECRET, Files.readString(secret).strip());
        }
    }

    /** Lines for {@code .env}. */
    Map<String, String> environment() {
        return Map.of(
                "CASEWIRE_ISSUER", String.valueOf(issuer),
                "CASEWIRE_ISSUER_CLIENT", client == null ? "" : client,
                "CASEWIRE_ISSUER_CLIENT_SECRET", secret == null ? "" : "/run/secrets/casewire/issuer-client-secret");
    }
}
