/**
 * What a case has at the Mews side: test property, connections and tokens, and what was seen there.
 */
@NullMarked
package channelcert.journey.environment;

import org.jspecify.annotations.NullMarked;
