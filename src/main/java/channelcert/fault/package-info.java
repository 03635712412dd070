/** An HTTP layer in front of a candidate that makes it break one named rule, to prove the tests. */
@NullMarked
package channelcert.fault;

import org.jspecify.annotations.NullMarked;
