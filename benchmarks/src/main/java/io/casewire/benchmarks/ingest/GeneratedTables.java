package io.casewire.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables of achievements, each document and each row another one; the same number gives the same rows. */
final class GeneratedTables {
    private static final List<String> HEAD = List.of("序号", "成果名称", "主要做法", "主要成效", "推荐单位", "主要涉及省级单位", "首创性");
    private static final List<String> GOODS =
            List.of("铁路快运货物", "进口鲜果", "跨境电商退货", "保税原油", "航空电子运单", "研发样品", "二手设备", "中欧班列空箱");
    private static final List<String> WAYS = List.of("一次申报", "边卸边检", "集中汇总", "分类验放", "远程核验", "即到即查");
    private static final List<String> OFFICES = List.of("海关", "商务局", "市场监管局", "交通运输局", "外汇管理局");
    private static final int ROW_BYTES = 460;

    private final int rows;

    GeneratedTables(int kilobytes) {
        this.rows = Math.max(2, kilobytes * 1024 / ROW_BYTES);
    }

    /** The lines above the table. */
    List<String> heading(int number) {
        return List.of("中国（四川）自由贸易试验区第%d批制度创新成果汇总表（共%d项）".formatted(number, rows));
    }

    /** The rows, beginning with the head. */
    List<List<String>> rows(int number) {
        List<List<String>> table = new ArrayList<>(List.of(HEAD));
        for (int row = 1; row <= rows; row++) {
            int turn = number * 17 + row;
            String goods = of(GOODS, turn);
            String way = of(WAYS, turn / 5);
            table.add(List.of(
                    String.valueOf(row),
                    "%s“%s”第%d-%d号监管模式".formatted(goods, way, number, row),
                    "一是打通数据通道，由系统自动推送%s的舱单和施封信息。二是实施%s，凭电子信息办理手续，不再重复提交纸质单证。三是建立异常清单，对差异超过阈值的开展定向核查。"
                            .formatted(goods, way),
                    "办理时间由%d小时压缩至%d小时，累计为企业节约费用%d万元。".formatted(12 + turn % 24, 1 + turn % 6, 100 + turn % 700),
                    "成都" + of(OFFICES, turn),
                    "成都海关、省商务厅",
                    turn % 3 == 0 ? "全国首创" : "省内首创"));
        }
        return table;
    }

    /** The document of that number as text, a row a line. */
    String text(int number) {
        StringBuilder text = new StringBuilder();
        heading(number).forEach(line -> text.append(line).append("\n\n"));
        rows(number).forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString();
    }

    /** The document of that number as a text file. */
    Load.Document upload(int number) {
        return new Load.Document("table-" + number + ".txt", text(number).getBytes(StandardCharsets.UTF_8));
    }

    private static String of(List<String> words, int number) {
        return words.get(Math.floorMod(number, words.size()));
    }
}
