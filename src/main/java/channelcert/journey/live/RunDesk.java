package channelcert.journey.live;

import channelcert.certification.attend.RefusedReply;
import channelcert.certification.attend.Reply;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.endpoint.AddressRules;
import channelcert.journey.environment.CaseConnection;
import channelcert.journey.environment.ConnectionStore;
import channelcert.journey.people.Person;
import channelcert.journey.run.RunStore;
import channelcert.journey.workflow.CaseState;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts runs, lets people steer them, and takes their replies. */
public final class RunDesk implements AutoCloseable {
  private static final int MOST_AT_ONCE = 4;

  /** People may let a run wait for hours, which must not keep other partners from theirs. */
  private static final int MOST_OF_A_PARTNER = 2;

  /** While the test connection is on and the attempt is not decided. */
  private static final Set<CaseState> WHILE =
      EnumSet.of(
          CaseState.SELF_TESTING,
          CaseState.FILE_ISSUED,
          CaseState.FILE_RETURNED,
          CaseState.CALL_SCHEDULED,
          CaseState.CALL_RUNNING,
          CaseState.RESERVATION_TESTS,
          CaseState.ERROR_TESTS,
          CaseState.FAILED);

  private final CaseDesk cases;
  private final RunStore runs;
  private final ConnectionStore connections;
  private final AddressRules rules;
  private final CaseRunner runner;
  private final SecureRandom random;
  private final Clock clock;
  private final Map<String, Started> latest = new LinkedHashMap<>();

  /** What may become of a run. */
  public enum Order {
    /** No further test begins. */
    PAUSE,
    CONTINUE,
    /** It ends without a verdict. */
    STOP
  }

  private record Started(LiveRun run, String organisationId, Thread thread) {}

  public RunDesk(
      CaseDesk cases,
      RunStore runs,
      ConnectionStore connections,
      AddressRules rules,
      CaseRunner runner,
      SecureRandom random,
      Clock clock) {
    this.cases = cases;
    this.runs = runs;
    this.connections = connections;
    this.rules = rules;
    this.runner = runner;
    this.random = random;
    this.clock = clock;
    runs.interruptAll(
        "The portal was stopped while the run went on; start it again.", clock.instant());
  }

  /** Whether tests of the case can be run now. */
  public static boolean isTime(CertificationCase found) {
    return WHILE.contains(found.state());
  }

  /**
   * Starts a run.
   *
   * @throws StepRefused when it is not the time, another one goes on, or a wish is wrong
   */
  public LiveRun start(CertificationCase found, RunWish wish, Person by) {
    if (!isTime(found)) {
      throw StepRefused.conflict(
          "Tests are run from the time when the test connection is on (SELF_TESTING) until Mews"
              + " decides; the case is in "
              + found.state()
              + ".");
    }
    List<CertificationTest> tests = tests(wish);
    if (!wish.driver().isEmpty()) {
      rules
          .problem(wish.driver())
          .ifPresent(
              problem -> {
                throw StepRefused.invalid("driver", "The address of the driver: " + problem);
              });
    }
    CaseConnection connection = connection(found, wish);
    long seed = wish.seed() == null ? 1 + random.nextInt(999_999) : wish.seed();
    synchronized (latest) {
      refuseTooMany(found);
      CertificationCase noted =
          cases.change(
              found,
              by,
              "startRun",
              Map.of("tests", String.join(" ", wish.codes()), "seed", seed),
              List.of());
      int number =
          runs.begin(
              noted,
              found.state() == CaseState.CALL_RUNNING,
              seed,
              String.join(" ", wish.codes()),
              by.id(),
              clock.instant());
      LiveRun run = new LiveRun(found.id(), number, tests, clock);
      Thread thread =
          Thread.ofVirtual()
              .name("run-" + found.id() + "-" + number)
              .unstarted(() -> runner.run(noted, connection, wish, seed, run));
      latest.put(found.id(), new Started(run, found.organisationId(), thread));
      thread.start();
      return run;
    }
  }

  /** How many go on. */
  public long going() {
    synchronized (latest) {
      return latest.values().stream().filter(each -> !each.run().isOver()).count();
    }
  }

  private long going(String organisationId) {
    return latest.values().stream()
        .filter(each -> each.organisationId().equals(organisationId) && !each.run().isOver())
        .count();
  }

  private void refuseTooMany(CertificationCase found) {
    Started before = latest.get(found.id());
    if (before != null && !before.run().isOver()) {
      throw StepRefused.conflict(
          "Run "
              + before.run().number()
              + " of this case goes on; wait for its end, or stop it first.");
    }
    if (going(found.organisationId()) >= MOST_OF_A_PARTNER) {
      throw StepRefused.conflict(
          MOST_OF_A_PARTNER
              + " runs of other cases of the partner go on; wait for their end, or stop one.");
    }
    if (going() >= MOST_AT_ONCE) {
      throw StepRefused.conflict(
          MOST_AT_ONCE + " runs of other cases go on; try again in some minutes.");
    }
  }

  private static List<CertificationTest> tests(RunWish wish) {
    for (String code : wish.codes()) {
      if (Catalogue.find(code).isEmpty()) {
        throw StepRefused.invalid("codes", "There is no test " + code + "; one is called INV-1.");
      }
    }
    Set<String> codes = Set.copyOf(wish.codes());
    List<CertificationTest> tests = new ArrayList<>(Catalogue.chosen(codes));
    tests.addAll(Catalogue.chosenSupplementary(codes, wish.supplementary()));
    return tests;
  }

  private CaseConnection connection(CertificationCase found, RunWish wish) {
    return connections.of(found.id(), Environment.TEST).stream()
        .filter(each -> each.number() == wish.connection())
        .findFirst()
        .orElseThrow(
            () ->
                StepRefused.invalid(
                    "connection", "The case has no test connection " + wish.connection() + "."));
  }

  /** A run of this process, while it goes on or is the latest of its case. */
  public Optional<LiveRun> live(String caseId, int number) {
    synchronized (latest) {
      return Optional.ofNullable(latest.get(caseId))
          .map(Started::run)
          .filter(each -> each.number() == number);
    }
  }

  /**
   * Gives a run an order.
   *
   * @throws StepRefused when it does not go on
   */
  public void steer(String caseId, int number, Order order, Person by) {
    Started started = going(caseId, number);
    switch (order) {
      case PAUSE -> started.run().pause(by.name());
      case CONTINUE -> started.run().goOn(by.name());
      case STOP -> {
        if (!started.run().stop(by.name(), started.thread())) {
          throw StepRefused.conflict("Run " + number + " is ending already.");
        }
      }
    }
  }

  /**
   * Takes a reply to an instruction.
   *
   * @throws StepRefused when it does not fit; the instruction goes on waiting
   */
  public void reply(String caseId, int number, int instruction, Reply reply, Person by) {
    try {
      going(caseId, number).run().board().reply(instruction, reply, by.name());
    } catch (RefusedReply refused) {
      throw StepRefused.invalid("reply", String.valueOf(refused.getMessage()));
    }
  }

  private Started going(String caseId, int number) {
    synchronized (latest) {
      Started started = latest.get(caseId);
      if (started == null || started.run().number() != number || started.run().isOver()) {
        throw StepRefused.conflict("Run " + number + " does not go on.");
      }
      return started;
    }
  }

  /** Stops what goes on. */
  @Override
  public void close() {
    List<Started> all;
    synchronized (latest) {
      all = List.copyOf(latest.values());
    }
    for (Started each : all) {
      if (!each.run().isOver()) {
        each.run().stop("the end of the portal", each.thread());
      }
    }
    try {
      for (Started each : all) {
        each.thread().join(Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
