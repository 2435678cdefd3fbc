package io.casewire.extraction.layout;

/** What the positions of two lines, one below the other, say of their texts. */
enum Seams {
    /** The margin cut a line in two. */
    JOIN,
    /** Its author ended the line. */
    NEXT,
    /** Room is left between them. */
    APART;

    private static final double SAME_SIZE = 0.12;
    private static final double SET_IN = 1.2;

    /** Farther in, a line is centred or set to the right. */
    private static final double FARTHEST_IN = 4.5;

    private static final double WIDER = 1.25;
    private static final double CENTRED = 1.2;

    static Seams between(TextLine a, TextLine b, Margins margins) {
        double pitch = b.baseline() - a.baseline();
        boolean sameSize = Math.abs(a.size() - b.size()) <= SAME_SIZE * Math.max(a.size(), b.size());
        if (!sameSize || pitch <= 0 || pitch > WIDER * margins.pitch(a)) {
            return APART;
        }
        return goesOn(a, b, margins) ? JOIN : NEXT;
    }

    /** Whether the second line is the rest of the first, wherever it stands. */
    static boolean goesOn(TextLine a, TextLine b, Margins margins) {
        if (isCentred(b, margins)) {
            double room = margins.right() - margins.left();
            boolean full = a.right() - a.left() + b.firstPiece() > room;
            return isBalanced(a, margins) && full && !a.broken() && !a.endsSentence();
        }
        boolean full = a.endsOpen() || a.right() + b.firstPiece() > margins.right() + 0.05 * b.size();
        if (!full || a.broken() || (isFarIn(a, margins) && !beginLevel(a, b))) {
            return false;
        }
        boolean counts = b.startsWithNumber();
        if (counts && (a.endsSentence() || a.endsBracket())) {
            return false;
        }
        if (indent(b, margins) < SET_IN) {
            return !a.endsSentence() || margins.firstLinesAreSetIn() || beginLevel(a, b);
        }
        boolean begins = isUsualFirstLine(b, margins) && !beginLevel(a, b);
        return !a.endsSentence() && !counts && !begins;
    }

    /** Whether a paragraph begins with this line, as its place says. */
    static boolean isSetIn(TextLine line, Margins margins) {
        double indent = indent(line, margins);
        return indent >= SET_IN && indent <= FARTHEST_IN && !isCentred(line, margins);
    }

    private static boolean isCentred(TextLine line, Margins margins) {
        return indent(line, margins) > SET_IN && !isUsualFirstLine(line, margins) && isBalanced(line, margins);
    }

    /** Two characters in, where this document sets first lines in. */
    private static boolean isUsualFirstLine(TextLine line, Margins margins) {
        return margins.firstLinesAreSetIn() && Math.abs(indent(line, margins) - 2) < 0.3;
    }

    private static boolean isBalanced(TextLine line, Margins margins) {
        double before = line.left() - margins.left();
        double behind = margins.right() - line.right();
        return Math.abs(before - behind) < CENTRED * line.size();
    }

    private static boolean isFarIn(TextLine line, Margins margins) {
        return indent(line, margins) > FARTHEST_IN;
    }

    private static boolean beginLevel(TextLine a, TextLine b) {
        return Math.abs(a.left() - b.left()) < 0.5 * a.size();
    }

    private static double indent(TextLine line, Margins margins) {
        return (line.left() - margins.left()) / line.size();
    }
}
