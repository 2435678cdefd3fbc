/** From decoded text to paragraphs and tables: lines, furniture, table rows, page breaks. */
@NullMarked
package io.casewire.ingest.page;

import org.jspecify.annotations.NullMarked;
