package channelcert.certification.candidate;

import channelcert.certification.verdict.PriceSide;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate says it can do.
 *
 * @param pricing sides of a price that its extranet can work with
 * @param extras whether its bookings may carry products, which makes RES-13 apply
 * @param ageCategories whether it understands prices by age category
 * @param blocks whether it understands availability blocks
 * @param sources whether it may name sources unknown to Mews
 * @param maxItems most entries in one message towards it
 * @param chunkDays most nights in one message towards it
 * @param horizonDays nights that it takes in advance, at least 365; a full push covers them
 * @param retrySeconds seconds until it repeats a message that found no answer; absent = unknown
 */
public record Capabilities(
    Set<PriceSide> pricing,
    boolean extras,
    boolean ageCategories,
    boolean blocks,
    boolean sources,
    int maxItems,
    int chunkDays,
    int horizonDays,
    @Nullable Integer retrySeconds) {
  /** Nights of every horizon that nobody chose. */
  public static final int USUAL_HORIZON = 365;

  /** With the usual horizon. */
  public Capabilities(
      Set<PriceSide> pricing,
      boolean extras,
      boolean ageCategories,
      boolean blocks,
      boolean sources,
      int maxItems,
      int chunkDays,
      @Nullable Integer retrySeconds) {
    this(
        pricing,
        extras,
        ageCategories,
        blocks,
        sources,
        maxItems,
        chunkDays,
        USUAL_HORIZON,
        retrySeconds);
  }
}
