package io.casewire.extraction.layout;

import java.util.List;

/**
 * What is printed on a page, turned so that its text runs from left to right.
 *
 * @param number counted from 1
 * @param width in points, as is the height
 */
record PrintedPage(int number, double width, double height, List<Glyph> glyphs, List<Ruling> rulings) {}
