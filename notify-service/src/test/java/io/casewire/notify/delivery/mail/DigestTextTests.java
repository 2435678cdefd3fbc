package io.casewire.notify.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Domain;
import io.casewire.notify.Cases;
import io.casewire.notify.DigestParcels;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.notice.DigestNotice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestTextTests {
    @Test
    void tellsByDocumentAndCaseInTwoFormsOfTheSame() {
        MailText text = text(DigestParcels.of(
                List.of(
                        Cases.published("一号<b>案例", Domain.TRADE, "-"),
                        Cases.published("二号案例", Domain.TRADE, "-"),
                        Cases.revised("二号案例", Domain.TRADE, "-", 2)),
                0,
                1));

        assertThat(text.subject()).isEqualTo("【Casewire】每日汇总（3 项）：2026-11-29 08:30 至 2026-11-30 08:30");
        for (String form : List.of(text.plain(), text.html())) {
            assertThat(form)
                    .contains(
                            "每日汇总：共 3 项",
                            "Daily digest",
                            "分类：新案例 3",
                            "某省自贸试验区制度创新成果（3 项）",
                            "新案例、案例更新：",
                            "二号案例",
                            "https://casewire.example/case-",
                            "当年放假安排尚未公布",
                            "签收",
                            "https://casewire.example/receipts/r1",
                            "退订")
                    .doesNotContain("另有", "合并补发");
        }
        assertThat(text.html()).contains("一号&lt;b&gt;案例").doesNotContain("一号<b>");
    }

    @Test
    void saysHowManyItLeavesOutAndThatItMakesUpForSeveral() {
        MailText text = text(DigestParcels.of(List.of(Cases.published("一号案例", Domain.TRADE, "-")), 74, 3));

        assertThat(text.subject()).contains("（75 项）");
        assertThat(text.plain()).contains("另有 74 项", "https://casewire.example/log", "合并补发 3 期");
        assertThat(text.html()).contains("另有 74 项", "href=\"https://casewire.example/log\"", "合并补发 3 期");
    }

    private static MailText text(Parcel parcel) {
        return DigestText.of(
                DigestNotice.of(parcel),
                id -> Optional.of("https://casewire.example/" + id),
                Optional.of("https://casewire.example/log"),
                Optional.of("https://casewire.example/receipts/r1"),
                "https://casewire.example/end");
    }
}
