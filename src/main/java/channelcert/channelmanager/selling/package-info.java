/** Selling: which stays can be booked at which price, and bookings by channels and by the form. */
@NullMarked
package channelcert.channelmanager.selling;

import org.jspecify.annotations.NullMarked;
