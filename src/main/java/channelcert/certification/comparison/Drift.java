package channelcert.certification.comparison;

/**
 * Something that differs while the verdict does not.
 *
 * @param what in words, for example {@code answers to updatePrices}
 */
public record Drift(String what, String before, String after) {}
