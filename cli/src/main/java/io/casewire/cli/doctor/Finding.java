package io.casewire.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param about in a word or two
 * @param sentence what was found and, unless it is well, what to do
 */
record Finding(Grade grade, String about, String sentence) {
    static Finding ok(String about, String sentence) {
        return new Finding(Grade.OK, about, sentence);
    }

    static Finding warn(String about, String sentence) {
        return new Finding(Grade.WARN, about, sentence);
    }

    static Finding fail(String about, String sentence) {
        return new Finding(Grade.FAIL, about, sentence);
    }

    @Override
    public String toString() {
        return "  %-4s %-11s %s".formatted(grade, about, sentence);
    }

    /** How bad it is. */
    enum Grade {
        OK,
        /** It works, but not as it should in earnest. */
        WARN,
        /** It does not work, or secrets are open. */
        FAIL
    }
}
