package io.casewire.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Collections of cases, each document and each case another one; the same number gives the same bytes. */
public final class GeneratedDocuments {
    private static final List<String> PLACES =
            List.of("上海", "广东", "天津", "福建", "辽宁", "浙江", "河南", "湖北", "重庆", "四川", "陕西", "海南");
    private static final List<String> SUBJECTS = List.of(
            "口岸冷链食品",
            "内河港口货物",
            "跨境电商商品",
            "国际航行船舶",
            "数字服务出口",
            "商事纠纷调解",
            "研发用物品进口",
            "水运绿色燃料",
            "保税维修业务",
            "知识产权质押",
            "航空货运电子单证",
            "供应链金融票据",
            "外籍人才服务",
            "融资租赁资产",
            "中医药国际贸易",
            "工程建设项目审批");
    private static final List<String> WAYS =
            List.of("一码溯源", "分拨集并", "质量安全共治", "异地通办", "白名单管理", "诉仲调衔接", "联合评估", "一口受理", "智能审核", "并联监管");
    private static final String SENTENCE = "海关、市场监管、交通运输等部门共用同一编码，企业通过平台一次提交材料，数据在部门之间共享，办理进度全程可查，避免重复录入和多头跑动。";

    private final int bytes;

    /** @param kilobytes that each of them has at least */
    public GeneratedDocuments(int kilobytes) {
        this.bytes = kilobytes * 1024;
    }

    /** The document of that number as a text file. */
    Load.Document upload(int number) {
        return new Load.Document("bench-" + number + ".txt", document(number));
    }

    /** The document of that number as UTF-8. */
    public byte[] document(int number) {
        StringBuilder text = new StringBuilder();
        text.append("自贸试验区第").append(number).append("批“最佳实践案例”\n\n");
        int length = utf8(text);
        for (int item = 1; length < bytes; item++) {
            String one = item(number, item);
            text.append(one);
            length += utf8(one);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(int document, int item) {
        int turn = document * 31 + item;
        String place = of(PLACES, turn);
        String subject = of(SUBJECTS, turn / 3 + item);
        String way = of(WAYS, turn / 7 + item);
        String title = "%s“%s”第%d-%d号新模式".formatted(subject, way, document, item);
        return """
                %d. %s

                （%s自贸试验区）

                %s自贸试验区针对%s环节多、信息分散等问题，探索“%s”新模式，实现申报、查验、仓储、放行各环节信息贯通。

                一、主要做法

                （一）统一办理规则。

                建立覆盖%d类业务的标准。%s

                （二）贯通数据链条。

                搭建公共服务平台，归集报关、检疫、仓储、运输等数据。%s

                二、实践效果

                办理时间由%d个工作日压缩至%d个工作日，抽检批次同比下降%d%%，累计为企业节约费用%d万元。

                """.formatted(
                        item,
                        title,
                        place,
                        place,
                        subject,
                        way,
                        10 + turn % 40,
                        SENTENCE.repeat(2),
                        SENTENCE.repeat(2),
                        10 + turn % 9,
                        1 + turn % 5,
                        5 + turn % 40,
                        100 + turn % 900);
    }

    private static String of(List<String> words, int number) {
        return words.get(Math.floorMod(number, words.size()));
    }

    private static int utf8(CharSequence text) {
        return IntStream.range(0, text.length())
                .map(i -> text.charAt(i) < 0x80 ? 1 : text.charAt(i) < 0x800 ? 2 : 3)
                .sum();
    }
}
