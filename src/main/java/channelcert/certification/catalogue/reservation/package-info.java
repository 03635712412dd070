/** The rows RES-1 to RES-13: what is booked, changed and cancelled, and what is expected. */
@NullMarked
package channelcert.certification.catalogue.reservation;

import org.jspecify.annotations.NullMarked;
