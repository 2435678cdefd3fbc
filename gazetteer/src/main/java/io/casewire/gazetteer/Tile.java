package io.casewire.gazetteer;

/**
 * Where a provincial-level division stands on the tile map.
 *
 * @param row from the north, 0-based
 * @param column from the west, 0-based
 */
public record Tile(String code, int row, int column) {}
