/**
 * Going wrong on command: errors, delays, silence, duplicates and losses between the Mews side and
 * channel managers.
 */
@NullMarked
package channelcert.mews.misbehaviour;

import org.jspecify.annotations.NullMarked;
