/** The certification file of a case: handed out, filled in, returned, every version kept. */
@NullMarked
package channelcert.journey.file;

import org.jspecify.annotations.NullMarked;
