package io.casewire.catalog.search;

/**
 * What counts how much, as shares of what all words of the query make together.
 *
 * @param related a word near in meaning instead of the one typed
 * @param captions a word in headings above the case only
 * @param source a word in the title of the document only
 * @param row three characters in a row as typed, anywhere
 * @param titleRow the same in the title
 * @param phrase a part of the query as it stands, times the weight of the field
 * @param sameTitle the title is the query
 * @param leading the unit asked for leads
 * @param responsible the unit asked for is responsible
 * @param place the place asked for is the case's own
 * @param mentioned the place is mentioned
 * @param figure an effect is as asked for
 * @param repeated a pair that only goes on with the word of the pair before it, against one that begins a word
 */
record RankingWeights(
        float related,
        float captions,
        float source,
        float row,
        float titleRow,
        float phrase,
        float sameTitle,
        float leading,
        float responsible,
        float place,
        float mentioned,
        float figure,
        float repeated) {
    static RankingWeights standard() {
        return new RankingWeights(0.35f, 0.15f, 0.25f, 0.15f, 0.15f, 1, 5, 0.8f, 1.1f, 4, 1.2f, 3, 0.4f);
    }
}
