/** The reference channel manager over real HTTP, with Mews played by the test. */
@NullMarked
package channelcert.channelmanager;

import org.jspecify.annotations.NullMarked;
