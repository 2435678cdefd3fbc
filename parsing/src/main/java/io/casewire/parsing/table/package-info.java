/** Tables however they are written: tabs, Markdown pipes, HTML with spanned cells; one model for all. */
@NullMarked
package io.casewire.parsing.table;

import org.jspecify.annotations.NullMarked;
