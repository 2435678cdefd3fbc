package io.casewire.notify.delivery;

/** A delivery to attempt, and where it goes. */
record Due(String id, Lane lane) {}
