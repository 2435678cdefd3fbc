package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoptions;
import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.lineage.Lineages;
import io.casewire.catalog.record.Records;
import io.casewire.query.Synonyms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts search together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class SearchBeans {
    @Bean
    Analyzer caseAnalyzer() {
        return new CaseAnalyzer();
    }

    @Bean
    TextQueries textQueries() {
        return new TextQueries(Synonyms.bundled(), RelatedWords.bundled());
    }

    @Bean
    IndexFollower caseFollower(Cases cases, Adoptions adoptions, IndexSettings settings, Analyzer analyzer) {
        return new IndexFollower(IndexSource.of(cases, adoptions), settings.directory(), settings, analyzer);
    }

    @Bean
    IndexFollower recordFollower(Records records, IndexSettings settings, Analyzer analyzer) {
        return new IndexFollower(IndexSource.of(records), settings.recordsDirectory(), settings, analyzer);
    }

    @Bean
    StoreWatch storeWatch(
            @Qualifier("caseFollower") IndexFollower cases, @Qualifier("recordFollower") IndexFollower records) {
        return new StoreWatch(cases, records);
    }

    @Bean
    MeterBinder indexMeters(List<IndexFollower> followers) {
        return meters -> Gauge.builder("casewire.catalog.index.pending", followers, all -> all.stream()
                        .mapToInt(IndexFollower::pending)
                        .sum())
                .description("stored cases and records that cannot be found yet")
                .register(meters);
    }

    @Bean
    Ranking ranking(TextQueries texts) {
        return new Ranking(texts, RankingWeights.standard());
    }

    @Bean
    Retellings retellings(Lineages lineages) {
        return new LinkedTellings(lineages, new SameTitle());
    }

    @Bean
    CaseSearch caseSearch(@Qualifier("caseFollower") IndexFollower follower, Ranking ranking, Retellings retellings) {
        return new CaseSearch(follower::index, ranking, retellings);
    }

    @Bean
    CaseResults caseResults(CaseSearch search, Cases cases) {
        return new CaseResults(search, cases);
    }

    @Bean
    RelatedCases relatedCases(
            @Qualifier("caseFollower") IndexFollower follower, Analyzer analyzer, Retellings retellings) {
        return new RelatedCases(follower::index, analyzer, retellings);
    }

    @Bean
    Highlights highlights(TextQueries texts, Analyzer analyzer) {
        return new Highlights(new Marking(texts), analyzer);
    }

    @Bean
    EverythingSearch everythingSearch(
            @Qualifier("caseFollower") IndexFollower cases,
            @Qualifier("recordFollower") IndexFollower records,
            Ranking ranking) {
        return new EverythingSearch(cases::index, records::index, ranking);
    }

    /** Readiness: {@code index}. */
    @Bean
    HealthIndicator indexHealthIndicator(List<IndexFollower> followers) {
        return new IndexHealth(followers);
    }

    /** Liveness: {@code indexing}; down when its thread died, which only a restart fixes. */
    @Bean
    HealthIndicator indexingHealthIndicator(List<IndexFollower> followers) {
        return () -> (followers.stream().allMatch(IndexFollower::isAlive) ? Health.up() : Health.down()).build();
    }
}
