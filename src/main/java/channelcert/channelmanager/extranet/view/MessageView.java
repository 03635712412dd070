package channelcert.channelmanager.extranet.view;

import channelcert.channelmanager.inspector.KeptMessage;
import org.jspecify.annotations.Nullable;

/**
 * One message.
 *
 * @param property name of the property that it is about; empty where it is about none
 * @param replayable whether it can be taken in again
 * @param replayed what it was answered just now; absent when it was not taken in again
 */
public record MessageView(
    KeptMessage message, String property, boolean replayable, @Nullable String replayed) {}
