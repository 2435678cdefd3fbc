package io.casewire.gazetteer;

/** Text made comparable, character by character, so that offsets stay those of the original. */
final class Folded {

    private static final char[] TABLE = table();

    private Folded() {}

    /** Brackets and digits get one width, traditional characters of names the simplified form. */
    static String of(CharSequence text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[text.charAt(i)];
        }
        return new String(folded);
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        for (int digit = 0; digit < 10; digit++) {
            table['０' + digit] = (char) ('0' + digit);
        }
        table['('] = '（';
        table[')'] = '）';
        table['〔'] = '（';
        table['〕'] = '）';
        table['﹑'] = '、';
        table['／'] = '/';
        Csv.read("traditional.csv")
                .forEach(row -> table[row.get("traditional").charAt(0)] =
                        row.get("simplified").charAt(0));
        return table;
    }
}
