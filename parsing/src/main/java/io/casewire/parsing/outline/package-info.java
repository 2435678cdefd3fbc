/** How Chinese official texts number their parts (一、 / （一） / 1. / (1) / ① / 一是), whatever the genre. */
@NullMarked
package io.casewire.parsing.outline;

import org.jspecify.annotations.NullMarked;
