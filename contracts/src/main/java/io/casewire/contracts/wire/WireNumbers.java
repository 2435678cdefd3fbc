package io.casewire.contracts.wire;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Numbers in the shortest form, as ECMAScript writes them and RFC 8785 (section 3.2.2.3) asks: {@code 1} and not {@code 1.0}. Many
 * receivers read JSON and write it again before they verify a signature; with this form they get the bytes that were signed.
 */
final class WireNumbers {
    /** From here on ECMAScript writes an exponent: digits before the point. */
    private static final int MAX_PLAIN_DIGITS = 21;
    /** From here on too: zeros after the point before the first other digit. */
    private static final int MAX_LEADING_ZEROS = 6;

    private static final int INT_DIGITS = 10;
    private static final int LONG_DIGITS = 19;

    private WireNumbers() {}

    static SimpleModule module() {
        return new SimpleModule("shortest-numbers")
                .addSerializer(Double.class, new Doubles())
                .addSerializer(double.class, new Doubles())
                .addSerializer(BigDecimal.class, new Decimals());
    }

    // as typed as their form allows, so that a tree made of a value is the tree that is read from its text
    private static void write(BigDecimal number, JsonGenerator json) {
        BigDecimal shortest = number.stripTrailingZeros();
        int pointAt = shortest.precision() - shortest.scale();
        if (shortest.signum() == 0) {
            json.writeNumber(0);
        } else if (pointAt > MAX_PLAIN_DIGITS || pointAt <= -MAX_LEADING_ZEROS) {
            if (json.streamWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)) {
                json.writeNumber(withExponent(shortest, pointAt - 1));
            } else {
                // a tree has no form
                json.writeNumber(shortest.doubleValue());
            }
        } else if (shortest.scale() > 0) {
            json.writeNumber(shortest);
        } else if (pointAt < INT_DIGITS) {
            json.writeNumber(shortest.intValueExact());
        } else if (pointAt < LONG_DIGITS) {
            json.writeNumber(shortest.longValueExact());
        } else {
            json.writeNumber(shortest.toBigIntegerExact());
        }
    }

    private static String withExponent(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() == 1 ? "" : '.' + digits.substring(1))
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    private static final class Doubles extends StdSerializer<Double> {
        private Doubles() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " is no number of JSON");
            }
            String form = value.toString();
            if (form.indexOf('E') < 0 && !form.endsWith(".0")) {
                json.writeNumber(value);
            } else {
                write(new BigDecimal(form), json);
            }
        }
    }

    private static final class Decimals extends StdSerializer<BigDecimal> {
        private Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            write(value, json);
        }
    }
}
