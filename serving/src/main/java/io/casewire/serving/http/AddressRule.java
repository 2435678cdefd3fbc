package io.casewire.serving.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What an address may hold: of ASCII what RFC 3986 lets stand in a path or query, everything else percent-encoded in UTF-8; no
 * NUL; not more characters than the limit. Read in one pass, so that its length costs neither stack nor patience.
 */
final class AddressRule {
    /** Said of a character that may not stand as it is; the connector refuses these before anybody else sees them. */
    static final Refusal UNESCAPED = invalid("The address holds a character that may not stand in it as it is. "
            + "ASCII letters and digits and -._~!$&'()*+,;=:@/? may; everything else is percent-encoded in UTF-8: "
            + "通关 as %E9%80%9A%E5%85%B3, [ as %5B, { as %7B, | as %7C. With curl: -G --data-urlencode 'q=通关'.");

    private static final String PUNCTUATION = "-._~!$&'()*+,;=:@/?%";

    private final int max;

    /** @param max characters of path and query together */
    AddressRule(int max) {
        this.max = max;
    }

    /**
     * What is wrong with an address; empty if nothing is.
     *
     * @param path as it was sent
     * @param query as it was sent, without the question mark; null where there is none
     */
    Optional<Refusal> refusal(String path, @Nullable String query) {
        int length = path.length() + (query == null ? 0 : 1 + query.length());
        if (length > max) {
            return Optional.of(tooLong());
        }
        return wrong(query == null ? path : path + '?' + query);
    }

    Refusal tooLong() {
        return new Refusal(
                HttpStatus.URI_TOO_LONG,
                "address-too-long",
                "An address has at most " + max + " characters, counted percent-encoded.");
    }

    private static Optional<Refusal> wrong(String address) {
        ByteBuffer decoded = ByteBuffer.allocate(address.length());
        int[] places = new int[address.length()];
        for (int at = 0; at < address.length(); at++) {
            char c = address.charAt(at);
            if (!mayStand(c)) {
                return Optional.of(UNESCAPED);
            }
            places[decoded.position()] = at + 1;
            if (c != '%') {
                decoded.put((byte) c);
            } else if (isEscape(address, at)) {
                byte octet = (byte) HexFormat.fromHexDigits(address, at + 1, at + 3);
                if (octet == 0) {
                    return Optional.of(
                            invalid("The address holds the character NUL (%00), at character " + (at + 1) + '.'));
                }
                decoded.put(octet);
                at += 2;
            } else {
                return Optional.of(
                        invalid("The address has a % that two hexadecimal digits do not follow, at character "
                                + (at + 1) + ". The sign itself is written %25."));
            }
        }
        return notUtf8(decoded.flip())
                .map(index -> invalid("The address is not UTF-8 where it is percent-encoded, at character "
                        + places[index] + ". Text is written in UTF-8: 通关 as %E9%80%9A%E5%85%B3."));
    }

    private static boolean mayStand(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isEscape(String address, int at) {
        return at + 2 < address.length()
                && HexFormat.isHexDigit(address.charAt(at + 1))
                && HexFormat.isHexDigit(address.charAt(at + 2));
    }

    /** Index of the first octet that belongs to no character; empty where there is none. */
    private static Optional<Integer> notUtf8(ByteBuffer octets) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(octets, CharBuffer.allocate(octets.remaining()), true);
        return result.isError() ? Optional.of(octets.position()) : Optional.empty();
    }

    private static Refusal invalid(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "invalid-address", detail);
    }
}
