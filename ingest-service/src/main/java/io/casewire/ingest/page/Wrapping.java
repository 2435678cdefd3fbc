package io.casewire.ingest.page;

import java.util.List;

/** Whether the text was wrapped at a fixed width, so that a full line says nothing of where its paragraph ends. */
final class Wrapping {
    private static final int WIDEST = 240;
    private static final int SLACK = 4;

    private final int width;

    private Wrapping(int width) {
        this.width = width;
    }

    static Wrapping of(List<Line> lines) {
        int[] histogram = new int[WIDEST + 1];
        int count = 0;
        for (Line line : lines) {
            if (line.isBlank() || line.raw().indexOf('\t') >= 0) {
                continue;
            }
            int columns = columns(line.raw());
            if (columns > WIDEST) {
                // a line nobody wrapped
                return new Wrapping(Integer.MAX_VALUE);
            }
            histogram[columns]++;
            count++;
        }
        int widest = WIDEST;
        while (widest > 0 && histogram[widest] == 0) {
            widest--;
        }
        int full = 0;
        for (int i = Math.max(0, widest - SLACK); i <= widest; i++) {
            full += histogram[i];
        }
        boolean wrapped = count >= 8 && widest >= 20 && full * 3 >= count;
        return new Wrapping(wrapped ? widest : Integer.MAX_VALUE);
    }

    boolean isWrapped() {
        return width != Integer.MAX_VALUE;
    }

    boolean isFull(Line line) {
        return width != Integer.MAX_VALUE && columns(line.raw()) >= width - SLACK;
    }

    private static int columns(String raw) {
        String text = raw.stripTrailing();
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            columns += text.charAt(i) < '\u0080' ? 1 : 2;
        }
        return columns;
    }
}
