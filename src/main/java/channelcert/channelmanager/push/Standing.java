package channelcert.channelmanager.push;

import channelcert.channelmanager.inventory.Mode;
import channelcert.channelmanager.mapping.ConnectionStore.Sighting;
import java.util.Optional;

/**
 * What decides over a push besides its content, as it was when the push came.
 *
 * @param inMaintenance whether the channel manager is
 * @param sighting the connection, absent when nobody knows it
 * @param mode how its pushes are treated
 */
record Standing(boolean inMaintenance, Optional<Sighting> sighting, Mode mode) {}
