package io.casewire.extraction;

/**
 * How much of a file is taken apart.
 *
 * @param unpackedBytes of all parts of a packed file together
 * @param ratio of unpacked to packed bytes past the first 10 MB
 * @param members of a packed file
 * @param depth of archives inside archives
 * @param blocks paragraphs, lines and rows
 * @param characters of all texts together
 */
public record ExtractionLimits(long unpackedBytes, int ratio, int members, int depth, int blocks, long characters) {
    public static final ExtractionLimits DEFAULT =
            new ExtractionLimits(512L << 20, 100, 1_000, 3, 1_000_000, 64L << 20);

    /** Their names, for messages and settings. */
    public static final String MAX_UNPACKED_SIZE = "max-unpacked-size";

    public static final String MAX_RATIO = "max-ratio";
    public static final String MAX_MEMBERS = "max-members";
    public static final String MAX_DEPTH = "max-depth";
    public static final String MAX_BLOCKS = "max-blocks";
    public static final String MAX_CHARACTERS = "max-characters";
}
