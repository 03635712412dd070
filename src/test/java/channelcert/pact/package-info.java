/**
 * The two pacts: what each side expects of the other, written by consumer tests and verified
 * against our providers.
 */
@NullMarked
package channelcert.pact;

import org.jspecify.annotations.NullMarked;
