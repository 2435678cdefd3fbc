package io.casewire.identity.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.text.InvisibleCharacters;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDirectoryTests {
    @TempDir
    Path data;

    @Test
    void keysAreMadeForTheirOwnerOnly() throws IOException {
        new KeyDirectory(identity()).publicKeys();
        assertThat(mode(identity())).isEqualTo("rwx------");
        assertThat(mode(identity().resolve("signing-key.json"))).isEqualTo("rw-------");
        assertThat(files()).containsExactly(".lock", "jwks.json", "revoked", "sessions", "signing-key.json");
        assertThat(mode(identity().resolve("revoked"))).isEqualTo("rwx------");
        assertThat(mode(identity().resolve("revoked/tokens.json"))).isEqualTo("rw-------");
    }

    @Test
    void publicFileHoldsNothingPrivate() throws IOException {
        JWK key = new KeyDirectory(identity()).publicKeys().getKeys().getFirst();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getKeyID()).isNotBlank();
        assertThat(Files.readString(identity().resolve("jwks.json"))).doesNotContain("\"d\"");
    }

    @Test
    void secondOpeningFindsTheSameKey() {
        String first = new KeyDirectory(identity()).signingKey().toJSONString();
        assertThat(new KeyDirectory(identity()).signingKey().toJSONString()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "., rwxr-x---, chmod 700",
        "signing-key.json, rw-r-----, chmod 600",
        "signing-key.json, rw----r--, chmod 600",
        "jwks.json, rw-rw-r--, chmod go-w"
    })
    void modesTooOpenAreRefusedWithTheRemedy(String file, String mode, String remedy) throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        keys.publicKeys();
        Files.setPosixFilePermissions(identity().resolve(file), PosixFilePermissions.fromString(mode));
        assertThatThrownBy(keys::signingKey).isInstanceOf(UnusableKeys.class).hasMessageContainingAll(mode, remedy);
        assertThatThrownBy(keys::publicKeys).isInstanceOf(UnusableKeys.class);
    }

    @Test
    void directoryOpenToOthersIsNotUsedForNewKeys() throws IOException {
        Files.createDirectory(identity());
        Files.setPosixFilePermissions(identity(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(() -> new KeyDirectory(identity()).publicKeys())
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("chmod 700");
        assertThat(files()).isEmpty();
    }

    @Test
    void publicKeysAloneAreEnoughToCheckButNotToSign() throws IOException {
        new KeyDirectory(identity()).publicKeys();
        Path copy = Files.createDirectory(data.resolve("checker"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(identity().resolve("jwks.json"), copy.resolve("jwks.json"));
        assertThat(new KeyDirectory(copy).publicKeys().getKeys()).hasSize(1);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        assertThatThrownBy(() -> new KeyDirectory(copy).signingKey())
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("without its private key");
    }

    @Test
    void publicFileLostInACrashIsMadeAgainFromThePrivateKey() throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        String kid = keys.signingKey().getKeyID();
        Files.delete(identity().resolve("jwks.json"));
        assertThat(keys.publicKeys().getKeyByKeyId(kid)).isNotNull();
    }

    @Test
    void keysThatAreNotPartnersAreRefused() throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        keys.signingKey();
        Path other = data.resolve("other");
        new KeyDirectory(other).signingKey();
        Files.write(identity().resolve("jwks.json"), Files.readAllBytes(other.resolve("jwks.json")));
        assertThatThrownBy(keys::signingKey).isInstanceOf(UnusableKeys.class).hasMessageContaining("not the partner");
    }

    @Test
    void damagedFileIsNamed() throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        keys.signingKey();
        Files.writeString(identity().resolve("jwks.json"), "{");
        assertThatThrownBy(keys::publicKeys).isInstanceOf(UnusableKeys.class).hasMessageContaining("jwks.json");
    }

    @Test
    void signingKeyDamagedAnywhereIsRefusedAndKept() throws IOException {
        new KeyDirectory(identity()).signingKey();
        Path file = identity().resolve("signing-key.json");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            assertRefusedAndKept(file, Arrays.copyOf(whole, length));
        }
        String json = new String(whole, StandardCharsets.UTF_8);
        String secret = json.replaceAll(".*\"d\":\"([^\"]+)\".*", "$1");
        String other = new StringBuilder(secret).reverse().toString();
        assertRefusedAndKept(file, json.replace(secret, other).getBytes(StandardCharsets.UTF_8));
        assertRefusedAndKept(file, "\u0000".repeat(whole.length).getBytes(StandardCharsets.UTF_8));
        assertRefusedAndKept(file, new byte[] {'{', (byte) 0xFF, '}'});
        assertRefusedAndKept(file, "[".repeat(60_000).getBytes(StandardCharsets.UTF_8));
        assertRefusedAndKept(file, "x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefusedAndKept(Path file, byte[] damaged) throws IOException {
        Files.write(file, damaged);
        KeyDirectory keys = new KeyDirectory(identity());
        assertThatThrownBy(keys::signingKey)
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContainingAll("signing-key.json", "from a backup");
        assertThatThrownBy(keys::publicKeys).as("a service beside it").isInstanceOf(UnusableKeys.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void signingKeyThatCannotBeReachedIsNotMadeAnew() throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        keys.signingKey();
        Path file = identity().resolve("signing-key.json");
        Files.delete(file);
        Files.createSymbolicLink(file, data.resolve("share/signing-key.json"));
        Files.delete(identity().resolve("jwks.json"));
        assertThatThrownBy(keys::signingKey).isInstanceOf(UnusableKeys.class).hasMessageContaining("signing-key.json");
        assertThat(Files.isSymbolicLink(file)).isTrue();
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(keys::publicKeys).isInstanceOf(UnusableKeys.class).hasMessageContaining("signing-key.json");
    }

    @Test
    void setOfPublicKeysWithoutAUsableOneIsRefused() throws IOException {
        KeyDirectory keys = new KeyDirectory(identity());
        keys.signingKey();
        Files.writeString(identity().resolve("jwks.json"), "{\"keys\":[]}");
        assertThatThrownBy(keys::publicKeys).isInstanceOf(UnusableKeys.class).hasMessageContaining("no P-256 key");
    }

    @Test
    void publicKeyOfTheSameNameButAnotherValueIsNoPartner() throws IOException, ParseException {
        KeyDirectory keys = new KeyDirectory(identity());
        String kid = keys.signingKey().getKeyID();
        Path other = data.resolve("other");
        ECKey strange = new ECKey.Builder(new KeyDirectory(other).signingKey().toPublicJWK())
                .keyID(kid)
                .build();
        Files.writeString(identity().resolve("jwks.json"), new JWKSet(strange).toString(true));
        assertThatThrownBy(keys::publicKeys).isInstanceOf(UnusableKeys.class).hasMessageContaining("not the partner");
    }

    @Test
    void noNewPairIsMadeWhereTokensWereGivenOut() throws IOException {
        TokenIssuer.in(identity()).issue(new Caller("li", Set.of(Role.READER), null, null), Duration.ofHours(1));
        Files.delete(identity().resolve("signing-key.json"));
        Files.delete(identity().resolve("jwks.json"));
        KeyDirectory keys = new KeyDirectory(identity());
        assertThatThrownBy(keys::publicKeys)
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContainingAll("are gone", "issued.ndjson", "from a backup");
        assertThatThrownBy(keys::signingKey).isInstanceOf(UnusableKeys.class);
        Files.delete(identity().resolve("issued.ndjson"));
        assertThat(keys.publicKeys().getKeys()).hasSize(1);
    }

    @Test
    void threadsStartingTogetherGetOneKey() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<String>> kids = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(
                            () -> new KeyDirectory(identity()).signingKey().getKeyID()))
                    .toList();
            String first = kids.getFirst().get();
            for (Future<String> kid : kids) {
                assertThat(kid.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void processesStartingTogetherGetOneKey() throws IOException, InterruptedException, URISyntaxException {
        List<Process> racers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            racers.add(mintInAnotherProcess());
        }
        Set<String> headers = new HashSet<>();
        for (Process racer : racers) {
            String token = new String(racer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(racer.waitFor()).isZero();
            // the header holds the kid and nothing that differs between tokens
            headers.add(token.substring(0, token.indexOf('.')));
        }
        assertThat(headers).hasSize(1);
        assertThat(files())
                .containsExactly(".lock", "issued.ndjson", "jwks.json", "revoked", "sessions", "signing-key.json");
        assertThat(Files.readAllLines(identity().resolve("issued.ndjson"))).hasSize(4);
    }

    /** With nothing but this module, the one of texts and Nimbus on the class path, as the launcher starts it: no Spring to load. */
    private Process mintInAnotherProcess() throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                home(TokenCommand.class).toString(),
                                home(InvisibleCharacters.class).toString(),
                                home(JWK.class).toString()),
                        TokenCommand.class.getName(),
                        "--role=reader",
                        "--data=" + data)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private Path identity() {
        return data.resolve("identity");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(identity())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
