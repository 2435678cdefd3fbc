package io.casewire.parsing.page;

import io.casewire.parsing.page.SequenceCounts.Seam;
import io.casewire.text.Glyphs;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows what in this document: the evidence for whether two torn ends belong together. */
final class Pairs {
    private static final int MAX_OVERLAP = 8;

    /** Words so common in official language that a seam which makes one needs no other witness. */
    private static final Set<String> COMMON = Set.of(("推广 改革 创新 制度 经济 发展 企业 服务 管理 监管 机制 工作 政策 部门 项目 平台 信息 数据 系统 "
                    + "审批 申请 办理 材料 资料 流程 时间 成本 效率 试点 复制 贸易 投资 金融 海关 通关 口岸 物流 运输 "
                    + "国际 跨境 电商 自贸 片区 综合 保税 仓储 加工 制造 产业 科技 人才 知识 产权 法院 案件 调解 仲裁 "
                    + "税务 银行 外汇 融资 保险 基金 登记 许可 证照 核查 检验 检疫 标准 认证 建设 规划 土地 工程 施工 "
                    + "验收 环境 保护 安全 风险 应急 公共 资源 交易 信用 评价 考核 监督 指导 协调 联动 合作 交流 开放 "
                    + "质量 提升 优化 推进 推动 促进 加强 完善 建立 健全 实施 开展 探索 形成 实现 降低 压缩 缩短 减少 "
                    + "增加 增长 提高 扩大 保障 支持 鼓励 引导 培育 打造 营造 构建 落实 全面 重点 主要 有效 相关 单位 "
                    + "机构 人员 群众 市民 居民 基础 情况 问题 要求 责任 任务 目标 成效 案例 经验 做法 模式 领域 方面 "
                    + "区域 城市 社会 市场 主体 法律 执行 诉讼 专业 技术 设备 产品 货物 船舶 港口 铁路 航空 航线 中心 "
                    + "园区 示范 窗口 网络 智能 电子 共享 互联 协同")
            .split(" ", -1));

    private final List<Line> lines;
    private @Nullable SequenceCounts counts;

    Pairs(List<Line> lines) {
        this.lines = lines;
    }

    /** 0 where nothing speaks for the seam, 1 where two characters across it occur elsewhere, 2 and more where three do. */
    int fit(String left, String right) {
        if (left.length() < 2 || right.length() < 2) {
            return 0;
        }
        char a = left.charAt(left.length() - 2);
        char b = left.charAt(left.length() - 1);
        char c = right.charAt(0);
        char d = right.charAt(1);
        Seam seam = counts().of(a, b, c, d);
        if (seam.pair() == 0) {
            return COMMON.contains("" + b + c) ? 1 : 0;
        }
        int triples = seam.withBefore() + (Glyphs.isHan(d) ? seam.withBehind() : 0);
        return triples > 0 ? 1 + triples : 1;
    }

    /**
     * How many characters at the start of {@code right} merely repeat the end of {@code left}, as happens when a page
     * break falls inside a word.
     */
    int overlap(String left, String right) {
        for (int length = Math.min(MAX_OVERLAP, Math.min(left.length(), right.length() - 1)); length >= 2; length--) {
            if (left.regionMatches(left.length() - length, right, 0, length) && Glyphs.isHan(right.charAt(0))) {
                return length;
            }
        }
        if (left.length() < 2 || right.length() < 2 || left.charAt(left.length() - 1) != right.charAt(0)) {
            return 0;
        }
        char twice = right.charAt(0);
        char after = right.charAt(1);
        if (!Glyphs.isHan(twice)) {
            return 0;
        }
        boolean wordEndsLeft = counts().of(twice, twice) > 0;
        return !wordEndsLeft && counts().of(twice, after) > 1 ? 1 : 0;
    }

    private SequenceCounts counts() {
        SequenceCounts known = counts;
        if (known == null) {
            known = new SequenceCounts(lines);
            counts = known;
        }
        return known;
    }
}
