package io.casewire.notify.subscription;

import java.time.Instant;

/**
 * That the service switched a subscription off because its receiver is gone or nothing reached it.
 *
 * @param reason one sentence or two
 */
public record GivenUp(Instant at, String reason) {}
