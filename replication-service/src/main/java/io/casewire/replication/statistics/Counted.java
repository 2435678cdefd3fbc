package io.casewire.replication.statistics;

/** What {@code /statistics} answers: an overview, or one grouping. */
sealed interface Counted permits Statistics, Grouped {}
