/** From decoded text to paragraphs and tables: lines, boilerplate, table rows, page breaks. */
@NullMarked
package io.casewire.parsing.page;

import org.jspecify.annotations.NullMarked;
