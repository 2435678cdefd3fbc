package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class CaseWalkTests {
    private static final int CASES = 4_500;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final CaseIndex index;
    private final CaseSearch search;

    CaseWalkTests(@TempDir Path directory) throws IOException {
        index = CaseIndex.open(directory, "store", new CaseAnalyzer());
        search = new CaseSearch(() -> index, Ranking.standard(), new SameTitle());
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
        List<String> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            CaseSearch.Page page = search.page(query(text, cursor));
            pages.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null);

        assertThat(walked(text)).hasSize(CASES).isEqualTo(pages);
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

    private List<String> walked(@Nullable String text) {
        List<String> ids = new ArrayList<>();
        search.walk(query(text, null), ids::addAll);
        return ids;
    }

    private static CaseQuery query(@Nullable String text, @Nullable String cursor) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("size", "100");
        parameters.add("fold", "false");
        if (text != null) {
            parameters.add("q", text);
        }
        if (cursor != null) {
            parameters.add("cursor", cursor);
        }
        return CaseQuery.of(parameters);
    }

    private void put(String name, int number) throws IOException {
        index.put(CaseDraft.of(name, "通关便利化" + number % 97).stored(1, CaseDraft.MORNING.plusSeconds(number / 3)));
    }
}
