package channelcert.channelmanager.inventory;

/**
 * What one message sets.
 *
 * @param source the message
 */
public record NightWrite(long connectionId, PushKind kind, Source source, NightChanges changes) {}
