package io.casewire.identity.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCodesTests {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String TOKEN = "header.claims.signature";

    @TempDir
    Path data;

    private Path keys;

    @BeforeEach
    void makeKeys() {
        keys = data.resolve("identity");
        new KeyDirectory(keys).publicKeys();
    }

    @Test
    void codeIsTakenOnceAlsoByAnotherInstance() throws IOException {
        String code = codes().keep(TOKEN, NOW);
        assertThat(codes().look(code, NOW)).contains(TOKEN);
        assertThat(codes().look(code, NOW)).as("looking uses nothing up").contains(TOKEN);
        assertThat(codes().take(code, NOW)).contains(TOKEN);
        assertThat(codes().take(code, NOW)).isEmpty();
        assertThat(codes().look(code, NOW)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void ofManyWhoTakeItAtOnceOneGetsIt() throws IOException, InterruptedException, ExecutionException {
        String code = codes().keep(TOKEN, NOW);
        List<Callable<Optional<String>>> takers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            SignInCodes instance = codes();
            takers.add(() -> instance.take(code, NOW));
        }
        int taken = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Optional<String>> each : threads.invokeAll(takers)) {
                taken += each.get().isPresent() ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void codeIsGoodForTenMinutes() throws IOException {
        String code = codes().keep(TOKEN, NOW);
        assertThat(codes().look(code, NOW.plusSeconds(599))).contains(TOKEN);
        assertThat(codes().look(code, NOW.plusSeconds(600))).isEmpty();
        assertThat(codes().take(code, NOW.plusSeconds(600))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../signing-key.json", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoCodeStandsForNothing(String code) throws IOException {
        assertThat(codes().take(code, NOW)).isEmpty();
    }

    @Test
    void folderTellsNeitherCodeNorToken() throws IOException {
        String code = codes().keep(TOKEN, NOW);
        for (Path file : files()) {
            String content = Files.readString(file, StandardCharsets.UTF_8);
            assertThat(file.getFileName().toString() + content).doesNotContain(code, TOKEN, "signature");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void damagedOrProlongedFileStandsForNothing() throws IOException {
        String code = codes().keep(TOKEN, NOW);
        Path file = files().getFirst();
        String content = Files.readString(file, StandardCharsets.UTF_8);
        long until = NOW.plus(SignInCodes.LIFE).getEpochSecond();
        for (String other : List.of("", "\n", "1", until + "\n", until + "\nAAAA", content + "!")) {
            Files.writeString(file, other);
            assertThat(codes().look(code, NOW)).as(other).isEmpty();
        }
        Files.writeString(file, content.replace(Long.toString(until), Long.toString(until + 1000)));
        assertThat(codes().look(code, NOW)).as("until is authentic").isEmpty();
    }

    @Test
    void codesThatNobodyUsedAreSweptByTheNext() throws IOException {
        codes().keep(TOKEN, NOW);
        Files.setLastModifiedTime(files().getFirst(), FileTime.from(NOW.minusSeconds(601)));
        codes().keep(TOKEN, NOW);
        assertThat(files()).hasSize(1);
    }

    private SignInCodes codes() {
        return SignInCodes.in(keys);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(keys.resolve("sessions"))) {
            return files.toList();
        }
    }
}
