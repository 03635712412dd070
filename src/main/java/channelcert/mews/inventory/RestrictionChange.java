package channelcert.mews.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * New restriction of a pair, in the form of the API (page Restrictions of the published
 * documentation).
 *
 * @param states published codes: 1 open, or 2 closed together with 6 (to arrival), 7 (to
 *     departure), 8 (to stay)
 * @param minLos shortest stay in nights to which the states apply; absent = no minimum
 * @param maxLos longest stay in nights to which the states apply; absent = no maximum
 */
public record RestrictionChange(
    String ratePlanCode,
    String spaceTypeCode,
    Nights nights,
    List<Integer> states,
    @Nullable Integer minLos,
    @Nullable Integer maxLos) {}
