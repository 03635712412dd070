/** Who may use the extranet and the selling API: password, sessions, key. */
@NullMarked
package channelcert.channelmanager.access;

import org.jspecify.annotations.NullMarked;
