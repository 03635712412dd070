/** A real browser for the tests of pages. */
@NullMarked
package channelcert.browser;

import org.jspecify.annotations.NullMarked;
