package io.casewire.replication.attachment;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Pieces one after the other, of which one is in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private long left;
    private int next;
    private byte[] piece = new byte[0];
    private int at;

    /** @param size of all pieces together, in bytes */
    PieceStream(long size, IntFunction<byte[]> pieces) {
        this.left = size;
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && left > 0) {
            piece = pieces.apply(next++);
            at = 0;
            if (piece.length == 0 || piece.length > left) {
                throw new IllegalStateException(
                        "Piece " + (next - 1) + " of an attachment has another length than was kept");
            }
            left -= piece.length;
        }
        if (at == piece.length) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }
}
