package io.casewire.replication.calendar;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code casewire.calendar}.
 *
 * @param file CSV of days that are not built in, see module calendar; null for none
 */
@ConfigurationProperties("casewire.calendar")
record CalendarSettings(@Nullable Path file) {}
