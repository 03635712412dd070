/** The pages of the portal, drawn on the server; they work with the same desks as the API. */
@NullMarked
package channelcert.journey.pages;

import org.jspecify.annotations.NullMarked;
