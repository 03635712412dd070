package channelcert.channelmanager.mapping;

import java.util.List;

/** What Mews offers for a connection, mapped or not. */
public record Offer(
    List<OfferedRate> ratePlans, List<OfferedCategory> categories, List<Pair> pairs) {}
