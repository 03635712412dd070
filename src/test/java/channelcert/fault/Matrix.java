package channelcert.fault;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of faults against rows: where each fault was found. */
final class Matrix {
  private Matrix() {}

  /**
   * A line a fault, a column a row: X where it has to be found, x where else it was, nothing where
   * the row did not run.
   */
  static String of(List<Fault> faults, Map<String, RunResult> results) {
    StringBuilder text =
        new StringBuilder("Faults against rows (X named row, x dependent row, . passed)\n")
            .append("%-42s".formatted(""));
    Catalogue.rows().forEach(row -> text.append("%3s".formatted(row.code().substring(4))));
    text.append('\n');
    for (Fault fault : faults) {
      RunResult result = results.get(fault.name());
      if (result != null) {
        text.append(line(fault, result)).append('\n');
      }
    }
    return text.toString();
  }

  /** The rows of the certification and those beside it. */
  static Stream<RowResult> rows(RunResult result) {
    return Stream.concat(result.tests().stream(), result.supplementary().stream());
  }

  /** Every row that did not pass, in order, with the expectations that did not. */
  static Map<String, String> notPassed(RunResult result) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows(result)
        .filter(row -> row.verdict() != Verdict.PASSED)
        .filter(row -> row.verdict() != Verdict.NOT_APPLICABLE)
        .forEach(row -> rows.put(row.code(), row.verdict() + " " + expectations(row)));
    return rows;
  }

  private static String expectations(RowResult row) {
    return row.expectations().stream()
        .filter(each -> each.verdict() != Verdict.PASSED)
        .filter(each -> each.verdict() != Verdict.NOT_APPLICABLE)
        .map(Matrix::inWords)
        .collect(Collectors.joining("; ", "[", "]"));
  }

  private static String inWords(ExpectationResult each) {
    String actual = each.actual();
    return each.id()
        + " "
        + each.verdict()
        + ": "
        + (actual.length() > 160 ? actual.substring(0, 160) + "..." : actual);
  }

  private static String line(Fault fault, RunResult result) {
    Map<String, RowResult> run =
        rows(result).collect(Collectors.toMap(RowResult::code, Function.identity()));
    return "%-42s".formatted(fault.name())
        + Catalogue.rows().stream()
            .map(row -> mark(fault, run.get(row.code())))
            .collect(Collectors.joining())
        + "  "
        + fault.row()
        + " "
        + fault.expectation();
  }

  private static String mark(Fault fault, @Nullable RowResult row) {
    if (row == null) {
      return "   ";
    }
    if (row.verdict() == Verdict.PASSED) {
      return "  .";
    }
    return row.code().equals(fault.row()) ? "  X" : "  x";
  }
}
