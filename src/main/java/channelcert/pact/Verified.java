package channelcert.pact;

import java.time.Duration;
import java.util.List;

/**
 * An interaction that was held against a provider.
 *
 * @param reasons every difference, or why it is not proven
 */
public record Verified(
    Interaction interaction, Outcome outcome, List<String> reasons, Duration took) {}
