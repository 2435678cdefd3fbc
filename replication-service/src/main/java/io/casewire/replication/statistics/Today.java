package io.casewire.replication.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is in China. */
final class Today {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
