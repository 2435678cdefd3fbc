package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTests {

    private final Gazetteer gazetteer = Gazetteer.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "湖南自贸试验区率先试行无感通关 | 湖南自贸试验区",
                "中国（湖南）自由贸易试验区印发办法 | 湖南自贸试验区",
                "中国(湖南)自由贸易试验区印发办法 | 湖南自贸试验区",
                "湖南自由贸易试验区与湖北自贸区签约 | 湖南自贸试验区 湖北自贸试验区",
                "上海、天津、北京自贸试验区 | 上海自贸试验区 天津自贸试验区 北京自贸试验区",
                "湖南、云南、四川等自贸试验区签署协议 | 湖南自贸试验区 云南自贸试验区 四川自贸试验区",
                "上海、广东等4个自贸试验区先行 | 上海自贸试验区 广东自贸试验区",
                "山东、河南、陕西、四川自贸试验区的公积金互认 | 山东自贸试验区 河南自贸试验区 陕西自贸试验区 四川自贸试验区",
                "（福建、辽宁自贸试验区） | 福建自贸试验区 辽宁自贸试验区",
                "中国（上海、福建）自由贸易试验区 | 上海自贸试验区 福建自贸试验区",
                "黑龙江省自贸试验区和吉林省 | 黑龙江自贸试验区 吉林省",
                "京冀自贸试验区同事同标 | 北京自贸试验区 河北自贸试验区",
                "京津冀自贸试验区联动 | 北京自贸试验区 天津自贸试验区 河北自贸试验区",
                "长三角自贸试验区联盟 | 上海自贸试验区 江苏自贸试验区 浙江自贸试验区 安徽自贸试验区",
                "海南自由贸易港封关 | 海南自贸试验区",
                "海南自贸试验区（港）封关 | 海南自贸试验区",
                "上海自贸试验区、海南自贸港 | 上海自贸试验区 海南自贸试验区",
                "各自贸试验区要结合实际 | 自贸试验区",
                "在全国自贸试验区推广 | 自贸试验区",
                "中国自由贸易试验区发展报告 | 自贸试验区",
                "贵州、云南自贸试验区协作 | 贵州省 云南自贸试验区",
                "长沙、湖南自贸试验区 | 长沙市 湖南自贸试验区",
                "福建省、海南省（市）自由贸易试验区 | 福建自贸试验区 海南自贸试验区",
                "沪、津、京自贸试验区 | 上海自贸试验区 天津自贸试验区 北京自贸试验区",
                "廣東、遼寧自由貿易試驗區 | 广东自贸试验区 辽宁自贸试验区",
                "北京与河北自贸试验区签约 | 北京自贸试验区 河北自贸试验区",
                "试点在上海，天津自贸试验区跟进 | 上海市 天津自贸试验区",
            })
    void readsZones(String text, String expected) {
        assertThat(named(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "湖南自贸试验区长沙、岳阳片区 | 湖南自贸试验区 长沙片区 岳阳片区",
                "中国（湖南）自由贸易试验区岳阳片区 | 湖南自贸试验区 岳阳片区",
                "在长沙、郴州片区试点 | 长沙片区 郴州片区",
                "长沙、岳阳、郴州三个片区各出一策 | 长沙片区 岳阳片区 郴州片区",
                "大连片区和营口片区联合打造 | 大连片区 营口片区",
                "福建自贸试验区厦门片区、辽宁自贸试验区大连片区 | 福建自贸试验区 厦门片区 辽宁自贸试验区 大连片区",
                "上海自贸试验区临港新片区编制清单 | 上海自贸试验区 临港新片区",
                "中国（上海）自由贸易试验区（含临港新片区） | 上海自贸试验区 临港新片区",
                "前海蛇口、南沙、横琴三大片区 | 深圳前海蛇口片区 广州南沙新区片区 珠海横琴新区片区",
                "广东自贸试验区广州南沙新区片区 | 广东自贸试验区 广州南沙新区片区",
                "前海自贸片区发布指引 | 深圳前海蛇口片区",
                "天津自贸试验区机场片区做大维修 | 天津自贸试验区 天津机场片区",
                "天津机场片区做大维修 | 天津机场片区",
                "陕西自贸试验区中心片区挂牌 | 陕西自贸试验区 中心片区",
                "重庆自贸试验区果园港片区、广西自贸试验区钦州港片区 | 重庆自贸试验区 果园港片区 广西自贸试验区 钦州港片区",
                "河北自贸试验区雄安、正定、曹妃甸、大兴机场片区 | 河北自贸试验区 雄安片区 正定片区 曹妃甸片区 大兴机场片区",
                "成都青白江铁路港片区与川南临港片区 | 成都青白江铁路港片区 川南临港片区",
                "北京自贸试验区国际商务服务片区 | 北京自贸试验区 国际商务服务片区",
                "开封片区、洛阳片区 | 开封片区 洛阳片区",
                "舟山片区扩区 | 舟山离岛片区 舟山岛北部片区 舟山岛南部片区",
                "岳阳海关支持岳阳片区 | 岳阳市 岳阳片区",
                "长沙海关、岳阳片区、省商务厅 | 长沙市 岳阳片区",
            })
    void readsAreas(String text, String expected) {
        assertThat(named(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "北京、天津、河北、山东、江苏等5省市 | 北京市 天津市 河北省 山东省 江苏省",
                "鄂尔多斯复制了该做法 | 鄂尔多斯市",
                "内蒙古自治区鄂尔多斯市 | 内蒙古自治区 鄂尔多斯市",
                "海南藏族自治州试行 | 海南藏族自治州",
                "青海海南州试行 | 青海省 海南藏族自治州",
                "海南全省推开 | 海南省",
                "吉林、黑龙江两省 | 吉林省 黑龙江省",
                "吉林省吉林市 | 吉林省 吉林市",
                "广西南宁、云南昆明 | 广西壮族自治区 南宁市 云南省 昆明市",
                "江西安义、山西安泽 | 江西省 山西省",
                "湘西州、恩施州 | 湘西土家族苗族自治州 恩施土家族苗族自治州",
                "新疆生产建设兵团 | 新疆生产建设兵团",
                "新疆、兵团同步实施 | 新疆维吾尔自治区 新疆生产建设兵团",
                "福州、厦门、三明 | 福州市 厦门市 三明市",
                "辽宁朝阳、山东日照 | 辽宁省 朝阳市 山东省 日照市",
                "朝阳市出台细则 | 朝阳市",
                "沪苏浙皖四省市 | 上海市 江苏省 浙江省 安徽省",
                "川渝两地通办 | 四川省 重庆市",
                "云贵川三省 | 云南省 贵州省 四川省",
                "湘粤港跨境一锁 | 湖南省 广东省 香港特别行政区",
                "黑、吉、辽三省 | 黑龙江省 吉林省 辽宁省",
                "在沿海地区推广 | 沿海地区",
                "臺灣、廈門兩岸通關 | 台湾省 厦门市",
                "晋陕蒙三省区 | 山西省 陕西省 内蒙古自治区",
                "广州、深圳、佛山海关 | 广州市 深圳市 佛山市",
                "石河子与可克达拉 | 石河子市 可克达拉市",
                "济南市莱芜 | 济南市 莱芜市",
                "从南京到南通 | 南京市 南通市",
                "辽宁省营口市经营口岸 | 辽宁省 营口市",
                "粤港澳大湾区与京津冀 | 粤港澳大湾区 京津冀",
                "各省、自治区、直辖市人民政府 | 全国",
                "山东部分地市 | 山东省",
                "湖南海关特殊监管区域 | 湖南省",
                "神农架林区 | 神农架林区",
            })
    void readsRegionsAndSets(String text, String expected) {
        assertThat(named(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "朝阳产业加速集聚",
                "政务服务中心片区域受理",
                "企业服务中心提供帮办",
                "形成都市圈通关合作",
                "确保定期检查",
                "沿海口岸作业",
                "西南通道与越南通关合作",
                "太湖南部水域",
                "湘江西岸",
                "南海南部",
                "支付日照费用",
                "来宾登记",
                "白银交易",
                "推广元数据管理",
                "各自贡献力量",
                "巩固原有成果",
                "境内外企业",
                "京沪高铁",
                "京东物流",
                "中国—东盟自贸区3.0版",
                "中韩自贸区协定",
                "各片区联动发展",
                "东方企业",
                "造福建设者",
                "湘赣边",
                "创新乡村治理",
                "经营口岸业务",
                "上海合作组织",
                "全国首创",
                "本片区内企业",
                "非自贸区域项目",
                "美丽水乡",
                "大理石进口",
                "北京时间",
                "重大连锁企业",
                "京津城际",
                "浙赣铁路",
                "沪杭客流",
                "新青年",
                "制定西部方案",
                "宁德时代",
                "黄河南岸",
                "隆重庆祝",
                "流通化解",
                "海关开封查验",
            })
    void findsNoNameInWhatOnlyLooksLikeOne(String text) {
        assertThat(named(text)).isEmpty();
    }

    @Test
    void aRejectedShortNameDoesNotHideTheNameInsideIt() {
        assertThat(named("境内江苏企业")).isEqualTo("江苏省");
        assertThat(named("开通辽宁航线")).isEqualTo("辽宁省");
    }

    @Test
    void theSpanOfTheLastInAListTakesTheSharedWord() {
        var text = "由上海、天津自贸试验区试行";

        assertThat(gazetteer.mentions(text).stream().map(m -> text.substring(m.start(), m.end())))
                .containsExactly("上海", "天津自贸试验区");
    }

    @Test
    void theSpanOfAnOfficialNameTakesTheWholeForm() {
        var text = "在中国(湖南)自由贸易试验区岳阳片区内";

        assertThat(gazetteer.mentions(text).stream().map(m -> text.substring(m.start(), m.end())))
                .containsExactly("中国(湖南)自由贸易试验区", "岳阳片区");
    }

    @Test
    void saysWhatKindOfThingWasNamed() {
        assertThat(gazetteer.mentions("全国、湖南自贸试验区长沙片区、怀化市").stream().map(Mention::kind))
                .containsExactly(Mention.Kind.SET, Mention.Kind.ZONE, Mention.Kind.AREA, Mention.Kind.REGION);
    }

    @Test
    void listsZonesAreasAndRegionsOnceEach() {
        var text = "湖南自贸试验区岳阳片区、长沙片区；中国（湖南）自由贸易试验区岳阳片区；岳阳市、岳阳";

        assertThat(gazetteer.zones(text)).extracting(Zone::name).containsExactly("湖南自贸试验区");
        assertThat(gazetteer.areas(text)).extracting(Area::name).containsExactly("岳阳片区", "长沙片区");
        assertThat(gazetteer.regions(text)).extracting(Region::code).containsExactly("430600");
    }

    @Test
    void aPlainAreaNameNeedsItsZone() {
        var shaanxi = gazetteer.zoneNamed("陕西自贸试验区").orElseThrow();

        assertThat(gazetteer.areas("中心片区试行")).isEmpty();
        assertThat(gazetteer.mentions("中心片区试行", shaanxi)).hasSize(1);
    }

    @Test
    void anEmptyTextHasNoNames() {
        assertThat(gazetteer.mentions("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "长沙、", "开封、", "中心、", "日照", "京", "京津", "中国（", "中国（湖南、", "湖南自贸试验区", "天津港、", "等等等等", "自贸区", "青海海南", "，"
            })
    void readsHundredsOfThousandsOfTheSameInOnePass(String repeated) {
        var text = repeated.repeat(300_000 / repeated.length());

        assertThat(gazetteer.mentions(text))
                .allMatch(mention -> mention.start() < mention.end() && mention.end() <= text.length())
                .hasSizeLessThanOrEqualTo(text.length());
    }

    @Test
    void readsALongerTextAsTheSumOfItsParagraphs() {
        var paragraph = "湖南自贸试验区长沙、岳阳片区与上海、天津自贸试验区互认，京津冀三地推广。\n";

        assertThat(gazetteer.mentions(paragraph.repeat(1000)))
                .hasSize(1000 * gazetteer.mentions(paragraph).size());
    }

    @Test
    void mentionsComeInOrderAndOverlapOnlyWithEqualSpans() {
        var text = "中国（湖南）自由贸易试验区岳阳片区、舟山片区，沪苏浙皖四省市，长三角自贸试验区，海南藏族自治州。";
        var mentions = gazetteer.mentions(text);

        for (int i = 1; i < mentions.size(); i++) {
            var before = mentions.get(i - 1);
            var after = mentions.get(i);
            boolean sameSpan = before.start() == after.start() && before.end() == after.end();
            assertThat(sameSpan || before.end() <= after.start()).isTrue();
        }
    }

    private String named(String text) {
        return gazetteer.mentions(text).stream()
                .map(mention -> mention.referent().name())
                .collect(Collectors.joining(" "));
    }
}
