package channelcert.journey.api;

import channelcert.journey.cases.Action;
import channelcert.journey.cases.Observer;
import channelcert.journey.endpoint.HostResolver;
import channelcert.journey.workflow.Effect;
import channelcert.store.Database;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a portal is made of.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param publicUrl address at which people reach it, when it differs
 * @param ids identifiers of people and cases
 * @param random source of tokens and salts
 * @param passwordIterations cost of a password hash
 * @param development whether partners may register loopback addresses and plain HTTP
 * @param probeTimeout for a call to a registered address
 * @param observer looks at what happened outside the portal
 * @param actions what the effects of steps do that reach outside the case
 * @param invitations mails invitations
 */
public record PortalSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    Database database,
    Clock clock,
    Supplier<String> ids,
    SecureRandom random,
    int passwordIterations,
    boolean development,
    HostResolver resolver,
    Duration probeTimeout,
    Observer observer,
    Map<Effect, Action> actions,
    InvitationPost invitations) {}
