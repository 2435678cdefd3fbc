package io.casewire.catalog.export;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Exports.
 *
 * @param atOnce how many may be written at the same time; others are asked to come back
 */
@Validated
@ConfigurationProperties("casewire.catalog.export")
record ExportSettings(@Min(1) @DefaultValue("4") int atOnce) {}
