package io.casewire.parsing.decode;

import io.casewire.parsing.decode.Decoding.Cause;
import io.casewire.parsing.decode.Decoding.Decoded;
import io.casewire.parsing.decode.Decoding.Unreadable;
import io.casewire.parsing.decode.Flaw.Kind;
import io.casewire.text.PrivateUse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes strictly: a byte that fits no encoding is reported with its place, never passed over. Characters of private use that are
 * known become what they mean.
 */
public final class TextDecoder {
    /** Stands for what was lost. */
    static final char REPLACEMENT = '\ufffd';

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 64 * 1024;

    /** Of the characters beyond ASCII at most one in so many may be broken. */
    private static final int MIN_WHOLE = 50;

    /** More lost characters are told by their number only. */
    private static final int MAX_LOST = 100;

    private static final int MAX_PRIVATE = 20;

    private TextDecoder() {}

    /** Finds the encoding by mark, then by what fits: UTF-16 without a mark, UTF-8, GB18030. */
    public static Decoding decode(byte[] bytes) {
        for (Guess guess : guesses(bytes)) {
            String text = strictly(bytes, guess);
            if (text != null) {
                return checked(text, guess.charset(), List.of());
            }
            // before the next one: UTF-8 with a broken byte may fit GB18030 and be other text there
            Lenient lenient = Lenient.read(bytes, guess.from(), guess.charset());
            if (lenient != null) {
                return judged(lenient, guess.charset());
            }
        }
        return new Unreadable(
                Cause.UNREADABLE, "The bytes are no text in UTF-8, UTF-16 or GB18030; is it a binary file?");
    }

    /** The same judgement of text that another reader took out of its file: somebody may have decoded it wrongly before. */
    public static Decoding judge(String text) {
        return checked(text, StandardCharsets.UTF_8, List.of());
    }

    /** An encoding the bytes may be in, and where the text begins. */
    private record Guess(Charset charset, int from) {}

    private static List<Guess> guesses(byte[] bytes) {
        List<Guess> guesses = new ArrayList<>();
        Guess marked = byMark(bytes);
        if (marked != null) {
            guesses.add(marked);
        } else if (looksLikeUtf16(bytes, 1)) {
            guesses.add(new Guess(StandardCharsets.UTF_16LE, 0));
        } else if (looksLikeUtf16(bytes, 0)) {
            guesses.add(new Guess(StandardCharsets.UTF_16BE, 0));
        }
        guesses.add(new Guess(StandardCharsets.UTF_8, 0));
        guesses.add(new Guess(GB18030, 0));
        return guesses;
    }

    /** A few broken places in a text that reads well otherwise: named, and left to whoever reads the lines around them. */
    private static Decoding judged(Lenient lenient, Charset charset) {
        Flaw first = lenient.flaws().getFirst();
        Flaw last = lenient.flaws().getLast();
        if (lenient.cutOff()) {
            return new Unreadable(
                    Cause.TRUNCATED,
                    "The file ends in the middle of a character, at " + last.place()
                            + ": its end is missing; send all of it");
        }
        String whole = lenient.text().replace(String.valueOf(REPLACEMENT), "");
        Optional<String> garbled = Mojibake.reason(sample(whole));
        if (garbled.isPresent()) {
            return new Unreadable(Cause.MOJIBAKE, garbled.get());
        }
        long foreign = whole.chars().filter(c -> c > '\u007f').count();
        if (looksBinary(sample(whole)) || (long) lenient.flaws().size() * MIN_WHOLE > foreign) {
            return new Unreadable(
                    Cause.BROKEN_BYTES,
                    "As " + charset.name() + " the text is broken in "
                            + lenient.flaws().size() + " places, the first of them " + first.what() + " at "
                            + first.place());
        }
        return decoded(lenient.text(), charset, lenient.flaws());
    }

    private static Decoding checked(String text, Charset charset, List<Flaw> broken) {
        String sample = sample(text);
        if (looksBinary(sample)) {
            return new Unreadable(Cause.UNREADABLE, "The file holds binary data, not text");
        }
        Optional<String> garbled = Mojibake.reason(sample);
        return garbled.<Decoding>map(reason -> new Unreadable(Cause.MOJIBAKE, reason))
                .orElseGet(() -> decoded(text, charset, broken));
    }

    private static Decoding decoded(String text, Charset charset, List<Flaw> broken) {
        String folded = PrivateUse.folded(text);
        List<Flaw> flaws = new ArrayList<>(broken);
        if (broken.isEmpty()) {
            flaws.addAll(lost(folded));
            if (flaws.size() > MAX_LOST) {
                return new Unreadable(
                        Cause.MOJIBAKE,
                        "Mojibake: more than " + MAX_LOST
                                + " characters were lost (\ufffd) before the text came here, the" + " first at "
                                + flaws.getFirst().place());
            }
        }
        flaws.addAll(privateUse(folded));
        return new Decoded(folded, charset.name(), flaws);
    }

    private static List<Flaw> lost(String text) {
        List<Flaw> lost = new ArrayList<>();
        Places places = new Places(text);
        for (int at = text.indexOf(REPLACEMENT);
                at >= 0 && lost.size() <= MAX_LOST;
                at = text.indexOf(REPLACEMENT, at + 1)) {
            lost.add(places.flaw(Kind.LOST_CHARACTER, "U+FFFD", at, 1, -1));
        }
        return lost;
    }

    /** Each code point once, where it stands first. */
    private static List<Flaw> privateUse(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (PrivateUse.contains(text.charAt(i)) && counts.merge(text.codePointAt(i), 1, Integer::sum) == 1) {
                first.add(i);
            }
        }
        Places places = new Places(text);
        return first.stream()
                .limit(MAX_PRIVATE)
                .map(index -> {
                    int codePoint = text.codePointAt(index);
                    int count = counts.getOrDefault(codePoint, 1);
                    return places.flaw(
                            Kind.PRIVATE_USE_CHARACTER,
                            "U+%04X".formatted(codePoint) + (count == 1 ? "" : ", " + count + " times"),
                            index,
                            Character.charCount(codePoint),
                            -1);
                })
                .toList();
    }

    private static String sample(String text) {
        return text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    }

    private static boolean looksBinary(String sample) {
        int controls = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        return controls > 8 && controls * 20 > sample.length();
    }

    private static @Nullable Guess byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return new Guess(StandardCharsets.UTF_8, 3);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new Guess(StandardCharsets.UTF_16LE, 2);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new Guess(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    /** Without a mark UTF-16 shows by zero bytes, nearly all on one side of the pairs: the upper halves of ASCII. */
    private static boolean looksLikeUtf16(byte[] bytes, int zeroSide) {
        int limit = Math.min(bytes.length & ~1, SAMPLE);
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == 0) {
                if ((i & 1) == zeroSide) {
                    zeros++;
                } else {
                    others++;
                }
            }
        }
        // 一 (U+4E00) puts a zero on the other side
        return bytes.length % 2 == 0 && zeros > 0 && zeros * 200 >= limit && others * 2 <= zeros;
    }

    private static @Nullable String strictly(byte[] bytes, Guess guess) {
        String text = new String(bytes, guess.from(), bytes.length - guess.from(), guess.charset());
        // what fits no encoding was replaced; a replacement character may as well be printed there
        return text.indexOf(REPLACEMENT) < 0 || fits(bytes, guess) ? text : null;
    }

    private static boolean fits(byte[] bytes, Guess guess) {
        try {
            guess.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, guess.from(), bytes.length - guess.from()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
