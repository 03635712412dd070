package channelcert.fault;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in front of a candidate on both of its sides and makes it a channel manager with one
 * fault. Everything that the fault does not concern passes unchanged and unread, except that {@code
 * responseUrl} points to the proxy.
 */
public final class FaultProxy implements AutoCloseable {
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Courier courier;
  private final Line line;
  private final Behaviour behaviour;
  private final Gate candidateGate;
  private final Gate mewsGate;
  private final ResponseUrls responseUrls;

  private FaultProxy(FaultProxySettings settings) {
    this.courier = new Courier(settings.candidate(), settings.mewsBase());
    this.line = new Line(courier, executor, new Memory());
    this.behaviour = settings.fault().behaviour().get();
    this.candidateGate =
        new Gate(Party.CANDIDATE, settings.host(), settings.candidatePort(), executor);
    this.mewsGate = new Gate(Party.MEWS, settings.host(), settings.mewsPort(), executor);
    this.responseUrls = new ResponseUrls(mewsGate.uri());
  }

  /**
   * Takes its two ports.
   *
   * @throws java.io.UncheckedIOException when one of them cannot be bound
   */
  public static FaultProxy start(FaultProxySettings settings) {
    FaultProxy proxy = new FaultProxy(settings);
    proxy.candidateGate.open(proxy::carry);
    proxy.mewsGate.open(proxy::carry);
    return proxy;
  }

  /** What Mews and the certification call instead of the candidate. */
  public URI candidateUrl() {
    return candidateGate.uri();
  }

  /** What the candidate calls instead of Mews. */
  public URI mewsUrl() {
    return mewsGate.uri();
  }

  private Answer carry(Request request) {
    line.memory().note(request);
    return behaviour.carry(responseUrls.pointToProxy(request), line);
  }

  @Override
  public void close() {
    candidateGate.close();
    mewsGate.close();
    executor.shutdownNow();
    courier.close();
  }
}
