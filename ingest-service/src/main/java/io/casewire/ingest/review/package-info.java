/** Documents that are looked at by a person before they are published: what holds them, and what the person decides. */
@NullMarked
package io.casewire.ingest.review;

import org.jspecify.annotations.NullMarked;
