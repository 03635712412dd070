/** Who may be in the portal: organisations, people, passwords, invitations and sessions. */
@NullMarked
package channelcert.journey.people;

import org.jspecify.annotations.NullMarked;
