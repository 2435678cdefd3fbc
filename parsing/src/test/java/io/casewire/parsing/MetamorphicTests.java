package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.Layouts.PageNumber;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document looks like must not change what it says; nor the ids of its records. */
class MetamorphicTests {
    private static final long SEED = Long.getLong("casewire.layout.seed", 20261122);

    static Stream<String> documents() {
        return Stream.of(
                "achievement-table",
                "best-practices",
                "case-studies",
                "plan",
                "report",
                "000",
                "001",
                "002",
                "003",
                "004",
                "01",
                "02",
                "06",
                "13");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameInEveryEncoding(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        assertThat(Said.by(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
                .as("UTF-8 with a mark")
                .isEqualTo(expected);
        assertThat(Said.by(text.getBytes(Charset.forName("GB18030"))))
                .as("GB18030")
                .isEqualTo(expected);
        assertThat(Said.by(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                .as("UTF-16LE")
                .isEqualTo(expected);
        assertThat(Said.by(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE)))
                .as("UTF-16BE")
                .isEqualTo(expected);
        assertThat(Said.by(text.replace("\n", "\r\n"))).as("CRLF").isEqualTo(expected);
        assertThat(Said.by(text.replace("\n", "\r"))).as("CR").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameInEveryWidth(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        assertThat(Said.by(Layouts.narrow(text))).as("narrow punctuation").isEqualTo(expected);
        assertThat(Said.by(Layouts.wide(text))).as("wide letters and digits").isEqualTo(expected);
    }

    /** What fonts and old encodings leave of a text: radicals for characters, marks of vertical lines, private-use blanks. */
    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameInOtherCharactersOfOneShape(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        assertThat(Said.by(Shapes.radicals(text))).as("radicals").isEqualTo(expected);
        assertThat(Said.by(Shapes.vertical(text))).as("marks of vertical lines").isEqualTo(expected);
        assertThat(Said.by(Shapes.privateUse(text))).as("private-use codes").isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameAmongCharactersThatAreNotSeen(String name) throws IOException {
        String text = text(name);

        assertThat(Said.by(Shapes.withInvisible(text, new Random(SEED)))).isEqualTo(Said.by(text));
    }

    /** Documents with fewer than three breaks show no pattern of bare numbers or running lines. */
    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameOverPages(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        for (PageNumber style : PageNumber.values()) {
            String plain = Layouts.paged(text, style, false, new Random(SEED));
            boolean fewPages = Layouts.breaks(plain, text) < 4;
            // one sample has bare page numbers of its own, which the new ones contradict
            boolean bare = style == PageNumber.BARE;
            if (!(bare && (fewPages || name.equals("best-practices")))) {
                assertThat(Said.by(plain)).as("%s", style).isEqualTo(expected);
                if (!fewPages) {
                    assertThat(Said.by(Layouts.paged(text, style, true, new Random(SEED))))
                            .as("%s under a running line", style)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameAtEveryMargin(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        for (Rewrapping manner : Rewrapping.values()) {
            for (int width : new int[] {34, 40, 60, 80, 100}) {
                assertThat(Said.by(manner.apply(text, width)))
                        .as("%s at %d", manner, width)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameAsAWebPage(String name) throws IOException {
        String text = text(name);

        assertThat(Said.by(Layouts.htmlPage(text))).isEqualTo(Said.by(text));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameWhereAPageShowsLineEnds(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        for (String element :
                List.of("pre", "textarea", "xmp", "listing", "div style=\"color: red; white-space: pre-wrap\"")) {
            assertThat(Said.by(Layouts.preformatted(text, element))).as(element).isEqualTo(expected);
        }
        assertThat(Said.by(Layouts.preformatted(text.replace("\n", "\r\n"), "pre")))
                .as("pre with CRLF")
                .isEqualTo(expected);
    }

    /** Rows broken over lines have no Markdown form (01); labelled fields between tabs are no table (06). */
    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameInMarkdown(String name) throws IOException {
        String text = text(name);
        if (!Set.of("01", "06").contains(name)) {
            assertThat(Said.by(Layouts.markdown(text))).isEqualTo(Said.by(text));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameWithStrayTags(String name) throws IOException {
        String text = text(name);

        assertThat(Said.by(Layouts.tagged(text, new Random(SEED)))).isEqualTo(Said.by(text));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameWithoutTags(String name) throws IOException {
        String text = text(name);

        assertThat(Said.by(text.replace("<p>", "")
                        .replace("</p>", "")
                        .replace("<b>", "")
                        .replace("</b>", "")))
                .isEqualTo(Said.by(text));
    }

    /** The text of a write-up keeps its headings as printed, ordinals and all; what they number stays the same. */
    @ParameterizedTest
    @MethodSource("documents")
    void readsTheSameUnderOtherOrdinals(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.withoutPassages(text);

        assertThat(Said.withoutPassages(Layouts.renumbered(text, "一．", "（ 一 ）", "1、")))
                .as("一． （ 一 ） 1、")
                .isEqualTo(expected);
        assertThat(Said.withoutPassages(Layouts.renumbered(text, "一 、", "(一)", "1．")))
                .as("一 、 (一) 1．")
                .isEqualTo(expected);
    }

    /** Real documents are left out: where blanks stand between Latin and Chinese words differs in them from the start. */
    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "plan", "report"})
    void readsThroughTheNoiseOfAScanner(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        for (int i = 0; i < 8; i++) {
            assertThat(Said.by(Layouts.scanned(text, new Random(SEED + i))))
                    .as("seed %d", SEED + i)
                    .isEqualTo(expected);
        }
    }

    /** Real documents are left out: some have a traditional character of their own among simplified ones. */
    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "plan", "report"})
    void readsTraditionalCharactersAndKeepsThem(String name) throws IOException {
        String text = text(name);

        List<String> said = Said.by(Layouts.traditional(text));

        assertThat(said.stream().map(Layouts::simplified)).isEqualTo(Said.by(text));
        // no record lost its printed characters
        assertThat(said).noneMatch(record -> Layouts.simplified(record).equals(record));
    }

    /** Real documents are left out: those that print such letters themselves would not be the same any more. */
    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "plan", "report"})
    void readsDigitsThatAScannerTookForLetters(String name) throws IOException {
        String text = text(name);
        List<String> expected = Said.by(text);

        for (int i = 0; i < 8; i++) {
            assertThat(Said.by(Digits.misread(text, new Random(SEED + i))))
                    .as("seed %d", SEED + i)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"promotion-rowspan", "division-rowspan"})
    void readsTabsAsItReadsTablesOfAPage(String name) throws IOException {
        String html = layout(name + ".html");

        assertThat(Said.by(Tables.tabbed(html))).isEqualTo(Said.by(html));
    }

    /** 一是…二是… and 1.…2.… are two ways to number the parts of a text. */
    @ParameterizedTest
    @ValueSource(strings = {"cases-run-in-labels.txt"})
    void readsNumbersAsItReadsPartsThatAreCountedInWords(String name) throws IOException {
        String text = layout(name);
        List<String> expected = Said.withoutPassages(text);

        for (String form : List.of("1.", "（1）", "①")) {
            String numbered = text;
            for (int i = 0; i < 3; i++) {
                String number =
                        form.equals("①") ? String.valueOf((char) ('①' + i)) : form.replace("1", String.valueOf(i + 1));
                numbered = numbered.replace("一二三".charAt(i) + "是", number);
            }
            assertThat(Said.withoutPassages(numbered)).as(form).isEqualTo(expected);
        }
    }

    private static String layout(String name) throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "layouts", name));
    }

    private static String text(String name) throws IOException {
        boolean corpus = Character.isDigit(name.charAt(0));
        String text = corpus
                ? new String(Corpus.bytes(name), StandardCharsets.UTF_8)
                : Files.readString(Path.of("..", "samples", name + ".txt"));
        return text.replace("\r\n", "\n");
    }
}
