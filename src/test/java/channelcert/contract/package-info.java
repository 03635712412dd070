/** The contracts themselves, and the fixture that holds messages against them. */
@NullMarked
package channelcert.contract;

import org.jspecify.annotations.NullMarked;
