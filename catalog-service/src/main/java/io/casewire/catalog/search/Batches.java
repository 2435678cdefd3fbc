package io.casewire.catalog.search;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.text.ComparableText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Batches (批次) as documents count them: 第七批. */
final class Batches {
    private static final Pattern PRINTED = Pattern.compile("第([一二三四五六七八九十]{1,3}|[0-9]{1,2})批");
    private static final Pattern GIVEN = Pattern.compile("第?([一二三四五六七八九十]{1,3}|[0-9]{1,2})批?");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int TEN = 10;

    private Batches() {}

    /** The batch of a case; null where nothing names one. */
    static @Nullable String of(StoredCase stored) {
        Promotion promotion = stored.content().promotion();
        PolicyDocument instrument = promotion == null ? null : promotion.instrument();
        return Stream.of(
                        Optional.ofNullable(instrument).map(PolicyDocument::title),
                        Optional.of(String.join("\n", stored.content().path().reversed())),
                        Optional.ofNullable(stored.document().title()))
                .flatMap(Optional::stream)
                .map(Batches::in)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The batch of that name, 第七批, 七 or 7; empty for anything else. */
    static Optional<String> named(String given) {
        Matcher named = GIVEN.matcher(ComparableText.of(given).text());
        return named.matches() ? Optional.of(spelled(named.group(1))) : Optional.empty();
    }

    private static Optional<String> in(String text) {
        Matcher printed = PRINTED.matcher(text);
        return printed.find() ? Optional.of(spelled(printed.group(1))) : Optional.empty();
    }

    private static String spelled(String number) {
        if (!Character.isDigit(number.charAt(0))) {
            return "第" + number + "批";
        }
        int value = Integer.parseInt(number);
        String tens = value < TEN ? "" : value < 2 * TEN ? "十" : DIGITS.charAt(value / TEN) + "十";
        String ones = value % TEN == 0 && value > 0 ? "" : String.valueOf(DIGITS.charAt(value % TEN));
        return "第" + tens + ones + "批";
    }
}
