/** Tests of availability blocks on the Mews side. */
@NullMarked
package channelcert.mews.availabilityblock;

import org.jspecify.annotations.NullMarked;
