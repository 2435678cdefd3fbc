/** How far each case was adopted: the states of its obligations, counted. Nothing of who reported what. */
@NullMarked
package io.casewire.catalog.adoption;

import org.jspecify.annotations.NullMarked;
