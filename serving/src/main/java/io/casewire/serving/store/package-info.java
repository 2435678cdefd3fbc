/** How a service uses its store: durable writes, time limits, guarded writes, and what it answers while the store is away. */
@NullMarked
package io.casewire.serving.store;

import org.jspecify.annotations.NullMarked;
