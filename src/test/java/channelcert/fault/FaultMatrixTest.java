package channelcert.fault;

import static channelcert.certification.verdict.Verdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Certifies the reference channel manager behind each fault. The row that the fault names finds it,
 * by the expectation that it names; rows that do not rest on the broken rule pass. Prints the
 * matrix of faults against rows.
 */
final class FaultMatrixTest {
  private static final long SEED = 20_270_101L;

  /** The machine has two processors; more at once would only wait for each other. */
  private static final int AT_ONCE = 2;

  private static final ExecutorService RUNS = Executors.newFixedThreadPool(AT_ONCE);
  private static final Map<String, RunResult> RESULTS = new ConcurrentHashMap<>();
  private static final Map<String, Future<RunResult>> STARTED = new ConcurrentHashMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void startAll() {
    for (Fault fault : faults()) {
      FaultyCandidate candidate = new FaultyCandidate(fault, SEED, folder.resolve(fault.name()));
      STARTED.put(fault.name(), RUNS.submit(candidate::certify));
    }
  }

  @AfterAll
  static void printMatrix() {
    RUNS.shutdownNow();
    System.out.println(Matrix.of(faults(), RESULTS));
  }

  @TestFactory
  Stream<DynamicTest> theNamedRowFindsEachFault() {
    return faults().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> judge(fault)));
  }

  private static void judge(Fault fault) throws Exception {
    RunResult result = Objects.requireNonNull(STARTED.get(fault.name())).get();
    RESULTS.put(fault.name(), result);
    Map<String, String> notPassed = Matrix.notPassed(result);

    if (fault.equals(Fault.NONE)) {
      assertThat(notPassed).isEmpty();
      assertThat(result.tests()).hasSize(25);
      assertThat(result.supplementary()).hasSize(Catalogue.supplementary().size());
      return;
    }
    Verdict verdict = expectation(fault, result);
    Set<String> others = new TreeSet<>(notPassed.keySet());
    others.remove(fault.row());
    others.removeAll(fault.alsoRows());
    assertThat(verdict).as("%s of %s", fault.expectation(), notPassed).isEqualTo(FAILED);
    assertThat(others).as("rows that do not rest on the rule, of %s", notPassed).isEmpty();
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

  /** All, or those that {@code -Dfaults=} names. */
  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(List.of(Fault.NONE));
    faults.addAll(Faults.all());
    String only = System.getProperty("faults", "");
    return only.isEmpty()
        ? faults
        : faults.stream().filter(fault -> List.of(only.split(",")).contains(fault.name())).toList();
  }
}
