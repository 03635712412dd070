/**
 * The states of a certification case and the steps between them, as one table; pure, without clock,
 * database or HTTP.
 */
@NullMarked
package channelcert.journey.workflow;

import org.jspecify.annotations.NullMarked;
