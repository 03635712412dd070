package channelcert.journey.api;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.journey.audit.AuditStore;
import channelcert.journey.cases.Actions;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.KnownFacts;
import channelcert.journey.cases.RemarkDesk;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.endpoint.AddressRules;
import channelcert.journey.endpoint.EndpointProbe;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Passwords;
import channelcert.journey.people.PersonStore;
import channelcert.journey.people.SecretTokens;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The running portal, from {@link #start} until {@link #close}. */
public final class PortalSide implements AutoCloseable {
  private static final long LONGEST_BODY = 4L << 20;
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);
  private static final int LONGEST_ANSWER = 64 << 10;

  private final PortalSettings settings;
  private final Accounts accounts;
  private final PersonStore people;
  private final JsonCaller probing;
  private final CaseDesk desk;
  private final Listener listener;

  private PortalSide(PortalSettings settings) {
    this.settings = settings;
    accounts =
        new Accounts(
            settings.database(),
            new Passwords(settings.random(), settings.passwordIterations()),
            new SecretTokens(settings.random()),
            settings.ids(),
            settings.clock());
    people = new PersonStore(settings.database());
    probing =
        new JsonCaller(
            Direction.MEWS_TO_CANDIDATE,
            Recorder.NONE,
            settings.clock(),
            settings.probeTimeout(),
            LONGEST_ANSWER,
            null);
    CaseStore cases = new CaseStore(settings.database());
    RemarkStore remarks = new RemarkStore(settings.database());
    AddressRules rules = new AddressRules(settings.resolver(), settings.development());
    Endpoints endpoints =
        new Endpoints(
            cases,
            new EndpointStore(settings.database()),
            rules,
            new EndpointProbe(probing, rules),
            settings.clock());
    KnownFacts known = new KnownFacts(endpoints, remarks, settings.observer(), settings.clock());
    desk =
        new CaseDesk(
            cases,
            known,
            Actions.of(settings.clock(), settings.ids(), settings.actions()),
            settings.ids(),
            settings.clock());
    Cases found = new Cases(cases, desk);
    listener =
        Listener.start(
            new ListenerSettings(
                settings.host(),
                settings.port(),
                LONGEST_BODY,
                BODY_DEADLINE,
                new PortalFaultForm(),
                Recorder.NONE,
                settings.clock()),
            List.of(
                new PortalGate(accounts),
                new ProblemMapper(),
                new ProblemMapper.OfSteps(),
                new SessionResource(accounts),
                new PeopleResource(
                    accounts, people, settings.invitations(), this::url, settings.clock()),
                new CasesResource(cases, desk, known),
                new EndpointsResource(found, endpoints),
                new ReviewResource(
                    found,
                    new RemarkDesk(desk, remarks),
                    remarks,
                    new AuditStore(settings.database()),
                    people)));
  }

  /**
   * Starts a portal.
   *
   * @throws IllegalStateException when the port cannot be bound, naming it
   */
  public static PortalSide start(PortalSettings settings) {
    return new PortalSide(settings);
  }

  /** Root address at which people reach it, without a trailing slash. */
  public URI url() {
    return settings.publicUrl() == null ? listener.uri() : settings.publicUrl();
  }

  /** Makes people without invitations: the first ones of an installation. */
  public Accounts accounts() {
    return accounts;
  }

  /** Organisations and people. */
  public PersonStore people() {
    return people;
  }

  /** Lets everything happen that was observed or whose time has come. */
  public void tick() {
    desk.observeAll();
  }

  @Override
  public void close() {
    listener.close();
    probing.close();
  }
}
