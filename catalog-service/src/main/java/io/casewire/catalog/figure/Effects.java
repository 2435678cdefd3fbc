package io.casewire.catalog.figure;

import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.query.figure.Amount;
import io.casewire.query.figure.Effect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** All effects of a case as the index keeps them, in one value for each case. */
public final class Effects {
    /** The field of the index; absent where a case has no metrics. */
    public static final String FIELD = "effects.figures";

    private Effects() {}

    /** The bytes to keep. */
    public static BytesRef encode(List<Metric> metrics) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(metrics.size());
            for (Metric metric : metrics) {
                write(Effect.of(metric), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer in memory cannot be written", e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    static List<Effect> decode(BytesRef encoded) {
        List<Effect> effects = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(encoded.bytes, encoded.offset, encoded.length))) {
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                effects.add(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index holds a value of another version", e);
        }
        return effects;
    }

    private static void write(Effect effect, DataOutputStream out) throws IOException {
        out.writeUTF(effect.kind().name());
        out.writeUTF(effect.indicator());
        out.writeDouble(effect.change() == null ? Double.NaN : effect.change());
        write(effect.before(), out);
        write(effect.after(), out);
        write(effect.amount(), out);
    }

    private static void write(@Nullable Amount amount, DataOutputStream out) throws IOException {
        out.writeBoolean(amount != null);
        if (amount != null) {
            out.writeDouble(amount.value());
            out.writeUTF(amount.unit());
        }
    }

    private static Effect read(DataInputStream in) throws IOException {
        MetricKind kind = MetricKind.valueOf(in.readUTF());
        String indicator = in.readUTF();
        double change = in.readDouble();
        return new Effect(
                kind, indicator, Double.isNaN(change) ? null : change, readAmount(in), readAmount(in), readAmount(in));
    }

    private static @Nullable Amount readAmount(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Amount(in.readDouble(), in.readUTF()) : null;
    }
}
