/**
 * Contracts: pact files read, held against a running system, and played as a stand-in; what a
 * change of a spec touches.
 */
@NullMarked
package channelcert.pact;

import org.jspecify.annotations.NullMarked;
