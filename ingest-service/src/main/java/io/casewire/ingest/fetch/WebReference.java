package io.casewire.ingest.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References as pages and hosts write them, made addresses as browsers would (RFC 3986, section 5, and what comes in practice). */
public final class WebReference {
    private static final int MAX_LENGTH = 2000;
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("((?i:https?):)?//([^/?]*)(.*)", Pattern.DOTALL);
    private static final Pattern ABOVE = Pattern.compile("^(https?://[^/?]*)(?:/\\.\\.)+(?=[/?]|$)");
    private static final String ENCODED = "\"<>[\\]^`{|}";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private WebReference() {}

    /**
     * The address that a reference on a page stands for, without its fragment; empty where it is none that is asked by http.
     *
     * @param page where it stands
     */
    public static Optional<String> absolute(URI page, String reference) {
        String written = withoutFragment(reference.replaceAll("[\\t\\n\\r]", "").strip());
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher authority = AUTHORITY.matcher(written);
        if (authority.matches()) {
            String scheme = authority.group(1) == null ? page.getScheme() + ":" : authority.group(1);
            return Optional.of(scheme + "//" + authority.group(2) + encoded(authority.group(3)));
        }
        if (SCHEME.matcher(written).matches()) {
            return Optional.empty();
        }
        return resolved(page, encoded(written));
    }

    private static Optional<String> resolved(URI page, String reference) {
        try {
            String address = page.toString();
            if (reference.isEmpty() || reference.startsWith("?")) {
                // which java.net.URI takes for the folder's
                int query = address.indexOf('?');
                String path = query < 0 ? address : address.substring(0, query);
                return Optional.of(reference.isEmpty() ? address : path + reference);
            }
            return Optional.of(ABOVE.matcher(page.resolve(reference).toString()).replaceFirst("$1"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutFragment(String reference) {
        int fragment = reference.indexOf('#');
        return fragment < 0 ? reference : reference.substring(0, fragment);
    }

    /** What browsers encode, and percent signs that encode nothing. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean stray = c == '%' && !isEncoded(text, i);
            if (stray || c <= ' ' || c >= 0x7f || ENCODED.indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(b));
                }
            } else {
                encoded.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }
}
