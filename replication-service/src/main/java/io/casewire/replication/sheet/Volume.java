package io.casewire.replication.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** How much of a file was read so far, held against its limits. */
final class Volume {
    private final SheetLimits limits;
    private long rows;
    private long cells;
    private long bytes;

    Volume(SheetLimits limits) {
        this.limits = limits;
    }

    /** @throws Unreadable beyond a limit */
    void row(List<String> read) {
        rows++;
        cells += read.stream().filter(cell -> !cell.isEmpty()).count();
        if (rows > limits.rows()) {
            throw new Unreadable("too-many-rows", "表格超过" + limits.rows() + "行，请按地区分成几个文件导入。");
        }
        if (cells > limits.cells()) {
            throw new Unreadable("too-many-cells", "表格超过" + limits.cells() + "个单元格，请按地区分成几个文件导入。");
        }
    }

    /** The same, which counts for this. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                count(Math.max(0, read));
                return read;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    private void count(int more) {
        bytes += more;
        if (bytes > limits.bytes()) {
            throw new Unreadable("file-too-large-unpacked", "文件解压后过大，请删去多余的内容和格式后再导入。");
        }
    }
}
