package io.casewire.catalog.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.contracts.parsed.PromotionScope;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BriefTests {
    private static final PublicAddress ADDRESS = new PublicAddress("https://casewire.example.gov.cn");

    private final Briefs briefs = new Briefs(new BriefPdf());

    @Test
    void thePdfHoldsTheWordsAndAPartOfItsOwnFont() throws IOException {
        StoredCase stored = full("铁路快通货物𠮷“一次申报、沿途直放”模式");
        byte[] pdf = briefs.pdf(stored, Language.ZH, ADDRESS);

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("一次申报、沿途直放", "成效", "适用对象", "主要做法", "来源", "成都海关", "推广范围", "第 1–2 行");
            PDResources resources = read.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty().allSatisfy(name -> assertThat(part(resources, name))
                    .isTrue());
        }
        // the font itself has ten megabytes
        assertThat(pdf.length).isLessThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 400, 2_000, 20_000})
    void itIsOnePageHoweverLongTheCase(int sentences) throws IOException {
        CaseDraft draft = CaseDraft.of("long" + sentences, "长案例")
                .summary("概述一句。".repeat(Math.min(sentences, 500)))
                .practice("企业一次提交材料，部门共同办理。".repeat(sentences))
                .effects("时间缩短，成本下降。".repeat(sentences));
        byte[] pdf = briefs.pdf(draft.stored(), Language.ZH, ADDRESS);

        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read).contains("有所删节")).isEqualTo(sentences > 100);
        }
    }

    @Test
    void theWordsOfADocumentAreNeverMarkup() {
        String html = briefs.html(full("<script>alert(1)</script>"), Language.ZH, ADDRESS);
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void headingsSpeakTheLanguageAskedFor(Language language) {
        assertThat(briefs.html(full("通关"), language, ADDRESS))
                .contains("lang=\"" + language.tag() + "\"", language.of("适用对象", "Who it applies to"))
                .contains("https://casewire.example.gov.cn/#/case/case-");
    }

    @Test
    void aCaseThatIsNothingButATitleHasABriefToo() {
        assertThat(briefs.html(CaseDraft.of("bare", "只有名称").stored(), Language.ZH, ADDRESS))
                .contains("只有名称", "文件未载明")
                .doesNotContain("<h2>成效", "<h2>主要做法");
    }

    private static StoredCase full(String title) {
        return CaseDraft.of("full", title)
                .summary("<img src=x onerror=alert(1)>提出做法。")
                .practice("企业可在堆场直提。")
                .effects("用时更短。")
                .zones("四川自贸试验区")
                .leadUnits("成都海关")
                .scope(PromotionScope.NATIONWIDE)
                .metric("检验时间", "60")
                .stored();
    }

    private static boolean part(PDResources resources, COSName name) throws IOException {
        PDFont font = resources.getFont(name);
        return font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+NotoSansSC.*");
    }
}
