package io.casewire.parsing.field.numeral;

import java.math.BigDecimal;

/**
 * A number found in a text.
 *
 * @param mantissa the number before its trailing multiplier: 1.2 for {@code 1.2万}, 120 for {@code 一百二十万}
 * @param scale the trailing multiplier as printed ({@code 万}, {@code 亿}, {@code 百万}); empty where there is none
 * @param more whether 余, 多 or 几 says that it is more than this
 * @param chinese whether it was written in Chinese numerals
 * @param start index of its first character
 * @param end index after its last character
 */
public record Numeral(BigDecimal mantissa, String scale, boolean more, boolean chinese, int start, int end) {

    /** The whole number, multiplier included: 12000 for {@code 1.2万}. */
    public BigDecimal value() {
        BigDecimal value = mantissa;
        for (int i = 0; i < scale.length(); i++) {
            value = value.multiply(BigDecimal.valueOf(ChineseDigits.multiplier(scale.charAt(i))));
        }
        return value;
    }
}
