package channelcert.http;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request through to the resources when its whole body is there, so that a slow sender costs
 * memory but no thread. Refuses a body that is too large as soon as that is known, and one that
 * does not arrive in time. Records requests and answers as they pass.
 */
final class BodyGate extends BaseFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BodyGate.class);

  private final ListenerSettings settings;
  private final Routes routes;
  private final ScheduledExecutorService clock;
  private final GateAnswers answers;
  private final Attribute<Arrival> arrivals =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(BodyGate.class.getName());

  /**
   * Wires the gate.
   *
   * @param clock fires the deadlines
   */
  BodyGate(ListenerSettings settings, Routes routes, ScheduledExecutorService clock) {
    this.settings = settings;
    this.routes = routes;
    this.clock = clock;
    this.answers = new GateAnswers(settings.faultForm(), clock);
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    if (!(context.getMessage() instanceof HttpContent content)) {
      return context.getInvokeAction();
    }
    Connection<?> connection = context.getConnection();
    Arrival arrival = current(context, connection, content);
    if (arrival.isRefused()) {
      content.recycle();
      return context.getStopAction();
    }
    if (HttpContent.isBroken(content)) {
      arrival.abandoned("the body of the request broke off in a malformed chunk");
      return context.getStopAction();
    }
    if (isAmbiguous(arrival.request())) {
      answers.refuse(connection, arrival, ambiguous());
      return context.getStopAction();
    }
    try {
      long limit = limit(arrival.path());
      boolean announcedTooLarge = arrival.request().getContentLength() > limit;
      if (announcedTooLarge || !arrival.take(content.getContent(), limit)) {
        answers.refuse(connection, arrival, tooLarge(limit));
        return context.getStopAction();
      }
      return content.isLast()
          ? letThrough(context, arrival)
          : waitForMore(context, arrival, content);
    } catch (IOException unwritable) {
      LOG.error("a large body cannot be kept in the folder for temporary files", unwritable);
      answers.refuse(connection, arrival, notKept());
      return context.getStopAction();
    }
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) {
    Arrival arrival = arrivals.get(context.getConnection());
    if (arrival != null && context.getMessage() instanceof HttpContent content) {
      HttpResponsePacket response = (HttpResponsePacket) content.getHttpHeader();
      arrival.answering(response, content.getContent(), content.isLast());
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    Arrival arrival = arrivals.remove(context.getConnection());
    if (arrival != null) {
      arrival.abandoned(
          arrival.isArriving()
              ? "the connection was closed before the body of the request had arrived"
              : "the connection was closed before the answer was written");
    }
    return context.getInvokeAction();
  }

  /** Nothing is upgraded here: the request is read as if it had not asked. */
  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event instanceof IncomingHttpUpgradeEvent upgrade) {
      upgrade.getHttpHeader().setIgnoreContentModifiers(false);
      upgrade.getHttpHeader().getUpgradeDC().recycle();
    }
    return context.getInvokeAction();
  }

  private Arrival current(
      FilterChainContext context, Connection<?> connection, HttpContent content) {
    Arrival known = arrivals.get(connection);
    if (known != null && (known.isArriving() || known.isRefused())) {
      return known;
    }
    HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
    Arrival arrival = new Arrival(request, request.getRequestURI(), recording(request));
    arrivals.set(connection, arrival);
    if (request.requiresAcknowledgement() && request.getContentLength() <= limit(arrival.path())) {
      askForBody(context, request.getResponse());
    }
    return arrival;
  }

  private static void askForBody(FilterChainContext context, HttpResponsePacket response) {
    HttpStatus.CONINTUE_100.setValues(response);
    response.setAcknowledgement(true);
    context.write(response);
  }

  private Recorder.@Nullable Open recording(HttpRequestPacket request) {
    String path = request.getRequestURI();
    if (settings.recorder().equals(Recorder.NONE) || routes.methods(path).isEmpty()) {
      return null;
    }
    URI url = URI.create("http://" + settings.host() + ":" + request.getLocalPort()).resolve(path);
    return settings
        .recorder()
        .start(
            Direction.CANDIDATE_TO_MEWS,
            settings.operations().apply(path),
            request.getMethod().getMethodString(),
            url,
            settings.clock().instant());
  }

  private NextAction letThrough(FilterChainContext context, Arrival arrival) throws IOException {
    Buffer body = arrival.complete(context.getMemoryManager());
    // Names such as channel_manager are fine for a resolver, but no resource could be matched.
    arrival.request().getHeaders().setValue(Header.Host).setString(settings.host());
    context.setMessage(HttpContent.create(arrival.request(), true, body));
    return context.getInvokeAction();
  }

  private NextAction waitForMore(FilterChainContext context, Arrival arrival, HttpContent content) {
    content.recycle();
    if (!arrival.hasClock()) {
      Connection<?> connection = context.getConnection();
      long millis = settings.bodyDeadline().toMillis();
      arrival.startClock(
          clock.schedule(
              () -> answers.refuse(connection, arrival, tooLate(arrival)),
              millis,
              TimeUnit.MILLISECONDS));
    }
    return context.getStopAction();
  }

  private long limit(String path) {
    return routes.isStreamed(path) ? settings.maxStreamedBytes() : settings.maxBodyBytes();
  }

  /** Two lengths: a proxy before us may have believed the other one, and pass on what it hid. */
  private static boolean isAmbiguous(HttpRequestPacket request) {
    return request.containsHeader(Header.ContentLength)
        && request.containsHeader(Header.TransferEncoding);
  }

  private static Fault ambiguous() {
    return new Fault(
        Fault.Kind.INVALID,
        "The body is announced twice, by Content-Length and by Transfer-Encoding; send one of"
            + " them.");
  }

  private static Fault tooLarge(long limit) {
    return new Fault(
        Fault.Kind.TOO_LARGE,
        "The body is larger than the "
            + limit
            + " bytes that are accepted; send it in smaller parts.");
  }

  private static Fault notKept() {
    return new Fault(
        Fault.Kind.INTERNAL,
        "The body could not be kept on this side; send it again later, or in smaller parts.");
  }

  private Fault tooLate(Arrival arrival) {
    return new Fault(
        Fault.Kind.INVALID,
        "The body was not complete after %d s: only %d bytes had arrived; send it faster or in smaller parts."
            .formatted(settings.bodyDeadline().toSeconds(), arrival.arrived()));
  }
}
