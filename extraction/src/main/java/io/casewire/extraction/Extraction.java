package io.casewire.extraction;

import java.util.List;

/**
 * What a file holds.
 *
 * @param blocks in reading order
 * @param notices what could not be taken over
 */
public record Extraction(Format format, List<Block> blocks, List<Notice> notices) implements Content {
    public Extraction {
        blocks = List.copyOf(blocks);
        notices = List.copyOf(notices);
    }
}
