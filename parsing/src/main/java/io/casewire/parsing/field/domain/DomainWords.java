package io.casewire.parsing.field.domain;

import io.casewire.contracts.parsed.Domain;
import io.casewire.text.ComparableKey;
import io.casewire.text.Lexicon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words by which a case speaks of its domain. They are written down by hand from the language of the field; nothing is
 * learnt from any document.
 */
final class DomainWords {
    /** Longer texts say no more of their domain. */
    private static final int MAX_LENGTH = 6000;

    private static final int MAX_COUNTED = 3;
    private static final double IN_TITLE = 1;
    private static final double TELLING = 3;
    private static final double LEADING = 4;
    private static final double IN_TEXT = 0.35;
    private static final double LONG_IN_TEXT = 0.455;

    /** Stands in nearly every title and would make all of them trade. */
    private static final List<String> ZONES = List.of("自由贸易试验区", "自贸试验区", "自由贸易港", "自贸港", "自贸区");

    /** Whatever is done with it (审判, 执法, 登记), it stays the subject. */
    private static final String LEADING_SUBJECT = "知识产权";

    private static final Map<Domain, List<String>> TELLING_WORDS = new EnumMap<>(Domain.class);
    private static final Map<Domain, List<String>> WORDS = new EnumMap<>(Domain.class);
    private static final Lexicon ALL;

    /** Those that words tell, in the order in which their weights are given. */
    static final List<Domain> DOMAINS;

    static {
        add(
                Domain.TRADE,
                "通关 报关 进出口 货物 进口 出口 船舶 航运 口岸 跨境电商 集装箱 多式联运 综合保税区 保税 原产地",
                "海关 跨境电子商务 贸易 综保区 港口 航空 查验 检验检疫 铁路 物流 单一窗口 边检 海事 联运 退税 班列 卸 舱单"
                        + " 直提 直装 提单 船员 国际航行 货站 空港 检疫 检验 冷链 转口 离境 过境 大宗商品 免税 码头 进境 出境"
                        + " 空运 陆运 水运 运输 航线 邮件 快件 期货保税交割 AEO 箱 关税 转关 集拼 货运");
        add(
                Domain.INVESTMENT,
                "工程建设 外商 准入 投资 企业登记 商事 开办 建筑 企业名称 歇业 施工图",
                "市场准入 商事登记 商事主体 项目审批 施工许可 负面清单 企业开办 登记 注册 建设项目 施工 竣工 验收 图审"
                        + " 不动产登记 营业执照 执照 外资 企业设立 设立 经营范围 住所 注销 证照分离 告知承诺 审批 拿地 规划许可 水电气"
                        + " 招商 市场主体 开工 确认制 一业一证 建筑企业 股东 医疗机构");
        add(
                Domain.FINANCE,
                "证券化 支付 融资 质押 贷款 外汇 结算 证券 保险 人民币 金融 债券 票据 租赁 保理 股权 期货 保函 征信 信用证",
                "银行 跨境人民币 基金 信贷 汇率 资金 担保 账户 资本 投贷 供应链金融 理财 外债 收付 风险代偿 贷 授信" + " QFLP 上市 再保险 信托 数字人民币");
        add(
                Domain.INDUSTRY,
                "产业 制造 生物医药 旅游 游艇 渔业 种业 种质",
                "研发 园区 新能源 维修 再制造 养殖 实体经济 智能制造 装备 药品 医疗器械 集成电路 产业链 农业 工业 制药 医药"
                        + " 飞机 汽车 文化 影视 动漫 康养 飞地 用电 绿电 氢能 低碳 碳 海洋牧场 特医 产能 临床");
        add(
                Domain.GOVERNMENT,
                "政务 办税 营商环境 政府",
                "许可 一网通办 一窗 纳税 税务 证照 窗口 供电 报装 公积金 机构改革 放管服 一件事 一站式办 跨省通办 就近办"
                        + " 自助 电子证照 办事 便民 行政 管理体制 授权 首席服务 服务专员 政策兑现 免申即享 帮办 代办 一次办 过户");
        add(
                Domain.SUPERVISION,
                "监管 信用 执法 风险",
                "预警 稽查 双随机 环评 排污 事中事后 监测 巡查 抽查 追溯 溯源 安全生产 检查 包容审慎 免罚 稽核 防控 监督"
                        + " 违法 处罚 诚信 信用评价 信用修复 智慧监管 非现场 分级分类 核查 环境影响 应急");
        add(
                Domain.FACTORS,
                "人才 职业资格 职称 土地 科技成果 劳动 科研 数据 科技创新 留学生 人力资源",
                "就业 技能 用工 要素 外籍 博士 高校 成果转化 用地 用海 数据交易 公共数据 职业 培训 院校 技术转移 技术经理人" + " 科学家 创新平台 实验室 科技 仪器 算力 海域 宅基地 标准地");
        add(Domain.INTELLECTUAL_PROPERTY, "知识产权 专利 商标 商业秘密", "版权 著作权 地理标志 侵权 技术秘密");
        add(Domain.RULE_OF_LAW, "仲裁 司法 审判 法院 调解 诉讼 纠纷 法律 公证 破产", "执行 案件 判决 查封 投资者权益 法治 律师 立案 检察 争议 法务 涉外法律 庭 送达 债权");
        add(
                Domain.COOPERATION,
                "川渝 京津冀 长三角 跨区域 粤港澳 两岸 中非 一带一路 京冀 协同联动",
                "协同 联动 国际合作 长江经济带 区域 合作 大湾区 东盟 RCEP 互认 共建 跨省 京津 沪 台 港澳 三地 两地" + " 一体化 跨境合作 国际标准 上合");
        List<String> all = new ArrayList<>();
        WORDS.values().forEach(all::addAll);
        ALL = Lexicon.of(all);
        DOMAINS = List.copyOf(WORDS.keySet());
    }

    private DomainWords() {}

    private static void add(Domain domain, String telling, String others) {
        TELLING_WORDS.put(domain, List.of(telling.split(" ", -1)));
        WORDS.put(
                domain,
                Stream.of((telling + ' ' + others).split(" ", -1))
                        .map(ComparableKey::of)
                        .distinct()
                        .toList());
    }

    /** How much title and text say of each of {@link #DOMAINS}; all nought where they say nothing of any. */
    static double[] weigh(String title, String text) {
        Map<String, Integer> inTitle = ALL.countedIn(key(title));
        Map<String, Integer> inText =
                ALL.countedIn(key(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text));
        double[] weights = new double[DOMAINS.size()];
        for (int i = 0; i < weights.length; i++) {
            Domain domain = DOMAINS.get(i);
            for (String word : WORDS.getOrDefault(domain, List.of())) {
                double weight = inTitle.containsKey(word) ? titled(domain, word) : 0;
                int times = Math.min(MAX_COUNTED, inText.getOrDefault(word, 0));
                weights[i] += weight + times * (word.length() > 2 ? LONG_IN_TEXT : IN_TEXT);
            }
        }
        return weights;
    }

    private static double titled(Domain domain, String word) {
        double telling = TELLING_WORDS.getOrDefault(domain, List.of()).contains(word) ? TELLING : 0;
        return IN_TITLE + word.length() + telling + (word.equals(LEADING_SUBJECT) ? LEADING : 0);
    }

    private static String key(String words) {
        String key = ComparableKey.of(words);
        for (String zone : ZONES) {
            key = key.replace(zone, "");
        }
        return key;
    }
}
