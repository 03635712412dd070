package channelcert.mews.control;

import channelcert.exchange.Recorder;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.mews.MewsControl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The running management listener of a Mews side: what is open to all, and the control API below
 * {@code /control}. Never the listener that channel managers call.
 */
public final class ControlSide implements AutoCloseable {
  private static final long LONGEST_BODY = 4L << 20;
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);

  private final Listener listener;

  private ControlSide(Listener listener) {
    this.listener = listener;
  }

  /**
   * Starts the listener.
   *
   * @throws IllegalStateException when the port cannot be bound
   */
  public static ControlSide start(ControlSettings settings) {
    ListenerSettings listening =
        new ListenerSettings(
            settings.host(),
            settings.port(),
            LONGEST_BODY,
            BODY_DEADLINE,
            new ControlFaultForm(),
            Recorder.NONE,
            settings.clock());
    return new ControlSide(Listener.start(listening, resources(settings)));
  }

  private static List<Object> resources(ControlSettings settings) {
    MewsControl mews = settings.mews();
    ControlStore store = new ControlStore(settings.database());
    ConnectionNames names = new ConnectionNames(store);
    List<Object> resources = new ArrayList<>(settings.open());
    resources.addAll(
        List.of(
            new ControlGate(settings.token()),
            new ProblemMapper(),
            new RuleMapper(),
            new PropertiesResource(mews, store),
            new SellingResource(mews.editing(), store),
            new ConnectionsResource(mews, store, names),
            new MappingResource(mews, names),
            new StaffResource(mews, store),
            new BlocksResource(mews.blocks(), store),
            new InventoryResource(mews, store, names),
            new PushesResource(mews, names),
            new MisbehaviourResource(mews.misbehaviour()),
            new ReadingResource(mews, store, names, settings.journal())));
    return resources;
  }

  /** Root address, without a trailing slash. */
  public URI url() {
    return listener.uri();
  }

  @Override
  public void close() {
    listener.close();
  }
}
