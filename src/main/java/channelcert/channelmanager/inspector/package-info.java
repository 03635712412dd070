/**
 * Messages that came and went, kept for people to look at: masked, bounded, off the way of work.
 */
@NullMarked
package channelcert.channelmanager.inspector;

import org.jspecify.annotations.NullMarked;
