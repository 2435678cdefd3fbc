package io.casewire.replication.sheet;

/**
 * What a file may hold.
 *
 * @param rows in which something stands
 * @param cells in which something stands
 * @param bytes of it, unpacked
 */
public record SheetLimits(long rows, long cells, long bytes) {}
