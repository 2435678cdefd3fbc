/** What somebody asks for with a typed query, and whether a case answers it: the same for search and subscriptions. */
@NullMarked
package io.casewire.query;

import org.jspecify.annotations.NullMarked;
