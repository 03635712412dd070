/** Tests of the table of steps of a certification case. */
@NullMarked
package channelcert.journey.workflow;

import org.jspecify.annotations.NullMarked;
