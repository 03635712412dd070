/** Reads report folders, and finds what differs between them. */
@NullMarked
package channelcert.certification.comparison;

import org.jspecify.annotations.NullMarked;
