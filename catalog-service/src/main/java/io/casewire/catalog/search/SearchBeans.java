package io.casewire.catalog.search;

import io.casewire.catalog.casefile.Cases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.lucene.analysis.Analyzer;
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
    IndexFollower indexFollower(Cases cases, IndexSettings settings, Analyzer analyzer) {
        return new IndexFollower(cases, settings, analyzer);
    }

    @Bean
    MeterBinder indexMeters(IndexFollower follower) {
        return meters -> Gauge.builder("casewire.catalog.index.pending", follower, IndexFollower::pending)
                .description("stored cases that cannot be found yet")
                .register(meters);
    }

    @Bean
    CaseSearch caseSearch(IndexFollower follower, TextQueries texts) {
        return new CaseSearch(
                follower::index, new Ranking(texts, RankingWeights.standard()), new SameTitle());
    }

    @Bean
    Highlights highlights(TextQueries texts, Analyzer analyzer) {
        return new Highlights(new Marking(texts), analyzer);
    }

    @Bean
    LeftOut leftOut(TextQueries texts) {
        return new LeftOut(texts);
    }

    /** Readiness: {@code index}. */
    @Bean
    HealthIndicator indexHealthIndicator(IndexFollower follower) {
        return new IndexHealth(follower);
    }

    /** Liveness: {@code indexing}; down when its thread died, which only a restart fixes. */
    @Bean
    HealthIndicator indexingHealthIndicator(IndexFollower follower) {
        return () -> (follower.isAlive() ? Health.up() : Health.down()).build();
    }
}
