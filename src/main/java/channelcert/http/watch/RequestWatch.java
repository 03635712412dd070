package channelcert.http.watch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * Sees every request as it comes from the wire and every answer as it leaves: names the request in
 * both, counts those in flight, and tells the observer when one is over. While draining, answers
 * ask their callers to close the connection.
 */
public final class RequestWatch extends BaseFilter {
  /** Header that names a request, in both directions. */
  public static final String HEADER = "X-Request-Id";

  /** What may be taken over from a caller: it goes into logs and back into a header. */
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final RequestObserver observer;
  private final UnaryOperator<String> operations;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean draining;

  private final Attribute<Watched> ofRequest =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestWatch.class.getName() + ".request");
  private final Map<Connection<?>, Line> lines = new ConcurrentHashMap<>();

  /** One connection: its newest request, and since when it has waited for the next one. */
  private static final class Line {
    private volatile @Nullable Watched newest;
    private volatile long waitingSince = System.nanoTime();
  }

  /**
   * Wires the watch.
   *
   * @param operations names what is called at a path
   */
  public RequestWatch(RequestObserver observer, UnaryOperator<String> operations) {
    this.observer = observer;
    this.operations = operations;
  }

  /** Requests that have begun and are not answered. */
  public int inFlight() {
    return inFlight.get();
  }

  /** From now on every answer is the last one of its connection. */
  public void drain() {
    draining = true;
  }

  /**
   * Closes connections on which nothing happens.
   *
   * @param first how long the head of the first request may take to arrive
   * @param next how long the head of a further one may take
   */
  public void closeIdle(Duration first, Duration next) {
    long now = System.nanoTime();
    lines.forEach(
        (connection, line) -> {
          Duration allowed = line.newest == null ? first : next;
          long since = line.waitingSince;
          if (since != 0 && now - since > allowed.toNanos()) {
            connection.closeSilently();
          }
        });
  }

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    lines.put(context.getConnection(), new Line());
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    if (context.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpRequestPacket request) {
      Watched watched = ofRequest.get(request);
      if (watched == null) {
        watched = begin(context, request);
      }
      if (!HttpContent.isBroken(content)) {
        watched.received(content.getContent().remaining());
      }
    }
    return context.getInvokeAction();
  }

  private Watched begin(FilterChainContext context, HttpRequestPacket request) {
    @Nullable String given = request.getHeader(HEADER);
    String id = given != null && USABLE.matcher(given).matches() ? given : observer.ids().get();
    if (given != null || !id.isEmpty()) {
      request.setHeader(HEADER, id);
    }
    Watched watched = new Watched(id, operations.apply(request.getRequestURI()));
    ofRequest.set(request, watched);
    Line line = lines.get(context.getConnection());
    if (line != null) {
      endUnanswered(line);
      line.newest = watched;
      line.waitingSince = 0;
    }
    inFlight.incrementAndGet();
    if (!context.getConnection().isOpen()) {
      // What is still read from a closed connection is never answered.
      end(watched, 0);
    }
    return watched;
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) {
    if (context.getMessage() instanceof HttpContent content
        && content.getHttpHeader() instanceof HttpResponsePacket response
        && response.getRequest() != null) {
      Watched watched = ofRequest.get(response.getRequest());
      if (watched != null) {
        answering(context.getConnection(), response, watched, content);
      }
    }
    return context.getInvokeAction();
  }

  private void answering(
      Connection<?> connection, HttpResponsePacket response, Watched watched, HttpContent content) {
    if (!response.isCommitted()) {
      if (!watched.id().isEmpty()) {
        response.setHeader(HEADER, watched.id());
      }
      if (draining) {
        response.setHeader(Header.Connection, "close");
        response.getProcessingState().setKeepAlive(false);
      }
    }
    watched.answering(content.getContent());
    if (content.isLast()) {
      end(watched, response.getStatus());
      Line line = lines.get(connection);
      if (line != null && watched.equals(line.newest)) {
        line.waitingSince = System.nanoTime();
      }
    }
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    Line line = lines.remove(context.getConnection());
    if (line != null) {
      endUnanswered(line);
    }
    return context.getInvokeAction();
  }

  /** Requests of a connection follow each other: one that has no answer by now gets none. */
  private void endUnanswered(Line line) {
    Watched newest = line.newest;
    if (newest != null) {
      end(newest, 0);
    }
  }

  private void end(Watched watched, int status) {
    @Nullable ServedRequest served = watched.end(status);
    if (served != null) {
      inFlight.decrementAndGet();
      observer.served(served);
    }
  }
}
