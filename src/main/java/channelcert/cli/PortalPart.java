package channelcert.cli;

import channelcert.certification.evidence.Switchboard;
import channelcert.certification.sign.SigningKeys;
import channelcert.exchange.Recorder;
import channelcert.journey.api.PortalSettings;
import channelcert.journey.api.PortalSide;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.endpoint.HostResolver;
import channelcert.journey.environment.CaseWatcher;
import channelcert.journey.environment.Vault;
import channelcert.journey.people.Organisation;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.Role;
import channelcert.journey.workflow.Transition;
import channelcert.mail.Mail;
import channelcert.mews.MewsControl;
import channelcert.store.Database;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal of a served process. */
final class PortalPart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PortalPart.class);
  private static final int PASSWORD_ITERATIONS = 600_000;
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);
  private static final long LOOK_SECONDS = 30;
  private static final String PARTNER = "INT000001";

  private final Database database;
  private final SecureRandom random = new SecureRandom();
  private final Vault vault;
  private final SigningKeys keys;
  private final @Nullable Mail mail;
  private final Switchboard switchboard = new Switchboard();
  private final Path runs;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("portal-timer").factory());
  private @Nullable PortalSide side;

  /**
   * Not listening yet.
   *
   * @param folder keeps the key that tokens are sealed with, and those that are signed with
   * @param mail the server that mails leave through; absent = none are sent
   */
  PortalPart(Database database, Path folder, @Nullable Mail mail) {
    this.database = database;
    this.keys = CertificationFiles.keys(folder);
    this.mail = mail;
    this.runs = folder.resolve("runs");
    this.vault = new Vault(key(folder.resolve("portal.key")), random);
  }

  private byte[] key(Path file) {
    if (!Files.exists(file)) {
      byte[] chosen = new byte[32];
      random.nextBytes(chosen);
      Secrets.write(
          file, Map.of("key", HexFormat.of().formatHex(chosen)), "Key that seals the tokens");
    }
    String key = Secrets.read(file).getProperty("key");
    if (key == null || !key.matches("[0-9a-f]{64}")) {
      throw UserError.usage(file + " holds no key of 64 hexadecimal digits; restore it");
    }
    return HexFormat.of().parseHex(key);
  }

  /** Watches the wire of the Mews side, for cases and runs, beside somebody else. */
  Recorder watching(Recorder other) {
    return Recorder.both(other, Recorder.both(new CaseWatcher(database, vault), switchboard));
  }

  void start(int port, PortalOptions options, MewsControl mews, boolean demo, PrintWriter out) {
    PortalSide started;
    try {
      started = PortalSide.start(settings(port, options, mews));
    } catch (IllegalStateException taken) {
      throw UserError.usage(String.valueOf(taken.getMessage()));
    }
    side = started;
    out.println("Portal           " + started.url() + "/portal");
    if (options.allowsLoopback()) {
      out.println("  partners may register loopback addresses (--allow-loopback-endpoints)");
    }
    firstLead(started, options.lead(), out);
    if (demo) {
      seed(started, out);
    }
    var _ =
        timer.scheduleWithFixedDelay(
            () -> look(started), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private static void look(PortalSide side) {
    try {
      side.tick();
    } catch (RuntimeException fault) {
      LOG.error("the cases of the portal could not be looked at", fault);
    }
  }

  private PortalSettings settings(int port, PortalOptions options, MewsControl mews) {
    return new PortalSettings(
        Parts.LOOPBACK,
        port,
        options.url(),
        database,
        Parts.CLOCK,
        () -> Parts.newId().replace("-", ""),
        random,
        PASSWORD_ITERATIONS,
        options.allowsLoopback(),
        HostResolver.SYSTEM,
        PROBE_TIMEOUT,
        mews,
        switchboard,
        runs,
        vault,
        keys,
        mail);
  }

  private static void firstLead(PortalSide side, String email, PrintWriter out) {
    Person anybody = new Person("", Person.MEWS, "", "", Role.LEAD_CERTIFIER);
    boolean there =
        side.people().visibleTo(anybody).stream()
            .anyMatch(each -> each.role() == Role.LEAD_CERTIFIER);
    if (there) {
      out.println("  log in with the address and password that were printed earlier");
    } else {
      make(side, Person.MEWS, email, "First lead certifier", Role.LEAD_CERTIFIER, out);
    }
  }

  private static Person make(
      PortalSide side, String organisation, String email, String name, Role role, PrintWriter out) {
    String password = Tokens.token().substring(0, 16).toLowerCase(Locale.ROOT);
    Person made = side.accounts().make(organisation, email, name, role, password);
    out.println(
        "  " + role.words() + " " + email + ": log in with " + password + " (printed this once)");
    return made;
  }

  /** A partner whose request waits for Mews, so that a newcomer sees something. */
  private static void seed(PortalSide side, PrintWriter out) {
    if (!side.people().add(new Organisation(PARTNER, "Demo partner"))) {
      return;
    }
    Person admin =
        make(
            side,
            PARTNER,
            "admin@partner.example",
            "Demo administrator",
            Role.PARTNER_ADMINISTRATOR,
            out);
    var found = side.desk().create(admin, "Demo channel manager", false);
    found =
        side.desk()
            .request(
                found,
                admin,
                new CaseChange.Requested(
                    "Demo channel manager",
                    false,
                    null,
                    true,
                    "{\"contactEmail\":\"admin@partner.example\",\"horizonDays\":365,"
                        + "\"pricing\":\"GROSS\",\"confirmation\":\"SYNCHRONOUS\"}"));
    side.desk().take(found, Transition.T1, channelcert.journey.cases.StepInput.NONE, admin);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    if (side != null) {
      side.close();
    }
  }
}
