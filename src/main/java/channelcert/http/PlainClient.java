package channelcert.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP/1.1 client that sends what it is given once, and gives back what it is answered: no
 * redirects, repetitions, cookies, compression or upgrades; no head of an answer without end.
 */
final class PlainClient {
  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;

  /** Lanes in work wait for their channel manager, never for each other. */
  private static final int MOST_CONNECTIONS = 20_000;

  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private static final String LEAVES_BY = "channelcert.leaves-by";

  private PlainClient() {}

  /** A request was held up on this side, and is not sent so late. */
  static final class HeldUp extends IOException {
    private static final long serialVersionUID = 1L;

    private HeldUp() {
      super("not sent in time");
    }
  }

  /**
   * For an exchange whose request has to begin to leave by a moment, or not at all.
   *
   * @param nanoTime of {@link System#nanoTime}
   */
  static HttpContext leavingBy(long nanoTime) {
    HttpContext context = HttpClientContext.create();
    context.setAttribute(LEAVES_BY, nanoTime);
    return context;
  }

  /** Runs when the connection is there, right before the first byte. */
  private static ClassicHttpResponse inTime(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (scope.clientContext.getAttribute(LEAVES_BY) instanceof Long latest
        && System.nanoTime() - latest > 0) {
      throw new HeldUp();
    }
    return chain.proceed(request, scope);
  }

  /**
   * Opens one.
   *
   * @param timeout for each step; the caller watches over the whole
   */
  static CloseableHttpClient open(Duration timeout) {
    RequestConfig requests =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(timeout))
            .setResponseTimeout(Timeout.of(timeout))
            .setProtocolUpgradeEnabled(false)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections(timeout))
        .setDefaultRequestConfig(requests)
        .setRoutePlanner(new SystemDefaultRoutePlanner(null))
        .addExecInterceptorAfter(
            ChainElement.CONNECT.name(), "leaving in time", PlainClient::inTime)
        .setKeepAliveStrategy((response, context) -> IDLE)
        .evictIdleConnections(IDLE)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(Duration timeout) {
    Http1Config limits =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxEmptyLineCount(1)
            .build();
    ConnectionConfig config =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(timeout))
            .setSocketTimeout(Timeout.of(timeout))
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                .responseParserFactory(new DefaultHttpResponseParserFactory(limits))
                .build())
        .setTlsSocketStrategy(
            ClientTlsStrategyBuilder.create().useSystemProperties().buildClassic())
        .setDefaultConnectionConfig(config)
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .build();
  }
}
