package io.casewire.extraction.word;

import io.casewire.extraction.ExtractionLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a packed file, counted against what all parts together may unpack to. */
public final class BoundedStream extends FilterInputStream {
    private final Budget budget;

    /** What is left of {@link ExtractionLimits#unpackedBytes()}. */
    public static final class Budget {
        private final ExtractionLimits limits;
        private long left;

        public Budget(ExtractionLimits limits) {
            this.limits = limits;
            this.left = limits.unpackedBytes();
        }

        private void spend(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw Refused.unpacksTooLarge(limits);
            }
        }
    }

    public BoundedStream(InputStream part, Budget budget) {
        super(part);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        budget.spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        budget.spend(Math.max(0, read));
        return read;
    }
}
