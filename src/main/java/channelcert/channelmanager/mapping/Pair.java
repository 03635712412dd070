package channelcert.channelmanager.mapping;

/** A rate plan sold for a space category, by their codes. */
public record Pair(String ratePlanCode, String spaceTypeCode) {}
