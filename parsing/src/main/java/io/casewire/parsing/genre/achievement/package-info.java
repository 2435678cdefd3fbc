/** Provincial tables of results (制度创新成果汇总表), one row a case. */
@NullMarked
package io.casewire.parsing.genre.achievement;

import org.jspecify.annotations.NullMarked;
