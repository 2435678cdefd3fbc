package io.casewire.parsing.genre.plan;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.IndicatorRecord.Target;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Table;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads indicator tables, also those that lost their lines and hold one cell a paragraph. */
final class IndicatorReader {
    private IndicatorReader() {}

    static List<IndicatorRecord> read(DocumentText text, String documentKey) {
        List<IndicatorRecord> indicators = new ArrayList<>();
        for (Table table : text.tables()) {
            Table headed = Headed.of(table, cell -> HeaderCell.of(cell) != HeaderCell.VALUE);
            readTable(headed, documentKey, indicators);
        }
        indicators.addAll(new FlatIndicators(text.paragraphs(), documentKey).read());
        return indicators;
    }

    private static void readTable(Table table, String documentKey, List<IndicatorRecord> indicators) {
        int group = -1;
        int name = -1;
        int unit = -1;
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            HeaderCell cell = HeaderCell.of(table.header().get(i));
            switch (cell) {
                case GROUP -> group = i;
                case NAME -> name = i;
                case UNIT -> unit = i;
                case VALUE -> values.add(i);
                case NUMBER -> {
                    // tells the rows apart, says nothing
                }
            }
        }
        if (name < 0 || values.isEmpty() || (unit < 0 && group < 0)) {
            return;
        }
        String lastGroup = null;
        for (Table.Row row : table.rows()) {
            if (group >= 0 && !row.cell(group).isEmpty()) {
                lastGroup = row.cell(group);
            }
            List<Target> targets = new ArrayList<>();
            for (int column : values) {
                targets.addAll(Targets.of(table.header().get(column), row.cell(column)));
            }
            if (!row.cell(name).isEmpty() && !targets.isEmpty() && row.spanning() == null) {
                indicators.add(indicator(
                        documentKey, lastGroup, row.cell(name), unit < 0 ? "" : row.cell(unit), targets, row.lines()));
            }
        }
    }

    static IndicatorRecord indicator(
            String documentKey,
            @Nullable String group,
            String name,
            String unit,
            List<Target> targets,
            LineRange lines) {
        return new IndicatorRecord(
                EvidenceId.derive(
                        documentKey, "indicator", ComparableKey.of(group == null ? "" : group), ComparableKey.of(name)),
                group,
                name,
                unit.isEmpty() || unit.equals("—") || unit.equals("-") ? null : unit,
                targets,
                lines);
    }

    /** What a header cell of an indicator table names. */
    enum HeaderCell {
        NUMBER,
        GROUP,
        NAME,
        UNIT,
        VALUE;

        static HeaderCell of(String header) {
            return switch (ComparableKey.of(header)) {
                case "序号", "编号" -> NUMBER;
                case "类别", "分类", "领域", "指标类别", "指标类型", "一级指标", "类型", "维度" -> GROUP;
                case "指标名称", "指标", "主要指标", "预期指标", "二级指标", "具体指标", "项目", "指标内容" -> NAME;
                case "单位", "计量单位" -> UNIT;
                default -> VALUE;
            };
        }
    }
}
