package channelcert.channelmanager.inventory;

import java.util.Set;

/**
 * How the pushes of a connection are treated.
 *
 * @param asynchronous whether they are accepted at first and confirmed afterwards
 * @param blocked kinds that are switched off in the extranet
 */
public record Mode(boolean asynchronous, Set<PushKind> blocked) {}
