/** Messages that wait to be told together: where they wait, and what is made of them when their time has come. */
@NullMarked
package io.casewire.notify.digest;

import org.jspecify.annotations.NullMarked;
