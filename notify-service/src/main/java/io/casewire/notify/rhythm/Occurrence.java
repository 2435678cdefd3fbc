package io.casewire.notify.rhythm;

import java.time.Instant;

/**
 * A time a digest is made at.
 *
 * @param provisional whether days were counted of a year whose holidays are not announced
 */
public record Occurrence(Instant at, boolean provisional) {}
