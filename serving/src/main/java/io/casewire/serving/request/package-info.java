/** Queries read strictly: what a handler does not declare is refused by name. */
@NullMarked
package io.casewire.serving.request;

import org.jspecify.annotations.NullMarked;
