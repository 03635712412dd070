/** The Mews side: a test environment that acts first. */
@NullMarked
package channelcert.mews;

import org.jspecify.annotations.NullMarked;
