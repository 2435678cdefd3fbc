package io.casewire.ingest.domain;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.ingest.text.Fold;
import io.casewire.ingest.text.Lexicon;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the domain of a case. */
public final class Domains {
    /** Enough words of one domain to be as sure as words can make one. */
    private static final double SATURATION = 4;

    /** Parts of printed category names; the first that occurs decides, so the narrower names come first. */
    private static final Map<String, Domain> PRINTED = printed();

    private static final Map<Domain, List<String>> WORDS = words();

    private static final Lexicon WORD_LIST =
            Lexicon.of(WORDS.values().stream().flatMap(List::stream).toList());

    private Domains() {}

    /**
     * A verdict.
     *
     * @param confidence 1 for a known printed category, below 1 for an inference
     */
    public record Verdict(List<Domain> domains, DomainSource source, double confidence) {}

    /** The domain by category, where the document prints a known one, else by title and text. */
    public static Verdict classify(@Nullable String category, String title, String text) {
        if (category != null) {
            Domain printed = ofCategory(category);
            if (printed != null) {
                return new Verdict(List.of(printed), DomainSource.PRINTED, 1);
            }
        }
        return infer(title, text);
    }

    /** The domain a category name stands for; null for a name that is not known. */
    public static @Nullable Domain ofCategory(String category) {
        String key = Fold.key(category);
        for (Map.Entry<String, Domain> entry : PRINTED.entrySet()) {
            if (key.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static Verdict infer(String title, String text) {
        String titleKey = Fold.key(title);
        String textKey = Fold.key(text.length() > 6000 ? text.substring(0, 6000) : text);
        Map<Domain, Double> scores = new EnumMap<>(Domain.class);
        double total = 0;
        Map<String, Integer> inTitle = WORD_LIST.countedIn(titleKey);
        Map<String, Integer> inText = WORD_LIST.countedIn(textKey);
        for (Map.Entry<Domain, List<String>> entry : WORDS.entrySet()) {
            double score = 0;
            for (String word : entry.getValue()) {
                if (inTitle.containsKey(word)) {
                    score += 4;
                }
                score += Math.min(3, inText.getOrDefault(word, 0)) * 0.5;
            }
            if (score > 0) {
                scores.put(entry.getKey(), score);
                total += score;
            }
        }
        Domain best = Domain.OTHER;
        double bestScore = 0;
        for (Map.Entry<Domain, Double> entry : scores.entrySet()) {
            if (entry.getValue() > bestScore) {
                best = entry.getKey();
                bestScore = entry.getValue();
            }
        }
        double share = total == 0 ? 0 : bestScore / total;
        double confidence = best == Domain.OTHER ? 0.2 : share * (bestScore / (bestScore + SATURATION)) * 0.95;
        return new Verdict(List.of(best), DomainSource.INFERRED, Math.round(confidence * 100) / 100.0);
    }

    private static Map<String, Domain> printed() {
        Map<String, Domain> names = new LinkedHashMap<>();
        put(names, Domain.INTELLECTUAL_PROPERTY, "知识产权");
        put(names, Domain.RULE_OF_LAW, "法治", "司法", "法律", "争端解决", "纠纷");
        put(names, Domain.FINANCE, "金融", "外汇", "跨境人民币", "资本", "融资");
        put(names, Domain.SUPERVISION, "全过程监管", "事中事后", "监管", "风险防控");
        put(names, Domain.COOPERATION, "跨区域", "区域合作", "经贸合作", "开放通道", "对外合作", "协同发展", "国际合作", "一带一路", "两岸", "合作");
        put(names, Domain.TRADE, "贸易", "通关", "口岸", "航运", "物流", "跨境电商", "海关");
        put(names, Domain.INVESTMENT, "投资", "市场准入", "商事");
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

    private static Map<Domain, List<String>> words() {
        Map<Domain, List<String>> words = new EnumMap<>(Domain.class);
        words.put(
                Domain.TRADE,
                List.of(
                        "通关", "口岸", "海关", "报关", "进出口", "跨境电商", "贸易", "综保区", "保税", "港口", "航运", "船舶", "航空", "货物", "查验",
                        "检验检疫", "多式联运", "铁路", "物流", "单一窗口", "集装箱", "进口", "出口", "边检", "海事", "联运", "退税", "班列"));
        words.put(
                Domain.INVESTMENT,
                List.of("投资", "外商", "市场准入", "准入", "商事登记", "工程建设", "项目审批", "施工许可", "负面清单", "企业开办", "登记"));
        words.put(
                Domain.FINANCE,
                List.of("金融", "融资", "贷款", "银行", "外汇", "跨境人民币", "结算", "保险", "质押", "租赁", "保理", "期货", "基金", "证券", "债券"));
        words.put(
                Domain.INDUSTRY,
                List.of("产业", "制造", "研发", "园区", "生物医药", "新能源", "维修", "再制造", "旅游", "游艇", "渔业", "养殖", "种业"));
        words.put(
                Domain.GOVERNMENT,
                List.of(
                        "政务", "审批", "许可", "一网通办", "一窗", "办税", "纳税", "税务", "告知承诺", "营商环境", "证照", "窗口", "供电", "电力", "报装",
                        "公积金"));
        words.put(Domain.SUPERVISION, List.of("监管", "风险", "信用", "执法", "预警", "稽查", "双随机", "环评", "排污"));
        words.put(Domain.FACTORS, List.of("人才", "数据", "土地", "劳动", "就业", "职称", "科技成果", "技能", "职业资格", "用工", "科研", "要素"));
        words.put(Domain.INTELLECTUAL_PROPERTY, List.of("知识产权", "专利", "商标", "商业秘密", "版权", "著作权"));
        words.put(
                Domain.RULE_OF_LAW,
                List.of("司法", "法院", "审判", "仲裁", "调解", "诉讼", "公证", "纠纷", "执行合同", "案件", "判决", "法律", "查封", "投资者权益"));
        words.put(
                Domain.COOPERATION,
                List.of("跨区域", "京津冀", "长三角", "川渝", "协同", "联动", "一带一路", "中非", "国际合作", "粤港澳", "两岸", "长江经济带"));
        return words;
    }
}
