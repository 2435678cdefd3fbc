package io.casewire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTests {
    private final Synonyms synonyms = new Synonyms(List.of(List.of("自贸区", "自贸试验区"), List.of("粤港澳大湾区", "大湾区")));

    @Test
    void putsOtherNamesInPlace() {
        assertThat(synonyms.variants("湖南自贸区条例")).containsExactly("湖南自贸区条例", "湖南自贸试验区条例");
    }

    @Test
    void prefersTheLongestName() {
        assertThat(synonyms.variants("粤港澳大湾区")).containsExactly("粤港澳大湾区", "大湾区");
    }

    @Test
    void asksForNoLongerNameThatHasTheTypedOneInIt() {
        assertThat(synonyms.variants("大湾区")).containsExactly("大湾区");
    }

    @Test
    void asksInAtMostEightWays() {
        List<List<String>> groups = List.of(List.of("a", "甲"), List.of("b", "乙"), List.of("c", "丙"), List.of("d", "丁"));
        assertThat(new Synonyms(groups).variants("abcd")).hasSize(8).startsWith("abcd");
    }

    @Test
    void readsTheBundledGroups() {
        assertThat(Synonyms.bundled().variants("自贸区")).contains("自贸区", "自贸试验区", "自由贸易试验区");
    }
}
