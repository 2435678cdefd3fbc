/** Notices whose numbered measures carry their departments and their scope. */
@NullMarked
package io.casewire.parsing.genre.measure;

import org.jspecify.annotations.NullMarked;
