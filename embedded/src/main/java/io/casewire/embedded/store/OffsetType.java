package io.casewire.embedded.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** What an index keeps with an entry: where in its bytes the document's {@link Key} begins. */
final class OffsetType extends BasicDataType<Integer> {
    static final OffsetType INSTANCE = new OffsetType();

    private OffsetType() {}

    // the usual ones are shared by the JVM
    @Override
    public int getMemory(Integer offset) {
        return 0;
    }

    @Override
    public void write(WriteBuffer buffer, Integer offset) {
        buffer.putVarInt(offset);
    }

    @Override
    public Integer read(ByteBuffer buffer) {
        return DataUtils.readVarInt(buffer);
    }

    @Override
    public Integer[] createStorage(int size) {
        return new Integer[size];
    }
}
