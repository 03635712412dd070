/** Availability blocks in both directions (domain reference 7.10), and what they keep from sale. */
@NullMarked
package channelcert.mews.availabilityblock;

import org.jspecify.annotations.NullMarked;
