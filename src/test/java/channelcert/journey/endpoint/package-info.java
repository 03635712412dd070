/** Tests of the rules of registered addresses. */
@NullMarked
package channelcert.journey.endpoint;

import org.jspecify.annotations.NullMarked;
