package io.casewire.contracts.parsed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What kind of document this is, which decides the recognisers that read it. */
public enum Genre {
    /** A provincial table of results (制度创新成果汇总表), one row a case. */
    ACHIEVEMENT_TABLE,
    /** A collection of best-practice cases (最佳实践案例), one chapter a case. */
    BEST_PRACTICES,
    /** Newspaper or journal write-ups, several cases with their practices. */
    CASE_STUDIES,
    /** An implementation plan or a division of tasks (实施方案, 任务分工). */
    PLAN,
    /** An annual report with tables, annexes and a chronicle. */
    REPORT,
    /** A notice with a list or table of reforms to replicate (复制推广清单). */
    PROMOTION_LIST,
    /** A notice of numbered measures addressed to zones or regions. */
    MEASURES,
    /** None of these; yields no case. Also what an older reader makes of a genre it does not know. */
    @JsonEnumDefaultValue
    UNRECOGNISED
}
