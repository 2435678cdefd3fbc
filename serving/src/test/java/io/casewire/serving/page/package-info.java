@NullMarked
package io.casewire.serving.page;

import org.jspecify.annotations.NullMarked;
