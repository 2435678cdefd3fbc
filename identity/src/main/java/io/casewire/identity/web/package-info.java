/** What every HTTP service has in front of it: tokens checked, no write without one, refusals as problem documents. */
@NullMarked
package io.casewire.identity.web;

import org.jspecify.annotations.NullMarked;
