/** What all of this service's HTTP answers have in common: pages, problems, JSON. */
@NullMarked
package io.casewire.replication.http;

import org.jspecify.annotations.NullMarked;
