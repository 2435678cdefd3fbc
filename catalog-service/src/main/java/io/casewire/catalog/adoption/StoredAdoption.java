package io.casewire.catalog.adoption;

import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a case's adoption.
 *
 * @param adoption null while no region was heard from to which the case applies
 * @param writes how often it was stored; another number is another state
 */
public record StoredAdoption(@Nullable Adoption adoption, long writes) {}
