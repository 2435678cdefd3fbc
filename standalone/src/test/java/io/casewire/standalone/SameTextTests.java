package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.search.SearchOfOne;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.notify.matching.SubscriptionOfOne;
import io.casewire.parsing.DocumentParser;
import io.casewire.replication.obligation.EvidenceOfOne;
import io.casewire.text.ComparableKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A title in two spellings is one title for all services: one id, one hit of a search, one of a subscription, one evidence. */
class SameTextTests {
    private static final Path SAMPLE = Path.of("..", "samples", "achievement-table.txt");
    private static final String TITLE_OF_SAMPLE = "铁路快通货物“一次申报、沿途直放”模式";

    private final DocumentParser parser = new DocumentParser();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "創新監管服務模式 | 创新监管服务模式",
                "隨著批覆衞生檢疫放行 | 随着批复卫生检疫放行",
                "冷库-18℃作业模式 | 冷库－18°C作业模式",
                "5㎏小包与100㎡仓库监管 | 5kg小包与100m²仓库监管",
                "通过ISO 9001认证互认 | 通过ISO9001认证互认",
                "公共Wi-Fi覆盖口岸 | 公共WIFI覆盖口岸",
                "执行GB/T 19001标准互认 | 执行GB/T19001标准互认",
                "⻓江⺠⽣⻋辆通关 | 长江民生车辆通关",
                "按㋀结算办理㈠次申报 | 按1月结算办理(一)次申报",
                "港・澳“一单制”︵试点︶ | 港·澳「一单制」（试点）",
                "公共Wi\u00adFi覆盖\u200b口岸 | 公共WiFi覆盖口岸",
            })
    void isOneTitleForAllServices(String one, String other, @TempDir Path first, @TempDir Path second)
            throws IOException {
        CaseRecord printed = caseTitled(one);
        CaseRecord respelt = caseTitled(other);

        assertThat(printed.id()).as("id").isEqualTo(respelt.id());
        assertThat(SearchOfOne.found(first, printed, document(), other))
                .as("search")
                .containsExactly(printed.id().value());
        assertThat(SearchOfOne.found(second, respelt, document(), one))
                .as("search the other way round")
                .containsExactly(respelt.id().value());
        assertThat(SubscriptionOfOne.hears(other, one)).as("subscription").isTrue();
        assertThat(SubscriptionOfOne.hears(one, other))
                .as("subscription the other way round")
                .isTrue();
        assertThat(EvidenceOfOne.titleKey(printed, document()))
                .as("evidence")
                .isEqualTo(ComparableKey.of(respelt.title()));
    }

    private CaseRecord caseTitled(String title) throws IOException {
        String text = Files.readString(SAMPLE).replace(TITLE_OF_SAMPLE, title);
        return parser.parse(text.getBytes(StandardCharsets.UTF_8), "sample.txt").records().stream()
                .filter(CaseRecord.class::isInstance)
                .map(CaseRecord.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static DocumentReference document() {
        return new DocumentReference(
                DocumentId.derive("test"), SourceId.ofSha256("0".repeat(64)), "报告", null, null, null, Genre.REPORT);
    }
}
