package channelcert.fault;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of faults against rows: where each fault was found. */
final class Matrix {
  private Matrix() {}

  /** A line a fault, a column a row: X where it has to be found, x where else it was. */
  static String of(List<Fault> faults, Map<String, RunResult> results) {
    StringBuilder text = new StringBuilder("Faults against rows (X named row, x dependent row)\n");
    for (Fault fault : faults) {
      RunResult result = results.get(fault.name());
      if (result != null) {
        text.append(result.equals(firstOf(faults, results)) ? heading(result) : "");
        text.append(line(fault, result)).append('\n');
      }
    }
    return text.toString();
  }

  /** The rows of the certification and those beside it. */
  static Stream<RowResult> rows(RunResult result) {
    return Stream.concat(result.tests().stream(), result.supplementary().stream());
  }

  /** Every row that did not pass, with the expectations that did not. */
  static Map<String, String> notPassed(RunResult result) {
    Map<String, String> rows = new TreeMap<>();
    rows(result)
        .filter(row -> row.verdict() != Verdict.PASSED)
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

  private static RunResult firstOf(List<Fault> faults, Map<String, RunResult> results) {
    return faults.stream()
        .map(Fault::name)
        .filter(results::containsKey)
        .map(results::get)
        .findFirst()
        .orElseThrow();
  }

  private static String heading(RunResult result) {
    return String.format("%-42s", "")
        + rows(result)
            .map(row -> String.format("%3s", row.code().substring(row.code().indexOf('-') + 1)))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String line(Fault fault, RunResult result) {
    return String.format("%-42s", fault.name())
        + rows(result).map(row -> mark(fault, row)).collect(Collectors.joining())
        + (fault.expectation().isEmpty() ? "" : "  " + fault.row() + " " + fault.expectation());
  }

  private static String mark(Fault fault, RowResult row) {
    if (row.verdict() == Verdict.PASSED) {
      return "  .";
    }
    return row.code().equals(fault.row()) ? "  X" : "  x";
  }
}
