/** Who says it, when and under which number: the head of an official document. */
@NullMarked
package io.casewire.parsing.head;

import org.jspecify.annotations.NullMarked;
