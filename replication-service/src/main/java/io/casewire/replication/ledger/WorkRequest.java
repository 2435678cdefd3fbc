package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.replication.ledger.WorkChange.Part;
import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a change of work, as sent (RFC 7396): what is absent stays, null clears. */
record WorkRequest(
        @Nullable JsonNode department,
        @Nullable JsonNode person,
        @Nullable JsonNode plannedFinish,
        @Nullable JsonNode percent,
        @Nullable JsonNode remark) {
    private static final int MAX_PERCENT = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** Typed; texts that show nothing to a reader clear as null does. */
    WorkChange change() {
        Set<Part> said = EnumSet.noneOf(Part.class);
        said(said, Part.DEPARTMENT, department);
        said(said, Part.PERSON, person);
        said(said, Part.PLANNED_FINISH, plannedFinish);
        said(said, Part.PERCENT, percent);
        said(said, Part.REMARK, remark);
        if (said.isEmpty()) {
            throw Problems.badRequest("Say one of 'department', 'person', 'plannedFinish', 'percent', 'remark'.");
        }
        return new WorkChange(
                said,
                new Work(
                        text("department", department, WorkChange.MAX_DEPARTMENT),
                        text("person", person, WorkChange.MAX_PERSON),
                        day(plannedFinish),
                        percent(percent),
                        text("remark", remark, WorkChange.MAX_REMARK)));
    }

    private static void said(Set<Part> said, Part part, @Nullable JsonNode given) {
        if (given != null) {
            said.add(part);
        }
    }

    private static @Nullable String text(String what, @Nullable JsonNode given, int max) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isString()) {
            throw Problems.badRequest("'" + what + "' has to be a text, or null to clear it.");
        }
        return Texts.visible(what, given.asString(), max);
    }

    private static @Nullable LocalDate day(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given.isString() ? given.asString() : "");
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Problems.badRequest("'plannedFinish' is a day such as 2026-06-30, or null to clear it.");
    }

    private static @Nullable Integer percent(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isIntegralNumber() || !given.canConvertToInt() || given.asInt() < 0 || given.asInt() > MAX_PERCENT) {
            throw Problems.badRequest("'percent' is a whole number from 0 to 100, or null to clear it.");
        }
        return given.asInt();
    }
}
