package channelcert.mews;

import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;
import channelcert.mail.Mail;
import channelcert.mews.inventory.Retries;
import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How the Mews side runs.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param publicUrl root address that channel managers must call, where it differs from the bound
 *     one
 * @param database its open database, closed by whoever opened it
 * @param ids gives identifiers of messages and connections, each once
 * @param recorder takes note of every exchange in both directions
 * @param callTimeout for one call of a channel manager, from connecting to the last byte
 * @param retries how long to wait after failures
 * @param engineRunning whether pushes, confirmations and notifications leave by themselves; where
 *     not, somebody calls {@link MewsSide#tick}
 * @param mail server for mails to properties; absent = none are sent
 * @param observer is told of every request to the published operations
 */
public record MewsSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    Database database,
    Clock clock,
    Supplier<String> ids,
    Recorder recorder,
    Duration callTimeout,
    Retries retries,
    boolean engineRunning,
    @Nullable Mail mail,
    RequestObserver observer) {
  /** Loopback, a free port, no recording, 60 s for a call, pauses without chance, running. */
  public static MewsSettings loopback(Database database, Clock clock, Supplier<String> ids) {
    return new MewsSettings(
        "127.0.0.1",
        0,
        null,
        database,
        clock,
        ids,
        Recorder.NONE,
        Duration.ofSeconds(60),
        Retries.standard(() -> 0),
        true,
        null,
        RequestObserver.NONE);
  }

  public MewsSettings withAddress(String host, int port, @Nullable URI publicUrl) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        engineRunning,
        mail,
        observer);
  }

  public MewsSettings withRecorder(Recorder recorder) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        engineRunning,
        mail,
        observer);
  }

  public MewsSettings withCallTimeout(Duration callTimeout) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        engineRunning,
        mail,
        observer);
  }

  /** The same, with pauses after failures that chance shortens; see {@link Retries}. */
  public MewsSettings withChance(RandomGenerator chance) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        Retries.standard(chance),
        engineRunning,
        mail,
        observer);
  }

  public MewsSettings withMail(@Nullable Mail mail) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        engineRunning,
        mail,
        observer);
  }

  /** The same with somebody who is told of every request. */
  public MewsSettings withObserver(RequestObserver observer) {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        engineRunning,
        mail,
        observer);
  }

  /** The same, with nothing leaving by itself. */
  public MewsSettings stopped() {
    return new MewsSettings(
        host,
        port,
        publicUrl,
        database,
        clock,
        ids,
        recorder,
        callTimeout,
        retries,
        false,
        mail,
        observer);
  }
}
