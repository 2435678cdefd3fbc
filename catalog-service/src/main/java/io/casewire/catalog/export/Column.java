package io.casewire.catalog.export;

import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.wording.Language;
import io.casewire.catalog.wording.Names;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Effects;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Practice;
import io.casewire.contracts.parsed.Promotion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a table of cases, in order. */
enum Column {
    ID("案例编号", "Case ID"),
    TITLE("案例名称", "Title"),
    DOMAINS("领域", "Domains"),
    CATEGORY("文件中的类别", "Category as printed"),
    ZONES("来源自贸试验区", "Pilot zones of origin"),
    AREAS("来源片区", "Areas of origin"),
    ORIGIN_UNITS("推荐或首创单位", "Recommended or created by"),
    LEAD_UNITS("牵头单位", "Lead units"),
    SUPPORTING_UNITS("配合单位", "Supporting units"),
    ORIGINALITY("首创性", "Originality"),
    BACKGROUND("背景", "Background"),
    SUMMARY("概述", "Summary"),
    PRACTICE("主要做法", "Practice"),
    EFFECTS("成效", "Effects"),
    METRICS("量化成效", "Quantified effects"),
    METRIC_COUNT("量化成效数", "Number of quantified effects"),
    SCOPE("推广范围", "Promoted to"),
    SCOPE_TEXT("推广范围（原文）", "Promoted to, as printed"),
    STRENGTH("推广要求", "Strength"),
    SINCE("推广起始", "Promoted since"),
    INSTRUMENT("推广依据", "Promoted by"),
    INSTRUMENT_NUMBER("推广依据文号", "Number of that document"),
    DOCUMENT("来源文件", "Source document"),
    DOCUMENT_NUMBER("来源文号", "Source number"),
    ISSUER("发文机关", "Issuer"),
    ISSUED_ON("成文日期", "Issued on"),
    FIRST_LINE("原文起始行", "First line"),
    LAST_LINE("原文结束行", "Last line"),
    DOCUMENT_ID("文件编号", "Document ID"),
    REVISION("版次", "Revision"),
    FIRST_PUBLISHED("首次发布（UTC）", "First published (UTC)"),
    UPDATED("更新（UTC）", "Updated (UTC)");

    /** Between several values; no name holds it. */
    private static final String GAP = "；";

    private final String chinese;
    private final String english;

    Column(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** All of them, the first at the left. */
    static List<Column> inOrder() {
        return List.of(values());
    }

    String heading(Language language) {
        return language.of(chinese, english);
    }

    /** A {@link String}, a {@link Number}, or null for what was not printed. */
    @Nullable
    Object of(StoredCase stored, Language language) {
        CaseRecord content = stored.content();
        DocumentReference document = stored.document();
        @Nullable Promotion promotion = content.promotion();
        @Nullable PolicyDocument instrument = promotion == null ? null : promotion.instrument();
        return switch (this) {
            case ID -> content.id().value();
            case TITLE -> content.title();
            case DOMAINS ->
                joined(content.domains().stream()
                        .map(domain -> Names.of(domain, language))
                        .toList());
            case CATEGORY -> content.category();
            case ZONES -> joined(content.zones());
            case AREAS -> joined(content.areas());
            case ORIGIN_UNITS -> joined(content.originUnits());
            case LEAD_UNITS -> joined(content.leadUnits());
            case SUPPORTING_UNITS -> joined(content.supportingUnits());
            case ORIGINALITY -> of(content.originality(), claimed -> Names.of(claimed, language));
            case BACKGROUND -> content.background();
            case SUMMARY -> content.summary();
            case PRACTICE -> of(content.practice(), Practice::text);
            case EFFECTS -> of(content.effects(), Effects::text);
            case METRICS ->
                joined(content.metrics().stream().map(Metric::quote).distinct().toList());
            case METRIC_COUNT -> content.metrics().size();
            case SCOPE -> of(promotion, promoted -> Names.of(promoted.scope(), language));
            case SCOPE_TEXT -> of(promotion, Promotion::scopeText);
            case STRENGTH -> of(of(promotion, Promotion::strength), strength -> Names.of(strength, language));
            case SINCE -> of(promotion, Promotion::since);
            case INSTRUMENT -> of(instrument, PolicyDocument::title);
            case INSTRUMENT_NUMBER -> of(instrument, PolicyDocument::number);
            case DOCUMENT -> document.title();
            case DOCUMENT_NUMBER -> document.number();
            case ISSUER -> document.issuer();
            case ISSUED_ON -> document.issuedOn();
            case FIRST_LINE -> content.lines().first();
            case LAST_LINE -> content.lines().last();
            case DOCUMENT_ID -> document.id().value();
            case REVISION -> stored.revision();
            case FIRST_PUBLISHED -> stored.firstPublished().toString();
            case UPDATED -> stored.updated().toString();
        };
    }

    private static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(GAP, values);
    }

    private static <T, R> @Nullable R of(@Nullable T part, Function<T, @Nullable R> value) {
        return part == null ? null : value.apply(part);
    }
}
