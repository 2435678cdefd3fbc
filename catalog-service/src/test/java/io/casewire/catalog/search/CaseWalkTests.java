package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseWalkTests {
    private static final int CASES = 4_500;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CaseIndex index;
    private final CaseSearch search;

    CaseWalkTests(@TempDir Path directory) throws IOException {
        index = CaseIndex.open(directory, "store", new CaseAnalyzer());
        search = new CaseSearch(() -> index, new TextQueries(Synonyms.bundled()));
        for (int i = 0; i < CASES; i++) {
            put("walk" + i, i);
        }
        index.refresh(LONG);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "通关 便利")
    void aWalkTellsWhatThePagesShowInTheirOrder(@Nullable String text) {
        QueryText asked = text == null ? null : QueryText.parse(text);
        List<String> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            CaseSearch.Page page = search.page(new CaseQuery(asked, Map.of(), 900, cursor));
            pages.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null);

        assertThat(walked(asked)).hasSize(CASES).isEqualTo(pages);
    }

    @Test
    void whatComesWhileItIsWalkedDoesNotDisturbIt() {
        AtomicInteger told = new AtomicInteger();
        List<String> ids = new ArrayList<>();
        search.walk(CaseQuery.newest(1), part -> {
            ids.addAll(part);
            try {
                put("late" + told.incrementAndGet(), CASES);
                index.refresh(LONG);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(told.get()).isGreaterThan(1);
        assertThat(ids).hasSize(CASES).doesNotHaveDuplicates();
    }

    private List<String> walked(@Nullable QueryText text) {
        List<String> ids = new ArrayList<>();
        search.walk(new CaseQuery(text, Map.of(), 1, null), ids::addAll);
        return ids;
    }

    private void put(String name, int number) throws IOException {
        index.put(CaseDraft.of(name, "通关便利化" + number % 97).stored(1, CaseDraft.MORNING.plusSeconds(number / 3)));
    }
}
