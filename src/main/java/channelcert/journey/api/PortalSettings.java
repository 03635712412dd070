package channelcert.journey.api;

import channelcert.certification.evidence.Switchboard;
import channelcert.certification.sign.SigningKeys;
import channelcert.http.watch.RequestObserver;
import channelcert.journey.endpoint.HostResolver;
import channelcert.journey.environment.CaseWatcher;
import channelcert.journey.environment.Vault;
import channelcert.mail.Mail;
import channelcert.mews.MewsControl;
import channelcert.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a portal is made of.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param publicUrl address at which people reach it, when it differs
 * @param ids identifiers of people, cases and certificates, of 32 characters at most
 * @param random source of tokens and salts
 * @param passwordIterations cost of a password hash
 * @param development whether partners may register loopback addresses and plain HTTP
 * @param probeTimeout for a call to a registered address
 * @param mews where test and production environments are made; its recorder is a {@link
 *     CaseWatcher} of the same database and vault
 * @param switchboard gives each run its exchanges; a recorder of that Mews side as well
 * @param runs folder of the reports and evidence of runs
 * @param vault seals tokens
 * @param keys what files and certificates are signed with
 * @param observer is told of every request
 * @param mail the server that mails leave through; absent = none are sent
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
    MewsControl mews,
    Switchboard switchboard,
    Path runs,
    Vault vault,
    SigningKeys keys,
    RequestObserver observer,
    @Nullable Mail mail) {}
