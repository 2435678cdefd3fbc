@NullMarked
package io.casewire.serving.request;

import org.jspecify.annotations.NullMarked;
