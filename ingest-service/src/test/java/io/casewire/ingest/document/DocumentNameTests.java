package io.casewire.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNameTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "国函〔2023〕56号.txt, 国函〔2023〕56号.txt",
                "C:\\Users\\x\\a.txt, a.txt",
                "../../etc/passwd, passwd",
                "'', document.txt",
                "null, document.txt",
                ".., document.txt",
                "folder/, document.txt"
            })
    void keepsTheLastPartOfAPath(String given, String kept) {
        assertThat(DocumentName.of(given)).isEqualTo(kept);
    }

    @Test
    void dropsCharactersThatCannotBeSeen() {
        assertThat(DocumentName.of("a\r\nX-Evil: 1\u202etxt.exe")).isEqualTo("aX-Evil: 1txt.exe");
    }

    @Test
    void cutsLongNamesBetweenCharacters() {
        assertThat(DocumentName.of("a".repeat(199) + "𠀀".repeat(5))).isEqualTo("a".repeat(199));
    }
}
