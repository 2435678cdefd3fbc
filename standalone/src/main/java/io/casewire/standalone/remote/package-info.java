/** A running instance seen from outside: where it is, its HTTP interfaces, bringing documents in. */
@NullMarked
package io.casewire.standalone.remote;

import org.jspecify.annotations.NullMarked;
