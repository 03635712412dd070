/** Availability blocks: made here and sent to Mews, or taken from Mews and confirmed. */
@NullMarked
package channelcert.channelmanager.availabilityblock;

import org.jspecify.annotations.NullMarked;
