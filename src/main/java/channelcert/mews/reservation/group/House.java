package channelcert.mews.reservation.group;

import channelcert.mews.property.Property;
import java.util.Set;

/**
 * What a message is checked against.
 *
 * @param certifiedForSources whether bookings may name channels that Mews does not know yet
 * @param channels codes of the channels that Mews knows
 * @param block how the block stands that the message names, where it names one
 */
public record House(
    Property property, boolean certifiedForSources, Set<Integer> channels, BlockStanding block) {}
