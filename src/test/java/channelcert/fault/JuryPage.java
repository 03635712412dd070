package channelcert.fault;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page about the jury, written from the declarations that the jury is tried by. */
final class JuryPage {
  private static final List<String> GROUPS = List.of("INV", "RES", "ERR");
  private static final int NAME = 42;

  private JuryPage() {}

  static String text() {
    List<Fault> faults = Faults.all().stream().filter(JuryPage::blocks).toList();
    List<Fault> further = Faults.all().stream().filter(fault -> !blocks(fault)).toList();
    return """
    # The jury

    How the certification itself is tried: %d faulty channel managers, each of which breaks one published rule in one way, and %d
    correct ones that do things differently. Every faulty one has to fail, first on the row that names its fault, by the expectation
    that names it; no correct one may fail. `JuryTest` tries them, [proofs](proofs.md) says how; this page is written from the same
    declarations, and `JuryPageTest` fails when it is not up to date.

    To see what the certification says of your own channel manager with one of these faults:

    ```
    ./channelcert fault-proxy --fault availability-last-night-lost --candidate candidate.yaml --candidate-out faulty.yaml
    ./channelcert certify --candidate faulty.yaml --mews-port 8090
    ```

    ## Correct ones

    | Name | What it does differently |
    |---|---|
    %s

    ## Faulty ones against the rows

    `X` is the row that has to find the fault, `x` a later row that rests on the same rule and fails as well. %d more are found by the
    supplementary checks, listed at the end.

    ```
    %s
    %s
    %s
    ```

    ## What each of them breaks

    | Name | The rule that it breaks | Found by |
    |---|---|---|
    %s
    %s
    """
        .formatted(
            faults.size(),
            Variants.all().size(),
            lines(Variants.all(), v -> "| `%s` | %s |".formatted(v.name(), v.differs())),
            further.size(),
            heading(CertificationTest::code, code -> code.substring(0, 3)),
            heading(CertificationTest::code, code -> code.substring(4)),
            lines(faults, JuryPage::line),
            lines(faults, JuryPage::rule),
            lines(further, JuryPage::rule));
  }

  private static boolean blocks(Fault fault) {
    return !fault.row().startsWith("SUP-");
  }

  private static <T> String lines(List<T> items, Function<T, String> line) {
    return items.stream().map(line).collect(Collectors.joining("\n"));
  }

  /** Three characters a row; the name of a group stands over its first row. */
  private static String heading(
      Function<CertificationTest, String> code, Function<String, String> shown) {
    StringBuilder line = new StringBuilder(" ".repeat(NAME));
    for (String group : GROUPS) {
      boolean first = true;
      for (CertificationTest row : Catalogue.rows()) {
        if (code.apply(row).startsWith(group)) {
          String text = shown.apply(code.apply(row));
          boolean name = text.equals(group);
          line.append("%3s".formatted(name && !first ? "" : text));
          first = false;
        }
      }
      line.append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static String line(Fault fault) {
    StringBuilder line = new StringBuilder(("%-" + NAME + "s").formatted(fault.name()));
    for (String group : GROUPS) {
      for (CertificationTest row : Catalogue.rows()) {
        if (row.code().startsWith(group)) {
          line.append("  ").append(mark(fault, row.code()));
        }
      }
      line.append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static String mark(Fault fault, String code) {
    return fault.row().equals(code) ? "X" : fault.alsoRows().contains(code) ? "x" : ".";
  }

  private static String rule(Fault fault) {
    return "| `%s` | %s | %s `%s` |"
        .formatted(fault.name(), fault.breaks(), fault.row(), fault.expectation());
  }
}
