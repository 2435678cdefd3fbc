package io.casewire.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.ParsedRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document looks like must not change what it says. */
class MetamorphicTests {
    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "report", "000", "002", "01", "02"})
    void readsTheSameInEveryEncoding(String name) throws IOException {
        String text = text(name);
        List<String> expected = records(text.getBytes(StandardCharsets.UTF_8));

        assertThat(records(text.getBytes(Charset.forName("GB18030"))))
                .as("GB18030")
                .isEqualTo(expected);
        assertThat(records(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                .as("UTF-16")
                .isEqualTo(expected);
        assertThat(records(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .as("CRLF")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "case-studies", "000", "002", "01", "02"})
    void readsTheSameInEveryWidth(String name) throws IOException {
        String text = text(name);
        String narrow = text.replace('，', ',')
                .replace('；', ';')
                .replace('：', ':')
                .replace('？', '?')
                .replace('！', '!')
                .replace('（', '(')
                .replace('）', ')');

        assertThat(records(narrow)).isEqualTo(records(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "000", "002", "01", "02"})
    void readsTheSameWithPageNumbersBetween(String name) throws IOException {
        String text = text(name);

        assertThat(records(paginated(text))).isEqualTo(records(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "best-practices", "000", "002", "01", "02"})
    void readsTheSameAsAWebPage(String name) throws IOException {
        String text = text(name);

        assertThat(records(html(text))).isEqualTo(records(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "02", "06"})
    void readsTheSameWhenWrapped(String name) throws IOException {
        String text = text(name);

        assertThat(records(wrapped(text, 80))).isEqualTo(records(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement-table", "000", "02"})
    void readsTheSameWithoutTags(String name) throws IOException {
        String text = text(name);

        assertThat(records(text.replace("<p>", "")
                        .replace("</p>", "")
                        .replace("<b>", "")
                        .replace("</b>", "")))
                .isEqualTo(records(text));
    }

    private static String text(String name) throws IOException {
        boolean corpus = Character.isDigit(name.charAt(0));
        return corpus
                ? new String(Corpus.bytes(name), StandardCharsets.UTF_8)
                : Files.readString(Path.of("..", "samples", name + ".txt"));
    }

    private static List<String> records(String text) {
        return records(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything a record says except where it stands and what the file printed before repair. */
    private static List<String> records(byte[] bytes) {
        List<String> records = new ArrayList<>();
        for (ParsedRecord record :
                new DocumentParser().parse(bytes, "variant.txt").records()) {
            records.add(
                    record instanceof CaseRecord found
                            ? String.join(
                                    "|",
                                    found.id().value(),
                                    String.valueOf(found.number()),
                                    found.title(),
                                    String.valueOf(found.category()),
                                    found.zones() + "" + found.areas() + found.originUnits() + found.leadUnits(),
                                    String.valueOf(found.background()),
                                    String.valueOf(found.summary()),
                                    String.valueOf(found.practice()),
                                    String.valueOf(found.effects()),
                                    String.valueOf(found.promotion()),
                                    String.valueOf(found.originality()))
                            : record.toString().replaceAll("LineRange\\[[^\\]]*\\]", ""));
        }
        return records;
    }

    private static String paginated(String text) {
        StringBuilder out = new StringBuilder();
        String[] lines = text.split("\n", -1);
        int page = 1;
        for (int i = 0; i < lines.length; i++) {
            out.append(lines[i]).append('\n');
            if (i % 20 == 19 && i + 1 < lines.length && (lines[i].isBlank() || lines[i + 1].isBlank())) {
                out.append("\n- ").append(page++).append(" -\n\n");
            }
        }
        return out.toString();
    }

    private static String html(String text) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html><html><head><title>x</title></head><body>\n");
        out.append("<div class=\"nav\">首页 &gt; 政务公开</div>\n");
        boolean table = false;
        for (String line : text.split("\n", -1)) {
            boolean row = line.indexOf('\t') >= 0;
            if (row && !table) {
                out.append("<table>\n");
            } else if (!row && table && !line.isBlank()) {
                out.append("</table>\n");
            }
            table = row || (table && line.isBlank());
            if (row) {
                out.append("<tr>");
                for (String cell : line.split("\t", -1)) {
                    out.append("<td>").append(cell).append("</td>");
                }
                out.append("</tr>\n");
            } else if (!line.isBlank()) {
                int level = 0;
                while (level < line.length() && line.charAt(level) == '#') {
                    level++;
                }
                String tag = level > 0 ? "h" + level : "p";
                out.append('<')
                        .append(tag)
                        .append('>')
                        .append(line.substring(level).strip());
                out.append("</").append(tag).append(">\n");
            }
        }
        return out.append(table ? "</table>" : "")
                .append("<div class=\"footer\">版权所有</div></body></html>")
                .toString();
    }

    private static String wrapped(String text, int width) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int column = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                int columns = c < '\u0080' ? 1 : 2;
                if (column + columns > width && c != '\t') {
                    out.append('\n');
                    column = 0;
                }
                out.append(c);
                column += columns;
            }
            out.append('\n');
        }
        return out.toString();
    }
}
