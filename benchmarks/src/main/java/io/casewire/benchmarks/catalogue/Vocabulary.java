package io.casewire.benchmarks.catalogue;

import java.util.List;
import java.util.SplittableRandom;

/** Words that invented cases are made of: some that many share, and names that hardly two have. */
public final class Vocabulary {
    public static final List<String> SUBJECTS = List.of(
            "跨境电商", "冷链食品", "保税维修", "国际船舶", "数字贸易", "商事纠纷", "研发用品", "绿色燃料", "知识产权", "航空货运", "供应链金融", "外籍人才", "融资租赁",
            "中医药", "工程建设", "不动产登记", "企业开办", "汽车平行进口", "生物样本", "海关查验", "出口退税", "原油期货", "离岸贸易", "科技成果", "排污许可", "电力接入",
            "再制造设备", "大宗商品", "中欧班列", "内河航运");
    public static final List<String> OBJECTS = List.of(
            "退货", "检验", "通关单证", "许可证", "质押融资", "仓储监管", "信用评价", "保险理赔", "税费缴纳", "数据共享", "风险预警", "执业资格", "并联审批", "档案移交",
            "样品抽检", "提单流转", "外汇结算", "人员往来", "场地租赁", "设备通关");
    public static final List<String> WAYS = List.of(
            "一次办理", "分类监管", "无感续证", "智能审核", "联动处置", "承诺备案", "并联作业", "集中查验", "一码溯源", "分拨集并", "异地通办", "白名单管理", "联合评估",
            "一口受理", "免证办理", "以保代押", "远程勘验", "阶梯抽检", "容缺受理", "智慧监测");
    static final List<String> ENDINGS = List.of("新模式", "机制", "改革", "制度", "新举措", "做法", "");
    public static final List<String> UNITS = List.of(
            "海关总署",
            "商务部",
            "税务总局",
            "市场监管总局",
            "交通运输部",
            "省商务厅",
            "市发展改革委",
            "人民银行",
            "知识产权局",
            "自贸办",
            "生态环境局",
            "人力资源社会保障厅",
            "中级人民法院",
            "药品监管局",
            "口岸办",
            "外汇管理局",
            "住房城乡建设局",
            "数据局",
            "海事局",
            "边检总站");
    static final List<String> INDICATORS = List.of("办理时间", "通关成本", "申请材料", "审批环节", "查验率", "融资成本", "抽检批次", "运输时间");
    static final List<String> TIMES = List.of("天", "小时", "个工作日", "分钟");

    /** How sentences run; each %s is a word of its own. */
    static final List<String> SENTENCES = List.of(
            "针对%s环节多、信息分散的问题，由%s牵头建立%s台账，%s与%s部门共用同一编码。",
            "企业在%s平台一次提交材料，%s数据自动比对，%s通过后由%s即时出具结果。",
            "对%s实行清单管理，将%s纳入%s范围，并委托%s开展后续核查。",
            "依托%s系统归集%s信息，按照%s等级实施差别化措施，%s风险提前提示。",
            "在%s园区设立服务专窗，安排%s人员驻点，协调%s解决%s难题。",
            "明确%s标准，细化%s流程，统一%s文书格式，形成可核验的%s记录。",
            "推动%s与%s互认，减少重复%s，降低中小企业%s支出。",
            "探索以%s代替%s，允许先行放行再补交%s，事后由%s抽查。",
            "与%s签订协议，建立%s会商制度，每季度通报%s进展，共同处置%s事项。",
            "引入%s第三方机构，对%s过程全程留痕，%s结果向%s公开。");

    private static final String CHARACTERS =
            "安宝保北本标才材采仓测策产长常场车城成程承诚持储船创达单导登地电调定动端多发范方放非费分服辅港高格工公共购关管规国海航核合衡后互化环汇货机积基集计技检建交结金紧进京经精境净居局"
                    + "据决军开康科空口库快联粮料林流陆路旅绿码贸密民明模能农配批评期企器前侨青轻清全权确认融软商社申审生石实识市试视收书数水税司速随碳特提天田通统图土拓外网维卫文物息系先现线箱效协新信星刑需学训研验洋业医移"
                    + "易益银应营油渔域员园原源远约云运增展站招证支知直职制质中重舟注专装资自综租组";

    private Vocabulary() {}

    /** A name of two to four characters that hardly two cases share. */
    public static String coined(SplittableRandom random) {
        int length = 2 + random.nextInt(3);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return word.toString();
    }

    /** One of them. */
    public static <T> T of(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
