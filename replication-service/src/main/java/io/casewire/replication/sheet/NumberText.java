package io.casewire.replication.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Numbers of a workbook as their readers see them. */
public final class NumberText {
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final int LAST_DAY = 2_958_465;
    private static final int MINUTES = 24 * 60;
    private static final MathContext AS_EXCEL = new MathContext(15);
    private static final int MAX_DIGITS = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private NumberText() {}

    /** @param written as the file has it, {@code 0.10000000000000001} or {@code 1.38E+10} */
    static String of(String written, NumberFormats.Shown shown, boolean since1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(written.strip()).round(AS_EXCEL);
        } catch (NumberFormatException | ArithmeticException e) {
            return written;
        }
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS
                || Math.abs((long) number.scale()) > MAX_DIGITS) {
            return written;
        }
        return switch (shown) {
            case PLAIN -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + '%';
            case DATE -> time(number, since1904).orElseGet(() -> plain(number));
        };
    }

    /** The day of that serial number; empty where it is none. */
    public static Optional<LocalDate> day(int serial, boolean since1904) {
        if (serial < 1 || serial > LAST_DAY) {
            return Optional.empty();
        }
        if (since1904) {
            return Optional.of(SINCE_1904.plusDays(serial));
        }
        return Optional.of(SINCE_1900.plusDays(serial < DAY_THAT_NEVER_WAS ? serial + 1 : serial));
    }

    private static Optional<String> time(BigDecimal serial, boolean since1904) {
        double value = serial.doubleValue();
        if (value < 1 || value > LAST_DAY) {
            return Optional.empty();
        }
        long minutes = Math.round(value * MINUTES);
        return day((int) (minutes / MINUTES), since1904).map(day -> {
            LocalDateTime at = day.atStartOfDay().plusMinutes(minutes % MINUTES);
            return minutes % MINUTES == 0 ? day.toString() : TIME.format(at);
        });
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
