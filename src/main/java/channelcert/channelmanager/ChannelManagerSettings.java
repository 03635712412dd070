package channelcert.channelmanager;

import channelcert.store.Database;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a reference channel manager is made of.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param database of the channel manager; stays open when the side is closed
 * @param ids source of message ids
 * @param mewsUrl base of the Mews side, without a trailing slash
 * @param processGroupUrl address for bookings, the card proxy included; absent: the published proxy
 *     path below {@code mewsUrl}
 * @param clientToken what Mews sends to us; a secret
 * @param mewsClientToken what we send to Mews; a secret
 * @param callTimeout for a whole call to Mews
 * @param workerRunning whether a thread of its own sends bookings; otherwise only {@link
 *     ChannelManagerSide#tick} does
 * @param retry pause after a first failed attempt to send a booking; it doubles with each further
 *     one
 * @param surroundings how it is run and watched
 */
public record ChannelManagerSettings(
    String host,
    int port,
    Database database,
    Clock clock,
    Supplier<String> ids,
    URI mewsUrl,
    @Nullable URI processGroupUrl,
    String clientToken,
    String mewsClientToken,
    Duration callTimeout,
    boolean workerRunning,
    Duration retry,
    Surroundings surroundings) {
  private static final String PROXY_PATH = "/v1/push/0426f19b66715a93";
  private static final String BLOCK_PROXY_PATH = "/v1/push/4ef00bba562b5622";

  /** In the usual surroundings. */
  public ChannelManagerSettings(
      String host,
      int port,
      Database database,
      Clock clock,
      Supplier<String> ids,
      URI mewsUrl,
      @Nullable URI processGroupUrl,
      String clientToken,
      String mewsClientToken,
      Duration callTimeout,
      boolean workerRunning,
      Duration retry) {
    this(
        host,
        port,
        database,
        clock,
        ids,
        mewsUrl,
        processGroupUrl,
        clientToken,
        mewsClientToken,
        callTimeout,
        workerRunning,
        retry,
        Surroundings.USUAL);
  }

  /** The same in other surroundings. */
  public ChannelManagerSettings in(Surroundings surroundings) {
    return new ChannelManagerSettings(
        host,
        port,
        database,
        clock,
        ids,
        mewsUrl,
        processGroupUrl,
        clientToken,
        mewsClientToken,
        callTimeout,
        workerRunning,
        retry,
        surroundings);
  }

  URI processBlockAddress() {
    return URI.create(mewsUrl + BLOCK_PROXY_PATH);
  }

  URI processGroupAddress() {
    return processGroupUrl == null ? URI.create(mewsUrl + PROXY_PATH) : processGroupUrl;
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "ChannelManagerSettings[" + host + ":" + port + ", Mews at " + mewsUrl + "]";
  }
}
