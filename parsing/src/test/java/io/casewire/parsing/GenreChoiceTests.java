package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Genre;
import io.casewire.parsing.genre.Fit;
import io.casewire.parsing.genre.GenreChoice;
import io.casewire.parsing.genre.GenreChoice.Chosen;
import io.casewire.parsing.genre.Genres;
import io.casewire.parsing.genre.Recogniser;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.page.PageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenreChoiceTests {
    @ParameterizedTest
    @MethodSource("documents")
    void choosesAsIfEveryRecogniserHadBeenAsked(Path document) throws IOException {
        DocumentText text = PageReader.read(document.toString(), Files.readString(document));
        Chosen best = new Chosen(Genre.UNRECOGNISED, Fit.NONE);
        for (Recogniser recogniser : Genres.ALL) {
            Fit fit = recogniser.fit(text);
            assertThat(fit.score()).isLessThanOrEqualTo(recogniser.highest());
            best = fit.score() > best.fit().score() ? new Chosen(recogniser.genre(), fit) : best;
        }
        assertThat(new GenreChoice(Genres.ALL).of(text)).isEqualTo(best);
    }

    static List<Path> documents() {
        return Stream.of(Path.of("../samples"), Path.of("src/test/resources/layouts"))
                .flatMap(GenreChoiceTests::filesIn)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted()
                .toList();
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
