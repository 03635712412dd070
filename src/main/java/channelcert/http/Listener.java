package channelcert.http;

import channelcert.http.FaultForm.FaultAnswer;
import channelcert.http.watch.RequestInLog;
import channelcert.http.watch.RequestWatch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server of one side, running from {@link #start} until {@link #close}. */
public final class Listener implements Draining {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int IDLE_SECONDS = 75;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  private final HttpServer server;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor clock;
  private final ListenerSettings settings;
  private final NetworkListener network;
  private final RequestWatch watch;

  private Listener(
      HttpServer server,
      ExecutorService workers,
      ScheduledThreadPoolExecutor clock,
      ListenerSettings settings,
      NetworkListener network,
      RequestWatch watch) {
    this.server = server;
    this.workers = workers;
    this.clock = clock;
    this.settings = settings;
    this.network = network;
    this.watch = watch;
  }

  /**
   * Starts a server for resources that implement generated interfaces. Add-ons on the class path
   * (Grizzly's {@link AddOn}, as a service) see what every server reads and writes; the program
   * brings none, its tests hold every answer against the specs with one.
   *
   * @throws IllegalStateException when the port cannot be bound, naming it
   */
  public static Listener start(ListenerSettings settings, Collection<?> resources) {
    LibraryLogs.quieten();
    Routes routes = new Routes(resources);
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://" + settings.host() + ":" + settings.port() + "/"),
            application(settings, routes, resources),
            false);
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    ScheduledThreadPoolExecutor clock = clock();
    NetworkListener listener = server.getListeners().iterator().next();
    configure(server, listener, settings);
    listener.getTransport().setWorkerThreadPool(workers);
    BodyGate gate = new BodyGate(settings, routes, clock);
    RequestWatch watch =
        new RequestWatch(settings.observer(), path -> operation(settings, routes.name(path)));
    listener.registerAddOn(
        (network, chain) ->
            chain.addAll(chain.indexOfType(HttpServerFilter.class), List.of(watch, gate)));
    ServiceLoader.load(AddOn.class).forEach(listener::registerAddOn);
    Listener started = new Listener(server, workers, clock, settings, listener, watch);
    started.bind();
    started.closeIdleConnections();
    return started;
  }

  /** A sender that never completes the head of a request costs no thread, but a connection. */
  private void closeIdleConnections() {
    Duration first = settings.bodyDeadline();
    long pause = Math.clamp(first.toMillis() / 4, 50, 2000);
    var _ =
        clock.scheduleWithFixedDelay(
            () -> watch.closeIdle(first, Duration.ofSeconds(IDLE_SECONDS)),
            pause,
            pause,
            TimeUnit.MILLISECONDS);
  }

  /** Requests that have begun and are not answered. */
  int inFlight() {
    return watch.inFlight();
  }

  /** Root address without a trailing slash, with the port that was bound. */
  public URI uri() {
    return URI.create("http://" + settings.host() + ":" + network.getPort());
  }

  @Override
  public void lastAnswers() {
    watch.drain();
  }

  @Override
  public void drain(Duration atMost) {
    lastAnswers();
    try {
      network.getTransport().unbindAll();
    } catch (RuntimeException unbound) {
      LOG.debug("the port was closed before", unbound);
    }
    long end = System.nanoTime() + atMost.toNanos();
    while (watch.inFlight() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** Lets running requests finish for a moment, then stops. */
  @Override
  public void close() {
    try {
      server.shutdown(1, TimeUnit.SECONDS).get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stillBusy) {
      // The moment is over.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }

  private void stop() {
    server.shutdownNow();
    clock.shutdownNow();
    workers.shutdownNow();
  }

  /** Names what nobody serves alike: a stranger must not be able to invent names without end. */
  private static String operation(ListenerSettings settings, String route) {
    return route.isEmpty() ? "unknown" : settings.operations().apply(route);
  }

  private static ResourceConfig application(
      ListenerSettings settings, Routes routes, Collection<?> resources) {
    ResourceConfig config = new ResourceConfig();
    config.addProperties(
        Map.of(
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true,
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
            CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true));
    config.register(new RequestInLog());
    config.register(new RouteCheck(routes));
    config.register(new JsonReader());
    config.register(new JsonWriter());
    config.register(new FaultMapper(settings.faultForm()));
    resources.forEach(config::register);
    return config;
  }

  private static void configure(
      HttpServer server, NetworkListener listener, ListenerSettings settings) {
    listener.getKeepAlive().setIdleTimeoutInSeconds(IDLE_SECONDS);
    listener.getKeepAlive().setMaxRequestsCount(-1);
    server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
    server
        .getServerConfiguration()
        .setDefaultErrorPageGenerator(
            (request, status, reason, description, thrown) ->
                page(settings.faultForm(), request, status, thrown));
  }

  /** Where no resource and no mapper is reached, the container asks for a page. */
  private static String page(
      FaultForm form, Request request, int status, @Nullable Throwable thrown) {
    LOG.warn("HTTP {} of the container at {}", status, request.getRequestURI(), thrown);
    Fault fault =
        status == 404
            ? new Fault(Fault.Kind.NOT_FOUND, "Nothing is served at this address.")
            : new Fault(Fault.Kind.INTERNAL, "The request failed on this side; send it again.");
    FaultAnswer answer = form.answer(fault, request.getRequestURI());
    request.getResponse().setStatus(answer.status());
    request.getResponse().setContentType("application/json");
    return new String(GateAnswers.json(answer), StandardCharsets.UTF_8);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("body-deadlines").factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  private void bind() {
    try {
      server.start();
    } catch (IOException | IllegalArgumentException taken) {
      stop();
      throw new IllegalStateException(
          "Port %d on %s cannot be used (%s); stop what runs there or choose another port"
              .formatted(settings.port(), settings.host(), taken.getMessage()),
          taken);
    }
  }
}
