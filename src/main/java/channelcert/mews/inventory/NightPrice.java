package channelcert.mews.inventory;

import java.math.BigDecimal;

/** What a night costs for a number of guests, for the whole space. */
public record NightPrice(int guests, BigDecimal gross, BigDecimal net) {}
