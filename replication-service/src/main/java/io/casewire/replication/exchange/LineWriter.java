package io.casewire.replication.exchange;

import java.io.IOException;

/** Writes lines one after another and keeps none of them. What breaks off is left without its end, so that nobody takes it for whole. */
interface LineWriter {
    void write(Line line) throws IOException;

    /** Writes the end. */
    void finish() throws IOException;
}
