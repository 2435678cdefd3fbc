/** What readers see in Chinese or English beside the words of the documents. */
@NullMarked
package io.casewire.catalog.wording;

import org.jspecify.annotations.NullMarked;
