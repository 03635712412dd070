package channelcert.channelmanager.inventory;

/**
 * How a rate plan derives from another one; stored and shown, not computed.
 *
 * @param ratePlanCode the derived rate plan
 * @param rule JSON as it was pushed
 */
public record DependentRule(String ratePlanCode, String rule) {}
