package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralPrefixTests {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    ^abc;abc
                    ^abc/;abc/
                    ^abc.*;abc
                    ^ab\\.c;ab.c
                    ^abc*;ab
                    ^abc?;ab
                    ^abc{2};ab
                    ^abc+;abc
                    ^\\Qa.c\\E/;a.c/
                    ^\\Qa.c;a.c
                    ^通关\\d;通关
                    """)
    void tellsWhatEveryMatchBeginsWith(String pattern, String prefix) {
        assertThat(LiteralPrefix.of(new BsonRegularExpression(pattern, ""))).contains(prefix);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    abc;''
                    ^;''
                    ^a*;''
                    ^𠮷?;''
                    ^abc|x;''
                    ^(abc);''
                    ^[a];''
                    ^\\d;''
                    ^abc;i
                    ^abc;m
                    """)
    void tellsNothingWhereAMatchMayBeginOtherwise(String pattern, String options) {
        assertThat(LiteralPrefix.of(new BsonRegularExpression(pattern, options)))
                .isEmpty();
    }
}
