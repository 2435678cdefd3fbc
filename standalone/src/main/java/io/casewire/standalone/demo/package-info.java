/** The demonstration: samples go in, an alert comes out, one region reports an adoption. */
@NullMarked
package io.casewire.standalone.demo;

import org.jspecify.annotations.NullMarked;
