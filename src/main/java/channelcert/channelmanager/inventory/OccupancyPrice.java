package channelcert.channelmanager.inventory;

import java.math.BigDecimal;

/**
 * Price of a whole space for one night.
 *
 * @param guests number of persons it is for
 * @param gross with tax
 * @param net without tax
 */
public record OccupancyPrice(int guests, BigDecimal gross, BigDecimal net) {}
