/** Lists of reforms to replicate (复制推广清单). */
@NullMarked
package io.casewire.parsing.genre.promotion;

import org.jspecify.annotations.NullMarked;
