package channelcert.journey.api;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Draining;
import channelcert.http.JsonCaller;
import channelcert.http.Listener;
import channelcert.http.ListenerSettings;
import channelcert.journey.audit.AuditStore;
import channelcert.journey.call.CallDesk;
import channelcert.journey.call.CallStore;
import channelcert.journey.cases.Action;
import channelcert.journey.cases.Actions;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.KnownFacts;
import channelcert.journey.cases.Observer;
import channelcert.journey.cases.RemarkDesk;
import channelcert.journey.cases.RemarkStore;
import channelcert.journey.certificate.CertificateDesk;
import channelcert.journey.certificate.CertificateStore;
import channelcert.journey.endpoint.AddressRules;
import channelcert.journey.endpoint.EndpointProbe;
import channelcert.journey.environment.Access;
import channelcert.journey.environment.ConnectionStore;
import channelcert.journey.environment.MappingStore;
import channelcert.journey.environment.Mappings;
import channelcert.journey.environment.SecretDesk;
import channelcert.journey.environment.SeenFromOutside;
import channelcert.journey.environment.TestEnvironments;
import channelcert.journey.export.CaseExport;
import channelcert.journey.export.ExportStore;
import channelcert.journey.file.FileDesk;
import channelcert.journey.file.FileStore;
import channelcert.journey.file.OutcomeStore;
import channelcert.journey.file.OverrideDesk;
import channelcert.journey.live.Candidates;
import channelcert.journey.live.CaseRunner;
import channelcert.journey.live.RunDesk;
import channelcert.journey.live.RunFolders;
import channelcert.journey.pages.PageParts;
import channelcert.journey.pages.Papers;
import channelcert.journey.pages.PortalPages;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Passwords;
import channelcert.journey.people.PersonStore;
import channelcert.journey.people.SecretTokens;
import channelcert.journey.post.MailBoxStore;
import channelcert.journey.post.PostDesk;
import channelcert.journey.post.PostOffice;
import channelcert.journey.run.Executed;
import channelcert.journey.run.RunStore;
import channelcert.journey.share.ShareDesk;
import channelcert.journey.share.ShareStore;
import channelcert.journey.workflow.Effect;
import channelcert.store.Database;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The running portal, from {@link #start} until {@link #close}. */
public final class PortalSide implements Draining {
  private static final long LONGEST_BODY = 40L << 20;
  private static final Duration BODY_DEADLINE = Duration.ofSeconds(30);
  private static final int LONGEST_ANSWER = 64 << 10;

  /** Name of the runs in {@link #waiting()}. */
  public static final String RUNS = "runs";

  private final PortalSettings settings;
  private final Accounts accounts;
  private final PersonStore people;
  private final JsonCaller probing;
  private final CaseDesk desk;
  private final PostOffice mails;
  private final RunDesk runs;
  private final Listener listener;

  private PortalSide(PortalSettings settings) {
    this.settings = settings;
    Database database = settings.database();
    SecretTokens tokens = new SecretTokens(settings.random());
    accounts =
        new Accounts(
            database,
            new Passwords(settings.random(), settings.passwordIterations()),
            tokens,
            settings.ids(),
            settings.clock());
    people = new PersonStore(database);
    probing =
        new JsonCaller(
            Direction.MEWS_TO_CANDIDATE,
            Recorder.NONE,
            settings.clock(),
            settings.probeTimeout(),
            LONGEST_ANSWER,
            null);
    CaseStore cases = new CaseStore(database);
    RemarkStore remarks = new RemarkStore(database);
    EndpointStore addresses = new EndpointStore(database);
    ConnectionStore connections = new ConnectionStore(database, settings.vault());
    MappingStore mappings = new MappingStore(database);
    TestEnvironments environments =
        new TestEnvironments(settings.mews(), connections, addresses, tokens);
    AddressRules rules = new AddressRules(settings.resolver(), settings.development());
    Endpoints endpoints =
        new Endpoints(
            cases,
            addresses,
            rules,
            new EndpointProbe(probing, rules),
            environments,
            settings.clock());
    RunStore runStore = new RunStore(database);
    Executed executed = new Executed(runStore);
    AuditStore audit = new AuditStore(database);
    FileStore versions = new FileStore(database);
    FileDesk files =
        new FileDesk(
            versions,
            people,
            addresses,
            new OutcomeStore(database),
            settings.keys(),
            settings.clock());
    CallStore callStore = new CallStore(database);
    CallDesk calls = new CallDesk(callStore, people, settings.ids(), settings.clock());
    CertificateStore issued = new CertificateStore(database, settings.keys().publicKeys());
    CertificateDesk certificates =
        new CertificateDesk(
            issued,
            audit,
            people,
            executed,
            settings.keys(),
            settings.ids(),
            this::url,
            settings.clock());
    MailBoxStore box = new MailBoxStore(database, settings.vault());
    mails = new PostOffice(box, settings.mail(), settings.clock());
    PostDesk post =
        new PostDesk(
            box,
            people,
            calls,
            settings.ids(),
            this::url,
            settings.clock(),
            settings.mail() != null);
    Observer observer =
        new SeenFromOutside(connections, mappings, settings.mews(), executed, files);
    KnownFacts known = new KnownFacts(endpoints, remarks, observer, settings.clock());
    Map<Effect, Action> actions = new EnumMap<>(environments.actions());
    actions.putAll(files.actions());
    actions.putAll(calls.actions());
    actions.putAll(certificates.actions());
    desk =
        new CaseDesk(
            cases,
            known,
            Actions.of(settings.clock(), settings.ids(), actions),
            post,
            settings.ids(),
            settings.clock());
    CaseExport export =
        new CaseExport(
            new ExportStore(database),
            cases,
            audit,
            remarks,
            addresses,
            versions,
            callStore,
            issued,
            box,
            settings.keys(),
            settings.clock());
    OverrideDesk overrides = new OverrideDesk(desk, files, executed);
    SecretDesk secrets = new SecretDesk(connections, desk);
    ShareDesk shares =
        new ShareDesk(
            new ShareStore(database),
            cases,
            desk,
            remarks,
            people,
            executed,
            tokens,
            this::url,
            settings.clock());
    Cases found = new Cases(cases, desk);
    Mappings mapped = new Mappings(connections, mappings, desk);
    RunFolders folders = new RunFolders(settings.runs());
    runs =
        new RunDesk(
            desk,
            runStore,
            connections,
            rules,
            new CaseRunner(
                settings.mews(),
                settings.switchboard(),
                new Candidates(addresses, files, settings.mews()),
                connections,
                mapped,
                rules,
                runStore,
                folders,
                settings.clock()),
            settings.random(),
            settings.clock());
    RemarkDesk remarkDesk = new RemarkDesk(desk, remarks);
    PeopleResource invited =
        new PeopleResource(accounts, people, post::invite, this::url, settings.clock());
    List<Object> resources =
        new ArrayList<>(
            List.of(
                new PortalGate(accounts),
                new ProblemMapper(),
                new ProblemMapper.OfSteps(),
                new SessionResource(accounts),
                invited,
                new CasesResource(cases, desk, known, secrets),
                new EndpointsResource(found, endpoints),
                new MappingResource(found, mapped),
                new ReviewResource(found, remarkDesk, remarks, audit, people, export, overrides),
                new SharingResource(found, shares, known),
                new RunsResource(found, runs, runStore),
                new FilesResource(found, desk, files, people),
                new CallResource(found, desk, calls, settings.clock()),
                new CertificatesResource(found, certificates),
                new MailResource(found, post)));
    resources.addAll(
        PortalPages.resources(
            new PageParts(
                accounts,
                people,
                invited::invited,
                cases,
                desk,
                known,
                endpoints,
                mapped,
                remarkDesk,
                remarks,
                audit,
                overrides,
                secrets,
                new Access(connections, settings.mews()),
                shares,
                runs,
                runStore,
                folders,
                new Papers(files, calls, certificates, post, this::url),
                settings.development(),
                settings.clock())));
    listener =
        Listener.start(
            new ListenerSettings(
                    settings.host(),
                    settings.port(),
                    LONGEST_BODY,
                    BODY_DEADLINE,
                    new PortalFaultForm(),
                    Recorder.NONE,
                    settings.clock())
                .withOperations(PortalSide::operation)
                .withObserver(settings.observer()),
            resources);
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

  /** Begins cases and takes steps. */
  public CaseDesk desk() {
    return desk;
  }

  /** Organisations and people. */
  public PersonStore people() {
    return people;
  }

  /** Lets everything happen that was observed or whose time has come, and sends what is due. */
  public void tick() {
    desk.observeAll();
    mails.tick();
  }

  /** What goes on at the moment, by name. */
  public Map<String, Long> waiting() {
    return Map.of(RUNS, runs.going());
  }

  /** A route without the patterns of its variables. */
  private static String operation(String route) {
    return route.replaceAll("\\{(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}");
  }

  @Override
  public void lastAnswers() {
    listener.lastAnswers();
  }

  /** Runs are stopped: a later process cannot go on with them. */
  @Override
  public void drain(Duration atMost) {
    runs.close();
    listener.drain(atMost);
  }

  @Override
  public void close() {
    runs.close();
    listener.close();
    probing.close();
  }
}
