package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TextPageTests {
    @Test
    void everyLineUpToTheLastOpensAPlace() throws IOException {
        Document page = page("""
                {"text":"标题","lines":[2,2]}
                {"text":"一段，两行","lines":[5,7]}
                {"text":"表头","lines":[9,9]}
                {"text":"甲\\t乙","lines":[9,9]}
                {"text":"末行","lines":[12,12],"place":"page 3"}
                """);
        IntStream.rangeClosed(1, 12)
                .forEach(line ->
                        assertThat(page.select("#L" + line)).as("line " + line).hasSize(1));
        assertThat(textAt(page, 2)).isEqualTo("2标题");
        assertThat(textAt(page, 6)).isEqualTo("5–7一段，两行");
        // nothing was kept of line 8: what follows
        assertThat(textAt(page, 8)).isEqualTo("9表头");
        assertThat(textAt(page, 12)).isEqualTo("12 page 3末行");
    }

    @Test
    void aTextThatGoesBackGivesNoLineTwoPlaces() throws IOException {
        Document page = page("{\"text\":\"后\",\"lines\":[10,11]}\n{\"text\":\"前\",\"lines\":[3,4]}\n");
        IntStream.rangeClosed(1, 11)
                .forEach(line ->
                        assertThat(page.select("#L" + line)).as("line " + line).hasSize(1));
    }

    @Test
    void theWordsOfADocumentAreNeverMarkup() throws IOException {
        Document page = page("{\"text\":\"<script>alert(1)</script><b>粗</b>\",\"lines\":[1,1],\"place\":\"<i>\"}\n");
        assertThat(page.select("script, b, i")).isEmpty();
        assertThat(textAt(page, 1)).isEqualTo("1 <i><script>alert(1)</script><b>粗</b>");
        assertThat(page.title()).isEqualTo("名称<x>.txt");
    }

    private static String textAt(Document page, int line) {
        Element place = Objects.requireNonNull(page.selectFirst("#L" + line));
        return Objects.requireNonNull(place.closest("p")).text();
    }

    private static Document page(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextPage.copy(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "名称<x>.txt", out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }
}
