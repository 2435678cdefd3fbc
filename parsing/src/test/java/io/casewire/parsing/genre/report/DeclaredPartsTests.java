package io.casewire.parsing.genre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.contracts.parsed.LineRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredPartsTests {
    @Test
    void theTablesBelowAHeadingTogetherHoldWhatItDeclares() {
        DeclaredParts parts = new DeclaredParts();
        parts.add(List.of("推广的5项创新成果", "贸易便利"), 2, new LineRange(10, 12));
        parts.add(List.of("推广的5项创新成果", "金融服务"), 3, new LineRange(20, 23));
        parts.add(List.of("另行推广的2项创新成果"), 1, new LineRange(30, 31));

        assertThat(parts.diagnostics())
                .extracting(DiagnosticRecord::code, DiagnosticRecord::message, DiagnosticRecord::lines)
                .containsExactly(
                        tuple("DECLARED_COUNT_MET", "'推广的5项创新成果' declares 5; all were found", new LineRange(10, 23)),
                        tuple(
                                "DECLARED_COUNT_MISMATCH",
                                "'另行推广的2项创新成果' declares 2, 1 were found",
                                new LineRange(30, 31)));
    }

    @Test
    void aHeadingThatDeclaresNothingIsNotCompared() {
        DeclaredParts parts = new DeclaredParts();
        parts.add(List.of("贸易便利"), 2, new LineRange(10, 12));

        assertThat(parts.diagnostics()).isEmpty();
    }
}
