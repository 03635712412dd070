/** Connections, what Mews says about them, which pairs the hotelier mapped, and who may come in. */
@NullMarked
package channelcert.channelmanager.mapping;

import org.jspecify.annotations.NullMarked;
