package io.casewire.parsing.field.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.parsing.field.domain.Domains.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedDomainsTests {
    @ParameterizedTest
    @CsvSource({
        "样例港口货物查验模式, TRADE",
        "样例企业开办登记改革, INVESTMENT",
        "样例动产质押融资模式, FINANCE",
        "样例知识产权质押融资模式, FINANCE",
        "样例知识产权登记改革, INTELLECTUAL_PROPERTY",
        "样例商事纠纷调解机制, RULE_OF_LAW",
        "样例外籍人才职业资格认可, FACTORS",
        "自由贸易试验区信用监管机制, SUPERVISION",
        "样例, OTHER",
    })
    void theWordsOfATitleTellItsDomain(String title, Domain domain) {
        Verdict verdict = ListedDomains.of(List.of(untold(title, "表一"))).getFirst();

        assertThat(verdict.domains()).containsExactly(domain);
        assertThat(verdict.source()).isEqualTo(DomainSource.INFERRED);
        assertThat(verdict.confidence()).isBetween(0.0, 0.95);
    }

    @ParameterizedTest
    @CsvSource({
        "样例“五力”模式, PRINTED, FACTORS",
        "样例 “五力” 模式, PRINTED, FACTORS",
        "甲市诚信政府建设样例新模式, INFERRED, SUPERVISION",
        "样例乙, INFERRED, OTHER",
    })
    void theSameTitleElsewhereHasThatDomain(String title, DomainSource source, Domain domain) {
        List<Verdict> verdicts = ListedDomains.of(List.of(
                new ListedDomains.Case("样例“五力”模式", "", List.of("表一"), Domain.FACTORS),
                new ListedDomains.Case("甲市诚信政府建设样例模式", "", List.of("表一"), Domain.SUPERVISION),
                untold(title, "表二")));

        assertThat(verdicts.getLast().domains()).containsExactly(domain);
        assertThat(verdicts.getLast().source()).isEqualTo(source);
    }

    @Test
    void aTitleThatIsPrintedInTwoDomainsTellsNone() {
        List<Verdict> verdicts = ListedDomains.of(List.of(
                new ListedDomains.Case("样例甲乙丙", "", List.of("表一"), Domain.FACTORS),
                new ListedDomains.Case("样例甲乙丙", "", List.of("表二"), Domain.TRADE),
                untold("样例甲乙丙", "表三")));

        assertThat(verdicts.getLast().domains()).containsExactly(Domain.OTHER);
    }

    @Test
    void neighboursHelpWhereAListIsOrderedBySubject() {
        List<ListedDomains.Case> ordered = new ArrayList<>();
        for (String title : List.of("样例货物通关", "样例船舶进口", "样例“五力”模式", "样例口岸报关", "样例航运出口")) {
            ordered.add(untold(title, "表一"));
        }

        assertThat(ListedDomains.of(ordered).get(2).domains()).containsExactly(Domain.TRADE);
    }

    @Test
    void theOwnWordsOfACaseOutweighThoseBesideIt() {
        List<ListedDomains.Case> mixed = new ArrayList<>();
        for (String title : List.of("样例货物通关", "样例融资质押", "样例仲裁调解", "样例知识产权专利", "样例人才职称", "样例船舶进口")) {
            mixed.add(untold(title, "表一"));
        }

        assertThat(ListedDomains.of(mixed))
                .extracting(verdict -> verdict.domains().getFirst())
                .containsExactly(
                        Domain.TRADE,
                        Domain.FINANCE,
                        Domain.RULE_OF_LAW,
                        Domain.INTELLECTUAL_PROPERTY,
                        Domain.FACTORS,
                        Domain.TRADE);
    }

    private static ListedDomains.Case untold(String title, @Nullable String list) {
        return new ListedDomains.Case(title, "", list == null ? List.of() : List.of(list), null);
    }
}
