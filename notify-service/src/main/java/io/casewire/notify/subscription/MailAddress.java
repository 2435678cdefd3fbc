package io.casewire.notify.subscription;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One address of mail in the form it is sent to (RFC 5321): no name beside it, no comment, no quotes, nothing a header could be
 * broken with.
 *
 * @param value local part as written, {@code @}, domain in lower-case ASCII
 */
public record MailAddress(String value) {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /**
     * Reads an address; its domain may be in any script.
     *
     * @throws IllegalArgumentException with a sentence fit for who named it
     */
    public static MailAddress parse(String text) {
        require(text.length() <= MAX_LENGTH, "An address of mail has at most " + MAX_LENGTH + " characters.");
        int at = text.lastIndexOf('@');
        require(at > 0, "An address of mail is name@domain.");
        String local = text.substring(0, at);
        require(
                local.length() <= MAX_LOCAL_LENGTH && LOCAL.matcher(local).matches(),
                "What stands before the @ of an address is at most 64 letters, digits and signs of ASCII, without quotes and"
                        + " blanks.");
        String domain = ascii(text.substring(at + 1));
        require(
                domain.length() <= MAX_LENGTH - at - 1 && DOMAIN.matcher(domain).matches() && domain.indexOf('.') > 0,
                "What stands behind the @ of an address is a domain, such as example.gov.cn.");
        return new MailAddress(local + '@' + domain);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
