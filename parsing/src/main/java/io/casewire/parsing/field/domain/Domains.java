package io.casewire.parsing.field.domain;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.text.ComparableKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the domain of a case. */
public final class Domains {
    /** Parts of printed category names; the first that occurs decides, so the narrower names come first. */
    private static final Map<String, Domain> PRINTED = printed();

    /** What a case is before anybody looked at its words. */
    static final Verdict UNTOLD = new Verdict(List.of(Domain.OTHER), DomainSource.INFERRED, 0.2);

    private Domains() {}

    /**
     * A verdict.
     *
     * @param confidence 1 for a known printed category, below 1 for an inference
     */
    public record Verdict(List<Domain> domains, DomainSource source, double confidence) {}

    /** The domain of a printed category; that of no known one is to be told later, from the whole list it stands in. */
    public static Verdict ofPrinted(@Nullable String category) {
        Domain printed = category == null ? null : ofCategory(category);
        return printed == null ? UNTOLD : new Verdict(List.of(printed), DomainSource.PRINTED, 1);
    }

    /** The domain a category name stands for; null for a name that is not known. */
    public static @Nullable Domain ofCategory(String category) {
        String key = ComparableKey.of(category);
        for (Map.Entry<String, Domain> entry : PRINTED.entrySet()) {
            if (key.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Map<String, Domain> printed() {
        Map<String, Domain> names = new LinkedHashMap<>();
        put(names, Domain.INTELLECTUAL_PROPERTY, "知识产权");
        put(names, Domain.RULE_OF_LAW, "法治", "司法", "法律", "争端解决", "纠纷");
        put(names, Domain.FINANCE, "金融", "外汇", "跨境人民币", "资本", "融资");
        put(names, Domain.SUPERVISION, "全过程监管", "事中事后", "监管", "风险防控");
        put(names, Domain.COOPERATION, "跨区域", "区域合作", "经贸合作", "开放通道", "对外合作", "协同发展", "国际合作", "一带一路", "两岸", "合作");
        put(names, Domain.TRADE, "贸易", "通关", "口岸", "航运", "物流", "跨境电商", "海关");
        put(names, Domain.INVESTMENT, "投资", "市场准入", "商事", "企业开办", "工程建设");
        put(names, Domain.FACTORS, "要素", "人才", "人力资源", "数据", "土地", "科技成果", "科技创新", "技术创新", "资源保障");
        put(names, Domain.INDUSTRY, "产业", "实体经济", "制造业", "加工制造", "研发设计", "检测维修", "销售服务", "绿色", "生态", "军民");
        put(names, Domain.GOVERNMENT, "政府", "政务", "营商环境", "管理体制", "职能", "放管服", "行政", "管理创新");
        return names;
    }

    private static void put(Map<String, Domain> names, Domain domain, String... parts) {
        for (String part : parts) {
            names.put(part, domain);
        }
    }
}
