package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.candidate.SystemError;
import channelcert.certification.verdict.PriceSide;
import channelcert.channelmanager.ChannelManagerSettings;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.channelmanager.Surroundings;
import channelcert.exchange.Recorder;
import channelcert.mail.Mail;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Starts the parts of the program, each with a listener and a database of its own. */
final class Parts {
  static final Clock CLOCK = Clock.systemUTC();
  static final String LOOPBACK = "127.0.0.1";
  private static final RandomGenerator CHANCE = new SecureRandom();
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private Parts() {}

  /**
   * Starts the Mews side with its engine.
   *
   * @param publicUrl the address that channel managers call, when it differs
   * @param mail server for mails to properties; absent = none are sent
   */
  static MewsSide startMews(
      int port, @Nullable URI publicUrl, Database data, Recorder recorder, @Nullable Mail mail) {
    return startMews(
        MewsSettings.loopback(data, CLOCK, Parts::newId)
            .withAddress(LOOPBACK, port, publicUrl)
            .withRecorder(recorder)
            .withMail(mail));
  }

  /** Starts the Mews side as settled, with pauses that chance shortens. */
  static MewsSide startMews(MewsSettings settings) {
    try {
      return MewsSide.start(settings.withChance(CHANCE));
    } catch (IllegalStateException e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  /** Starts the reference channel manager with its worker. */
  static ChannelManagerSide startChannelManager(
      int port, URI mews, Tokens tokens, Database data, Surroundings surroundings) {
    try {
      return ChannelManagerSide.start(
          new ChannelManagerSettings(
              LOOPBACK,
              port,
              data,
              CLOCK,
              Parts::newId,
              mews,
              null,
              tokens.client(),
              tokens.mewsClient(),
              CALL_TIMEOUT,
              true,
              FIRST_RETRY,
              surroundings));
    } catch (IllegalStateException e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What the candidate file of the reference channel manager says.
   *
   * @param reachedAt its address for others, where it differs from the bound one
   */
  static Candidate candidate(ChannelManagerSide side, Tokens tokens, @Nullable URI reachedAt) {
    return new Candidate(
        "Reference channel manager",
        tokens.client(),
        tokens.mewsClient(),
        null,
        endpoints(side, reachedAt),
        new Capabilities(
            Set.of(PriceSide.GROSS, PriceSide.NET), true, true, true, true, 5000, 365, 1),
        moved(side.driverUrl(), side, reachedAt),
        ReadBack.DRIVER,
        systemErrors());
  }

  private static Map<String, URI> endpoints(ChannelManagerSide side, @Nullable URI reachedAt) {
    Map<String, URI> endpoints = new TreeMap<>(side.endpoints());
    endpoints.replaceAll((name, address) -> moved(address, side, reachedAt));
    return endpoints;
  }

  private static URI moved(URI address, ChannelManagerSide side, @Nullable URI reachedAt) {
    return reachedAt == null
        ? address
        : URI.create(
            reachedAt.toString().replaceAll("/+$", "")
                + address.toString().substring(side.url().toString().length()));
  }

  private static List<SystemError> systemErrors() {
    return List.of(
        new SystemError(
            "maintenance",
            1,
            "The channel manager is in maintenance. Nothing was stored; please send the message"
                + " again later."),
        new SystemError(
            "time-out",
            1,
            "The message could not be processed in time. Nothing was stored; please send it again"
                + " later."),
        new SystemError(
            "downtime",
            1,
            "The channel manager cannot work at the moment. Nothing was stored; please send the"
                + " message again later."));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
