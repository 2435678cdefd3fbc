package io.casewire.parsing.layout;

/** How a caller stops a parse that takes too long: it interrupts the thread, and loops over lines, sentences and cases look. */
public final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Interruption() {
        super("interrupted", null, false, false);
    }

    /**
     * Looks whether somebody wants this thread to stop; its mark stays set.
     *
     * @throws Interruption if so
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interruption();
        }
    }
}
