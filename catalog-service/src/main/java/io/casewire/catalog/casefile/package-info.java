/** Cases as the log told them: the newest revision of each, all its revisions, and where it was read. */
@NullMarked
package io.casewire.catalog.casefile;

import org.jspecify.annotations.NullMarked;
