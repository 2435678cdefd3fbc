package io.casewire.replication.exchange;

import io.casewire.replication.sheet.SheetLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The ledger as files.
 *
 * @param atOnce how many may be written or read at the same time; others are asked to come back
 * @param maxSize of a file that is read
 * @param maxUnpacked of what it holds, unpacked
 * @param maxRows of a file, written or read
 * @param maxCells of a file that is read, in which something stands
 * @param maxChanges how many lines one file may change
 * @param maxTold how many errors, warnings and changes are told one by one
 */
@Validated
@ConfigurationProperties("casewire.replication.exchange")
record ExchangeSettings(
        @Min(1) @DefaultValue("2") int atOnce,
        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("512MB") DataSize maxUnpacked,
        @Min(1) @Max(1_000_000) @DefaultValue("200000") int maxRows,
        @Min(1) @DefaultValue("1000000") int maxCells,
        @Min(1) @DefaultValue("20000") int maxChanges,
        @Min(1) @DefaultValue("500") int maxTold) {

    SheetLimits limits() {
        return new SheetLimits(maxRows, maxCells, maxUnpacked.toBytes());
    }
}
