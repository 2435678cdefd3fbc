package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.notify.InventedSubscriptions.Asked;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.query.CaseField;
import io.casewire.text.ComparableKey;
import io.casewire.text.SearchText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/** The same subscriptions in Lucene's Monitor, over pairs of neighbouring characters, with the filter by terms that it brings. */
final class MonitorTrial implements AutoCloseable {
    private static final String TEXT = "text";
    private static final int AT_ONCE = 5_000;

    private final Monitor monitor;

    MonitorTrial() throws IOException {
        this.monitor = new Monitor(
                new KeywordAnalyzer(),
                new TermFilteredPresearcher(),
                new MonitorConfiguration().setQueryUpdateBufferSize(AT_ONCE));
    }

    void add(List<Asked> asked) throws IOException {
        List<MonitorQuery> some = new ArrayList<>();
        for (int number = 0; number < asked.size(); number++) {
            some.add(new MonitorQuery(String.valueOf(number), query(asked.get(number))));
            if (some.size() == AT_ONCE || number == asked.size() - 1) {
                monitor.register(some);
                some.clear();
            }
        }
    }

    List<Integer> matches(CaseEvent event) throws IOException {
        return monitor.match(document(event), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                .map(match -> Integer.valueOf(match.getQueryId()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }

    private static BooleanQuery query(Asked asked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (asked.domain() != null) {
            all.add(new TermQuery(new Term("domain", asked.domain().name())), Occur.FILTER);
        }
        if (asked.zone() != null) {
            all.add(new TermQuery(new Term("zone", asked.zone())), Occur.FILTER);
        }
        if (asked.unit() != null) {
            all.add(new TermQuery(new Term("unit", ComparableKey.of(asked.unit()))), Occur.FILTER);
        }
        if (asked.words() != null) {
            String line = SearchText.of(asked.words()).line();
            String[] pairs = new String[line.length() - 1];
            Arrays.setAll(pairs, at -> line.substring(at, at + 2));
            all.add(new PhraseQuery(TEXT, pairs), Occur.FILTER);
        }
        return all.build();
    }

    private static Document document(CaseEvent event) {
        CaseRecord content = event.content();
        Document document = new Document();
        content.domains().forEach(domain -> document.add(new StringField("domain", domain.name(), Field.Store.NO)));
        content.zones().forEach(zone -> document.add(new StringField("zone", zone, Field.Store.NO)));
        Stream.of(content.originUnits(), content.leadUnits(), content.supportingUnits())
                .flatMap(List::stream)
                .map(ComparableKey::of)
                .distinct()
                .forEach(unit -> document.add(new StringField("unit", unit, Field.Store.NO)));
        NGramTokenizer pairs = new NGramTokenizer(2, 2);
        pairs.setReader(new StringReader(SearchText.of(Arrays.stream(CaseField.values())
                        .map(field -> field.textOf(content, event.document()))
                        .collect(Collectors.joining("\n")))
                .line()));
        document.add(new TextField(TEXT, pairs));
        return document;
    }
}
