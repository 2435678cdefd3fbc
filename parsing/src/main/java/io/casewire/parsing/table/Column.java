package io.casewire.parsing.table;

import io.casewire.text.ComparableKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column says, by the many names its header may carry. */
public enum Column {
    NUMBER("序号", "编号", "次序", "项次"),
    CATEGORY("类别", "领域", "所属领域", "改革领域", "创新领域", "分类", "类型", "板块", "所属类别", "方面", "任务类别", "试点任务", "试点领域", "试点内容"),
    TITLE(
            "成果名称",
            "制度创新成果名称",
            "创新成果名称",
            "案例名称",
            "经验名称",
            "改革事项",
            "改革举措",
            "创新举措",
            "创新事项",
            "事项名称",
            "经验做法名称",
            "试点经验",
            "试点经验名称",
            "改革试点经验",
            "举措名称",
            "名称",
            "案例",
            "事项",
            "创新案例名称",
            "创新案例",
            "最佳实践案例",
            "制度创新案例",
            "制度创新成果",
            "成果",
            "创新成果",
            "改革经验",
            "复制推广事项",
            "推广事项",
            "改革创新事项",
            "经验",
            "举措",
            "标题",
            "项目名称",
            "制度创新案例名称",
            "改革试点经验名称",
            "改革创新经验",
            "改革创新举措",
            "任务名称",
            "创新举措名称",
            "试点措施",
            "试点举措",
            "推广措施",
            "复制推广措施",
            "复制推广举措",
            "改革措施",
            "创新措施"),
    PRACTICE(
            "主要做法", "具体做法", "做法", "创新做法", "改革做法", "创新举措内容", "实践做法", "主要举措", "具体举措", "经验做法", "主要经验做法", "改革内容", "主要改革内容",
            "创新内容", "主要创新内容", "主要措施", "创新后", "改革后", "实践探索", "创新实践"),
    SUMMARY(
            "创新点", "主要内容", "内容", "内容简介", "简介", "创新亮点", "主要创新点", "具体内容", "突破点", "案例简介", "概述", "事项内容", "亮点", "主要亮点",
            "主要创新"),
    BACKGROUND(
            "背景", "改革前", "创新前", "改革背景", "存在问题", "创新背景", "改革前情况", "创新前情况", "案例背景", "工作背景", "实施背景", "基本情况", "案例概况",
            "基本概况", "背景情况", "背景介绍", "背景概述", "创新背景情况"),
    EFFECTS(
            "主要成效", "成效", "实践效果", "取得成效", "实施效果", "改革成效", "应用成效", "创新成效", "实践成效", "实施成效", "工作成效", "效果", "主要效果", "创新效果",
            "案例成效", "实际成效", "应用效果"),
    ORIGIN_UNIT(
            "推荐单位", "申报单位", "创新主体", "报送单位", "来源单位", "创新单位", "所属片区", "片区", "实施单位", "推荐片区", "申报片区", "首创单位", "报送片区", "来源",
            "创新片区", "完成单位", "单位", "实施主体"),
    ORIGIN_ZONE(
            "所属自贸试验区", "自贸试验区", "所在自贸试验区", "来源地区", "所属自贸区", "自贸区", "地区", "试点地区", "首创地区", "所属地区", "来源自贸试验区", "创新地区",
            "来源地", "首创地", "案例来源", "经验来源"),
    LEAD_UNIT(
            "负责单位",
            "指导部门",
            "负责部门",
            "牵头单位",
            "牵头部门",
            "牵头实施部门",
            "责任单位",
            "责任部门",
            "主管部门",
            "指导单位",
            "主要涉及省级单位",
            "涉及省级单位",
            "主要涉及单位",
            "涉及单位",
            "业务指导部门",
            "业务主管部门",
            "国务院指导部门",
            "主要负责单位",
            "省级指导单位",
            "省级责任单位",
            "指导推广部门",
            "推广指导部门",
            "负责推广单位"),
    SUPPORTING_UNIT("配合单位", "配合部门", "参与单位", "协办单位", "支持单位", "参加单位", "协同单位"),
    ORIGINALITY("首创性", "创新程度", "首创级别", "创新性", "创新级别", "首创类型", "创新层级", "首创情况"),
    SCOPE("推广范围", "适用范围", "复制推广范围", "推广区域", "实施范围", "推广地区"),
    SINCE("推广时间", "发布时间", "印发时间", "推广年份", "时间", "年份"),
    DEADLINE("完成时限", "完成时间", "落实时间", "时限", "时间节点", "完成期限", "进度安排", "时间进度", "时间要求", "推进时间", "完成时间节点", "实施时间", "推广时限"),
    INSTRUMENT("发布文件", "文件依据", "依据文件", "文件名称", "政策依据", "推广文件", "文件", "发文", "来源文件"),
    NOTE("备注", "说明");

    private static final Map<String, Column> BY_NAME = byName();

    /** Longer than the name of any column. */
    private static final int MAX_NAME_LENGTH = 12;

    /** Separated by blanks. */
    private final String names;

    Column(String... names) {
        this.names = String.join(" ", names);
    }

    /** The column of that header; empty for a header of another kind of table. */
    public static Optional<Column> ofHeader(String header) {
        String key = ComparableKey.of(header);
        int parenthesis = header.indexOf('（');
        Column column = BY_NAME.get(key);
        if (column == null && parenthesis > 0) {
            column = BY_NAME.get(ComparableKey.of(header.substring(0, parenthesis)));
        }
        return Optional.ofNullable(column != null ? column : ofParts(key));
    }

    /** The longest known name that begins at {@code index}, where names stand in a row; null where none does. */
    public static @Nullable String nameAt(String text, int index) {
        for (int end = Math.min(text.length(), index + MAX_NAME_LENGTH); end > index + 1; end--) {
            if (BY_NAME.containsKey(text.substring(index, end))) {
                return text.substring(index, end);
            }
        }
        return null;
    }

    /** Units and scopes go by many names; what part they have, a word in the name says. */
    private static @Nullable Column ofParts(String key) {
        if (key.length() > MAX_NAME_LENGTH) {
            return null;
        }
        if (key.endsWith("单位") || key.endsWith("部门") || key.endsWith("主体")) {
            if (containsAny(key, "配合", "协同", "协助", "参与", "支持", "协办")) {
                return SUPPORTING_UNIT;
            }
            if (containsAny(key, "推荐", "申报", "报送", "首创", "创新", "探索", "来源", "选送", "提供")) {
                return ORIGIN_UNIT;
            }
            return containsAny(key, "牵头", "责任", "负责", "主管", "指导", "主责") ? LEAD_UNIT : null;
        }
        if (key.endsWith("范围") && containsAny(key, "推广", "适用", "复制")) {
            return SCOPE;
        }
        if (key.endsWith("内容") && containsAny(key, "创新", "案例", "成果", "经验", "举措", "事项")) {
            return SUMMARY;
        }
        return key.endsWith("名称") && containsAny(key, "创新", "案例", "成果", "经验", "改革", "举措") ? TITLE : null;
    }

    private static boolean containsAny(String key, String... words) {
        for (String word : words) {
            if (key.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Which cell holds which column; of two cells with the same meaning the first counts. */
    public static Map<Column, Integer> positions(List<String> header) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int at = i;
            ofHeader(header.get(i)).ifPresent(column -> positions.putIfAbsent(column, at));
        }
        tellMeasuresFromTitles(header, positions);
        return positions;
    }

    /** Of two columns that may hold titles, the one of names does; the other, of measures, tells what was done. */
    private static void tellMeasuresFromTitles(List<String> header, Map<Column, Integer> positions) {
        int title = positions.getOrDefault(TITLE, -1);
        if (title < 0 || positions.containsKey(PRACTICE)) {
            return;
        }
        for (int i = 0; i < header.size(); i++) {
            boolean second = i != title && ofHeader(header.get(i)).orElse(null) == TITLE;
            if (second && isMeasures(header.get(i))) {
                positions.put(PRACTICE, i);
                return;
            }
            if (second && isMeasures(header.get(title))) {
                positions.put(TITLE, i);
                positions.put(PRACTICE, title);
                return;
            }
        }
    }

    private static boolean isMeasures(String header) {
        return header.endsWith("举措") || header.endsWith("措施");
    }

    /** Whether a row names columns: short cells, at least two of them known. */
    public static boolean isHeader(List<String> cells) {
        int known = 0;
        for (String cell : cells) {
            if (cell.length() > 24) {
                return false;
            }
            known += ofHeader(cell).isPresent() ? 1 : 0;
        }
        return known >= 2 && known * 2 >= cells.size();
    }

    private static Map<String, Column> byName() {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : values()) {
            for (String name : column.names.split(" ", -1)) {
                columns.put(name, column);
            }
        }
        return columns;
    }
}
