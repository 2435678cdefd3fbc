package io.casewire.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {
    @ParameterizedTest
    @ValueSource(strings = {"长沙海关", "li", "auth0|65a1", "ÅÉ co.", "𠮷野海关", "海关（长沙）驻邮局办事处", "№ 3", "①处"})
    void aNameOfOrdinaryCharactersKeepsThem(String name) {
        assertThat(Names.canonical("agency", name).codePointCount(0, name.length()))
                .isEqualTo(name.codePointCount(0, name.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "composed and decomposed|é海关|e\u0301海关",
                "compatibility ideographs|豈海关|\uF900海关",
                "widths of letters|ABC海关|ＡＢＣ海关",
                "widths of digits|第3处|第３处",
                "widths of brackets|海关(长沙)|海关（长沙）",
                "Kangxi radicals|一二海关|\u2F00二海关",
                "blanks around|长沙海关| \u3000长沙海关\u00A0",
                "blanks within|长沙 海关|长沙\u3000\u2003 海关"
            })
    void namesThatDifferInvisiblyAreOne(String what, String one, String other) {
        assertThat(Names.canonical("agency", other))
                .isEqualTo(Names.canonical("agency", one))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"长沙海关, 武汉海关", "长沙海关, 长沙 海关", "第1处, 第①处", "㎡, m2", "台海关, 臺海关", "Li, li", "Ⅳ处, IV处", "a², a2"})
    void namesThatLookDifferentAreTwo(String one, String other) {
        assertThat(Names.canonical("agency", one)).isNotEqualTo(Names.canonical("agency", other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "长沙\uFFFD关 | U+FFFD, which stands for something that was lost on the way",
                "\uFFFD\uFFFD\uFFFD\uFFFD | U+FFFD",
                "长沙\uFFFC海关 | U+FFFC",
                "长沙\u200B海关 | a character that cannot be seen, U+200B",
                "长沙\u200D海关 | U+200D",
                "\uFEFF长沙海关 | U+FEFF",
                "长沙海关\u202E | U+202E",
                "长沙\u00AD海关 | U+00AD",
                "长沙\u3164海关 | U+3164",
                "长沙\u2800海关 | U+2800",
                "葛\uDB40\uDD00城 | U+E0100",
                "长沙\uFE0F海关 | U+FE0F",
                "长沙\u2028海关 | U+2028",
                "长沙\u0007海关 | a control character, U+0007",
                "长沙\u0085海关 | a control character, U+0085",
                "长沙\uE000海关 | without a meaning that everybody shares, U+E000",
                "长沙\u0378海关 | U+0378",
                "\u2E9F海关 | a radical in the place of a character, U+2E9F"
            })
    void aNameWithWhatCannotBeSeenOrReadIsRefusedNamingIt(String name, String flaw) {
        assertThatThrownBy(() -> Names.canonical("agency", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The agency holds ")
                .hasMessageContaining(flaw);
    }

    @Test
    void halvesOfCharactersAreRefused() {
        assertThatThrownBy(() -> Names.canonical("subject", "长沙" + "\uD842"))
                .hasMessage("The subject holds half of a character, U+D842.");
        assertThatThrownBy(() -> Names.canonical("subject", "\uDFB7长沙")).hasMessageContaining("U+DFB7");
    }

    @Test
    void lengthIsCountedInCharactersOfTheOneSpelling() {
        assertThat(Names.canonical("subject", "𠮷".repeat(200))).hasSize(400);
        assertThat(Names.canonical("subject", " " + "海".repeat(200) + "\u3000")).hasSize(200);
        for (String wrong : new String[] {"", " ", "\u3000\u00A0", "海".repeat(201), "x".repeat(100_000)}) {
            assertThatThrownBy(() -> Names.canonical("subject", wrong))
                    .hasMessage("The subject must have 1 to 200 characters.");
        }
    }

    @Test
    void callersHaveTheOneSpelling() {
        Caller caller = new Caller(" ｌi\u3000", Set.of(Role.AGENCY), null, "\u3000海关（长沙）");
        assertThat(caller).isEqualTo(new Caller("li", Set.of(Role.AGENCY), null, "海关(长沙)"));
    }
}
