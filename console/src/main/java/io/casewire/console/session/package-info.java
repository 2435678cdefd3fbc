/** People signed in at the console: the cookie that holds their token, the proof that a change is asked for by the page, and links that sign in. */
@NullMarked
package io.casewire.console.session;

import org.jspecify.annotations.NullMarked;
