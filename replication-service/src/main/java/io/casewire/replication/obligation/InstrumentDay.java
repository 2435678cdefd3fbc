package io.casewire.replication.obligation;

import java.time.LocalDate;

/**
 * A day that a document prints beside an instrument's number.
 *
 * @param foundIn id of the document or evidence that prints it
 */
record InstrumentDay(LocalDate day, String foundIn) {}
