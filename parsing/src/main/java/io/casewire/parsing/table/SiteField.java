package io.casewire.parsing.table;

import io.casewire.text.Endings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a labelled field says that government sites print above a document, by the many labels it may carry. */
public enum SiteField {
    TITLE("标题", "公文标题", "文件标题", "信息标题"),
    /** A title by a label that other things carry as well. */
    NAME("名称", "信息名称", "文件名称"),
    ISSUER("发文机关", "发文机构", "发文单位", "制发机关", "制发单位", "印发机关", "印发单位"),
    /** Who put it on the site, mostly the office of the issuer. */
    PUBLISHER("发布机构", "发布机关", "发布单位", "公开机构"),
    NUMBER("发文字号", "文号", "发文文号", "公文文号", "文件编号", "发文编号", "文件字号", "文件号"),
    DATED("成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "印发时间", "签发日期"),
    /** When it was put on the site. */
    PUBLISHED("发布日期", "发布时间", "公布日期", "公开日期", "公开时间", "生成日期", "编稿时间"),
    /** How the site files it. */
    FILED(
            "索引号", "信息索引号", "信息索引", "主题分类", "主题词", "信息分类", "公开类别", "公开方式", "公开形式", "公开范围", "有效性", "效力状态", "组配分类",
            "体裁分类", "公文种类", "信息来源", "文章来源", "来源", "分类", "关键词", "有效期", "时效", "状态", "体裁", "语种", "服务对象", "内容概述");

    /** Labels that columns of tables of data carry as well. */
    private static final Set<String> SHARED = Set.of(
            "标题", "名称", "文件名称", "来源", "信息来源", "文章来源", "分类", "关键词", "有效期", "时效", "状态", "体裁", "语种", "服务对象", "内容概述",
            "发布时间", "印发时间", "公开时间", "发布单位");

    private static final Map<String, SiteField> BY_LABEL = byLabel();
    private static final Endings LABELS = Endings.of(List.copyOf(BY_LABEL.keySet()));

    /** Separated by blanks. */
    private final String labels;

    SiteField(String... labels) {
        this.labels = String.join(" ", labels);
    }

    private static Map<String, SiteField> byLabel() {
        Map<String, SiteField> fields = new HashMap<>();
        for (SiteField field : values()) {
            for (String label : field.labels.split(" ", -1)) {
                fields.put(label, field);
            }
        }
        return fields;
    }

    /** The field of a label, with its colon or without; null for other words. */
    public static @Nullable SiteField ofLabel(String text) {
        return BY_LABEL.get(bare(text));
    }

    /** Whether it is a label that nothing but such fields carries. */
    public static boolean isOwnLabel(String text) {
        return ofLabel(text) != null && !SHARED.contains(bare(text));
    }

    private static String bare(String text) {
        return text.endsWith("：") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * A label with what stands behind it.
     *
     * @param value up to the next label; empty where nothing stands
     */
    public record Labelled(SiteField field, String value) {}

    /** The fields of a line, in order: labels with their colon, each before its value. */
    public static List<Labelled> in(String line) {
        List<Labelled> found = new ArrayList<>();
        SiteField open = null;
        int from = 0;
        for (int colon = line.indexOf('：'); colon >= 0; colon = line.indexOf('：', colon + 1)) {
            String label = LABELS.longestBefore(line, from, colon);
            SiteField field = label == null ? null : BY_LABEL.get(label);
            if (label == null || field == null) {
                continue;
            }
            if (open != null) {
                found.add(new Labelled(open, value(line, from, colon - label.length())));
            }
            open = field;
            from = colon + 1;
        }
        if (open != null) {
            found.add(new Labelled(open, value(line, from, line.length())));
        }
        return found;
    }

    /** One cell of those behind a label: a cell over several columns is there several times. */
    private static String value(String line, int from, int to) {
        String value = line.substring(from, to).strip();
        int tab = value.indexOf('\t');
        return tab < 0 ? value : value.substring(0, tab).strip();
    }
}
