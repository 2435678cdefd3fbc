package io.casewire.parsing.casefile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.parsing.head.HeadReader;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.page.PageReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "湖南省人民政府|各市州人民政府，省政府各部门|430000|PREFECTURE",
                "湖南省人民政府办公厅|各市州、县市区人民政府，省政府各厅委|430000|PREFECTURE",
                "江苏省商务厅|各设区市商务局，省有关单位|320000|PREFECTURE",
                "安徽省人民政府|各市、县人民政府，省政府各部门|340000|PREFECTURE",
                "广东省人民政府|各地级以上市人民政府，各有关单位|440000|PREFECTURE",
                "浙江省人民政府|省直各单位，各县（市、区）人民政府|330000|COUNTY",
                "上海市人民政府|各区人民政府，市政府各委办局|310000|COUNTY",
                "重庆市人民政府|各区县（自治县）人民政府|500000|COUNTY",
                "福建省厦门市人民政府|各区人民政府，市直各单位|350200|COUNTY"
            })
    void aProvincialLetterIsAddressedToALevelOfItsRegion(
            String issuer, String addressees, String region, RegionLevel level) {
        Promotion promotion = requireNonNull(promotion(issuer, addressees));

        assertThat(promotion.scope()).isEqualTo(PromotionScope.LEVEL_OF_REGION);
        assertThat(promotion.regions()).containsExactly(region);
        assertThat(promotion.level()).isEqualTo(level);
        assertThat(promotion.scopeText()).isEqualTo(addressees);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "国务院办公厅|各省、自治区、直辖市人民政府，国务院各部委|NATIONWIDE",
                "湖南自贸试验区工作办公室|各片区管委会，各有关单位|NAMED",
                "湖南自贸试验区工作办公室|各市场主体，各有关单位|NAMED"
            })
    void anyOtherLetterIsNot(String issuer, String addressees, PromotionScope scope) {
        Promotion promotion = requireNonNull(promotion(issuer, addressees));

        assertThat(promotion.scope()).isEqualTo(scope);
        assertThat(promotion.level()).isNull();
    }

    private static @Nullable Promotion promotion(String issuer, String addressees) {
        String letter = issuer + "关于复制推广样例改革经验的通知\n\n" + addressees + "：\n\n现予复制推广。\n";
        DocumentText text = PageReader.read("letter.txt", letter);
        return Notice.of(text, HeadReader.read(text)).addressed();
    }
}
