package io.casewire.ingest.blob;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads pieces one after the other, holding one in memory. */
final class PiecesInputStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private long remaining;
    private int next;
    private byte[] piece = new byte[0];
    private int position;

    PiecesInputStream(long size, IntFunction<byte[]> pieces) {
        this.remaining = size;
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean hasMore() {
        if (position == piece.length && remaining > 0) {
            piece = pieces.apply(next++);
            position = 0;
            if (piece.length == 0 || piece.length > remaining) {
                throw new DamagedBlob("Piece " + (next - 1) + " has another length than was put");
            }
            remaining -= piece.length;
        }
        return position < piece.length;
    }
}
