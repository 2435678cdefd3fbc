package io.casewire.extraction.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters of the symbol fonts, which have codes of their own: ticked boxes, circled numbers, bullets, mathematical signs. */
public final class Symbols {
    private static final int PRIVATE_USE = 0xF000;

    private static final Map<String, Map<Integer, String>> FONTS = Map.of(
            "wingdings", wingdings(),
            "wingdings 2", wingdings2(),
            "symbol", symbol());

    private Symbols() {}

    /** Whether a character may be one of a symbol font, written by its code there. */
    public static boolean isCode(char character) {
        return character >= PRIVATE_USE + 0x20 && character <= PRIVATE_USE + 0xFF;
    }

    /**
     * What a symbol looks like.
     *
     * @param font its name
     * @param code in the font, with or without the beginning of the private use area, U+F000
     * @return null for a symbol or a font that is not known
     */
    public static @Nullable String in(String font, int code) {
        Map<Integer, String> symbols = FONTS.get(font.strip().toLowerCase(Locale.ROOT));
        return symbols == null ? null : symbols.get(code & 0xFF);
    }

    /** The same without a font: what most of them show at the code. */
    public static String bullet(String font, int code) {
        String symbol = in(font, code);
        return symbol == null ? "•" : symbol;
    }

    private static Map<Integer, String> wingdings() {
        Map<Integer, String> symbols = new HashMap<>();
        series(symbols, 0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿");
        series(symbols, 0x6C, "●");
        series(symbols, 0x6E, "■□");
        series(symbols, 0x74, "◆◆");
        series(symbols, 0x76, "❖");
        series(symbols, 0x9F, "•");
        series(symbols, 0xA1, "○");
        series(symbols, 0xA7, "▪□");
        series(symbols, 0xAB, "★");
        series(symbols, 0xD8, "➢");
        series(symbols, 0xDF, "←→↑↓");
        series(symbols, 0xE8, "➔");
        series(symbols, 0xF0, "⇨");
        series(symbols, 0xFB, "✗✓☒☑");
        return symbols;
    }

    private static Map<Integer, String> wingdings2() {
        Map<Integer, String> symbols = new HashMap<>();
        series(symbols, 0x4F, "✗✓☒☑☒☒");
        series(symbols, 0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿");
        series(symbols, 0x97, "●");
        series(symbols, 0xA2, "■□");
        return symbols;
    }

    private static Map<Integer, String> symbol() {
        Map<Integer, String> symbols = new HashMap<>();
        for (int ascii = 0x20; ascii < 0x40; ascii++) {
            symbols.put(ascii, Character.toString(ascii));
        }
        symbols.put(0x2D, "−");
        symbols.put(0x2A, "∗");
        symbols.put(0x5B, "[");
        symbols.put(0x5D, "]");
        symbols.put(0x7C, "|");
        series(symbols, 0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ");
        series(symbols, 0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ");
        series(symbols, 0xA2, "′≤⁄∞");
        series(symbols, 0xAB, "↔←↑→↓°±″≥×∝∂•÷≠≡≈…");
        series(symbols, 0xC5, "⊕");
        series(symbols, 0xCE, "∈∉");
        series(symbols, 0xD5, "∏√⋅¬");
        series(symbols, 0xE5, "∑");
        return symbols;
    }

    private static void series(Map<Integer, String> symbols, int first, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            symbols.put(first + i, characters.substring(i, i + 1));
        }
    }
}
