/** What all recognisers of cases share: how a case is put together from what a document prints of it. */
@NullMarked
package io.casewire.parsing.casefile;

import org.jspecify.annotations.NullMarked;
