package io.casewire.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and addresses in headers, where Chinese comes as raw bytes, percent-encoded, or as mail would have it. */
final class WebText {
    private static final int MAX_DISPOSITION = 4000;
    /** Of UTF-8; Han lies beyond it. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** RFC 6266, with a character set (RFC 8187). */
    private static final Pattern EXTENDED =
            Pattern.compile("(?i)(?:^|[;\\s])filename\\*\\s*=\\s*\"?([a-z0-9_:.-]+)'[^']*'([^;\\s\"]+)");

    private static final Pattern PLAIN =
            Pattern.compile("(?i)(?:^|[;\\s])filename\\s*=\\s*(?:\"([^\"]*)\"?|([^;\"]+))");
    /** RFC 2047, which does not belong here and comes all the same. */
    private static final Pattern MAIL = Pattern.compile("(?i)=\\?([a-z0-9_:.-]+)\\?B\\?([a-z0-9+/=]+)\\?=");

    private WebText() {}

    /** A header's text: its bytes are UTF-8, else GB18030, where they are no ASCII. */
    static String decoded(String header) {
        if (header.chars().noneMatch(c -> c >= 0x80) || header.chars().anyMatch(c -> c > 0xff)) {
            return header;
        }
        return text(header.getBytes(StandardCharsets.ISO_8859_1)).orElse(header);
    }

    /** What a file is called: by its host, else by its address. */
    static String name(@Nullable String disposition, URI address) {
        return disposition == null || disposition.length() > MAX_DISPOSITION
                ? name(address)
                : told(disposition).filter(name -> !name.isBlank()).orElseGet(() -> name(address));
    }

    private static String name(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String last = percentDecoded(path.substring(path.lastIndexOf('/') + 1));
        return last.isBlank() ? address.getRawAuthority().replace(':', '_') + ".html" : last;
    }

    private static Optional<String> told(String disposition) {
        Matcher extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            Optional<String> name =
                    charset(extended.group(1)).flatMap(charset -> strictly(bytes(extended.group(2)), charset));
            if (name.isPresent()) {
                return name;
            }
        }
        Matcher plain = PLAIN.matcher(disposition);
        if (!plain.find()) {
            return Optional.empty();
        }
        String written = plain.group(1) == null ? plain.group(2) : plain.group(1);
        return Optional.of(percentDecoded(fromMail(decoded(written.strip()))));
    }

    private static String fromMail(String text) {
        Matcher mail = MAIL.matcher(text);
        if (!mail.matches()) {
            return text;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(mail.group(2));
            return charset(mail.group(1))
                    .flatMap(charset -> strictly(bytes, charset))
                    .orElse(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The text where its bytes are one in either of the two encodings in use; else as it is. */
    private static String percentDecoded(String text) {
        return text.indexOf('%') < 0 ? text : text(bytes(text)).orElse(text);
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); ) {
            int c = encoded.codePointAt(i);
            if (c == '%'
                    && i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(i + 1))
                    && HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 3;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return bytes.toByteArray();
    }

    /** Short texts in GB18030 can be UTF-8 by chance, and are then of no script that is in use here. */
    private static Optional<String> text(byte[] bytes) {
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        boolean byChance =
                utf8.isPresent() && !isAscii(utf8.get()) && utf8.get().chars().allMatch(c -> c < FIRST_OF_THREE_BYTES);
        return byChance
                ? strictly(bytes, GB18030).filter(WebText::hasHan).or(() -> utf8)
                : utf8.or(() -> strictly(bytes, GB18030));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
