package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jury: every faulty channel manager fails, first on the row that names its fault; no correct
 * one fails, however different it is. Prints the matrix of faults against rows.
 *
 * <p>Usually a fault meets the rows concerned, and the first fault of each group all of them; the
 * correct ones meet everything but the full push. With {@code -Djury=full} each meets every row;
 * {@code -Djury.seeds=100} runs the correct ones so many times in turn, each time with another
 * seed. {@code -Djury.only=a,b} names single ones.
 */
final class JuryTest {
  private static final long SEED = 20_270_101L;
  private static final boolean FULL = System.getProperty("jury", "").equals("full");

  /** The machine has two processors; more at once would only wait for each other. */
  private static final int AT_ONCE = 2;

  /** A year of nights takes longer than all other rows together. */
  private static final String FULL_PUSH = "INV-6";

  private static final ExecutorService RUNS = Executors.newFixedThreadPool(AT_ONCE);
  private static final Map<String, RunResult> RESULTS = new ConcurrentHashMap<>();
  private static final Map<String, Future<RunResult>> STARTED = new LinkedHashMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void startAll() {
    faults().forEach(fault -> start(fault.name(), trial(fault)::certify));
    turns().forEach(turn -> start(turn.name(), turn.trial(folder.resolve(turn.name()))::certify));
  }

  @AfterAll
  static void printMatrix() {
    RUNS.shutdownNow();
    System.out.println(Matrix.of(faults(), RESULTS));
  }

  @TestFactory
  Stream<DynamicTest> findsEachFaultFirstOnTheRowThatNamesIt() {
    return faults().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> judge(fault)));
  }

  @TestFactory
  Stream<DynamicTest> acceptsEachCorrectChannelManager() {
    return turns().stream()
        .map(turn -> DynamicTest.dynamicTest(turn.name(), () -> accept(turn.name())));
  }

  private static void start(String name, Callable<RunResult> trial) {
    STARTED.put(name, RUNS.submit(trial));
  }

  private static void judge(Fault fault) throws Exception {
    RunResult result = Objects.requireNonNull(STARTED.get(fault.name())).get();
    RESULTS.put(fault.name(), result);
    Map<String, String> notPassed = Matrix.notPassed(result);

    assertThat(expectation(fault, result))
        .as("%s of %s", fault.expectation(), notPassed)
        .isEqualTo(Verdict.FAILED);
    assertThat(notPassed.keySet().iterator().next())
        .as("the first row that does not pass, of %s", notPassed)
        .isEqualTo(fault.row());
    Set<String> others = new HashSet<>(notPassed.keySet());
    others.remove(fault.row());
    others.removeAll(fault.alsoRows());
    assertThat(others).as("rows that do not rest on the rule, of %s", notPassed).isEmpty();
    if (FULL && !fault.row().startsWith("SUP-")) {
      assertThat(notPassed.keySet()).as("rows that rest on the rule").containsAll(fault.alsoRows());
    }
  }

  private static void accept(String name) throws Exception {
    RunResult result = Objects.requireNonNull(STARTED.get(name)).get();

    assertThat(Matrix.notPassed(result)).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
  }

  private static Verdict expectation(Fault fault, RunResult result) {
    RowResult row =
        Matrix.rows(result)
            .filter(test -> test.code().equals(fault.row()))
            .findFirst()
            .orElseThrow();
    return row.expectations().stream()
        .filter(expectation -> expectation.id().equals(fault.expectation()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(fault.row() + " expects no " + fault.expectation()))
        .verdict();
  }

  private static Trial trial(Fault fault) {
    Trial all = Trial.of(fault, SEED, folder.resolve(fault.name()));
    boolean whole = FULL || firstOfItsGroup(fault);
    return whole && !fault.row().startsWith("SUP-") ? all : all.on(concerned(fault));
  }

  private static boolean firstOfItsGroup(Fault fault) {
    String group = fault.row().substring(0, 3);
    return Faults.all().stream()
        .filter(each -> each.row().startsWith(group))
        .findFirst()
        .filter(fault::equals)
        .isPresent();
  }

  /** The row and those that may follow it; a full push also needs what was there before. */
  private static Set<String> concerned(Fault fault) {
    Set<String> rows = new HashSet<>(fault.alsoRows());
    rows.remove(FULL_PUSH);
    rows.add(fault.row());
    if (fault.row().equals(FULL_PUSH)) {
      rows.addAll(Set.of("INV-1", "INV-2", "INV-4"));
    }
    return rows;
  }

  /** A run of a correct channel manager. */
  private record Turn(Variant variant, int round, int number) {
    String name() {
      return variant.name() + (round == 0 ? "" : "-" + round);
    }

    Trial trial(Path evidence) {
      Trial trial = Trial.of(variant, SEED + number, evidence);
      return FULL ? trial : trial.on(allButTheFullPush());
    }
  }

  private static Set<String> allButTheFullPush() {
    Set<String> rows = new HashSet<>();
    Catalogue.rows().forEach(row -> rows.add(row.code()));
    rows.remove(FULL_PUSH);
    return rows;
  }

  /** Each correct one once, or in turn until there are as many as asked for. */
  private static List<Turn> turns() {
    List<Variant> variants = Variants.all();
    int count = Integer.getInteger("jury.seeds", variants.size());
    return IntStream.range(0, count)
        .mapToObj(i -> new Turn(variants.get(i % variants.size()), i / variants.size(), i))
        .filter(turn -> named(turn.variant().name()))
        .toList();
  }

  private static List<Fault> faults() {
    return new ArrayList<>(Faults.all()).stream().filter(fault -> named(fault.name())).toList();
  }

  private static boolean named(String name) {
    String only = System.getProperty("jury.only", "");
    return only.isEmpty() || List.of(only.split(",", -1)).contains(name);
  }
}
