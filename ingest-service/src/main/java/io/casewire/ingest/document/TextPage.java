package io.casewire.ingest.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.wire.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A document's text as a page on which every line of the original has its place: {@code #L23} opens where line 23 went, or, if
 * nothing of it was kept, what follows it. The text is a stranger's: all of it is escaped, and the page may run nothing.
 */
final class TextPage {
    private static final String STYLE = """
            body { margin: 2rem auto; max-width: 48rem; padding: 0 1rem; font-family: sans-serif; line-height: 1.7; color: #1c2733; }
            p { margin: 0 0 .6rem 4.5rem; white-space: pre-wrap; scroll-margin-top: 30vh; }
            p a { float: left; width: 4rem; margin-left: -4.5rem; color: #7b8896; font-size: .8rem; text-decoration: none; }
            p:target, p:has(:target) { background: #fff3c4; }
            """;

    /** Value of the header {@code Content-Security-Policy}: its own style and nothing else. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest() + "'; frame-ancestors 'none'";

    private final Writer out;
    private final BitSet anchored = new BitSet();

    private TextPage(Writer out) {
        this.out = out;
    }

    /** A stretch of text as it was kept. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Stretch(
            String text, LineRange lines, @Nullable String place) {}

    /** Copies lines of JSON as a page of that title. */
    static void copy(InputStream lines, String title, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new TextPage(writer).write(lines, title);
        writer.flush();
    }

    private void write(InputStream lines, String title) throws IOException {
        out.write("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(title) + "</title><style>"
                + STYLE + "</style></head><body><main>\n<h1>" + escaped(title) + "</h1>\n");
        try (BufferedReader read = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = read.readLine(); line != null; line = read.readLine()) {
                write(WireJson.mapper().readValue(line, Stretch.class));
            }
        }
        out.write("</main></body></html>\n");
    }

    private void write(Stretch stretch) throws IOException {
        int first = stretch.lines().first();
        int last = stretch.lines().last();
        out.write("<p");
        if (!anchored.get(first)) {
            out.write(" id=\"L" + first + "\"");
            anchored.set(first);
        }
        out.write(">");
        anchors(first, last);
        String place = stretch.place() == null ? "" : " " + stretch.place();
        out.write("<a href=\"#L" + first + "\">" + (first == last ? "" + first : first + "–" + last) + escaped(place)
                + "</a>" + escaped(stretch.text()) + "</p>\n");
    }

    /** Of the lines that have none yet: those before, of which nothing was kept, and the others of this stretch. */
    private void anchors(int first, int last) throws IOException {
        int before = anchored.previousClearBit(first);
        int from = before < 1 ? first : anchored.previousSetBit(before) + 1;
        for (int line = Math.max(1, from); line <= last; line++) {
            if (!anchored.get(line)) {
                out.write("<span id=\"L" + line + "\"></span>");
                anchored.set(line);
            }
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
