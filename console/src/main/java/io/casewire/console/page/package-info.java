/** The page and its assets, and what browsers are told to refuse. */
@NullMarked
package io.casewire.console.page;

import org.jspecify.annotations.NullMarked;
