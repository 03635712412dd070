package channelcert.cli;

import channelcert.pact.Outcome;
import channelcert.pact.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was not honoured, line by line; what hinders many interactions alike is said once. */
final class VerifiedLines {
  private static final int MANY = 3;

  /** Begins the reason where nobody is at the address, which ends with another path each time. */
  private static final Pattern SILENT = Pattern.compile("(no answer from \\w+://[^/ ]+).*");

  private static final Pattern REFUSED = Pattern.compile("it answered error (\\d+): .*");

  private VerifiedLines() {}

  static List<String> of(List<Verified> all) {
    List<String> lines = new ArrayList<>(refusals(all));
    Map<String, List<Verified>> silent = new LinkedHashMap<>();
    for (Verified each : all) {
      if (each.outcome() == Outcome.NOT_PROVEN) {
        silent.computeIfAbsent(cause(each), ignored -> new ArrayList<>()).add(each);
      } else if (each.outcome() == Outcome.BROKEN) {
        lines.addAll(lines(each));
      }
    }
    silent.forEach(
        (cause, hindered) -> {
          if (hindered.size() < MANY) {
            hindered.forEach(each -> lines.addAll(lines(each)));
          } else {
            lines.add(Outcome.NOT_PROVEN + "  " + hindered.size() + " interactions");
            lines.add("    " + cause);
          }
        });
    return lines;
  }

  /** Where many are refused with one code, that is told first. */
  private static List<String> refusals(List<Verified> all) {
    Map<String, List<String>> byCode =
        all.stream()
            .filter(each -> each.outcome() == Outcome.BROKEN)
            .flatMap(each -> each.reasons().stream())
            .filter(reason -> REFUSED.matcher(reason).matches())
            .collect(Collectors.groupingBy(VerifiedLines::code));
    return byCode.values().stream()
        .filter(reasons -> reasons.size() >= MANY)
        .map(VerifiedLines::refusal)
        .toList();
  }

  private static String refusal(List<String> alike) {
    return "%d interactions fail for one cause, %s; check --client-token and --connection-token"
        .formatted(alike.size(), alike.getFirst());
  }

  private static String code(String reason) {
    Matcher refused = REFUSED.matcher(reason);
    return refused.matches() ? refused.group(1) : "";
  }

  private static String cause(Verified each) {
    String first = each.reasons().isEmpty() ? "" : each.reasons().getFirst();
    Matcher nobody = SILENT.matcher(first);
    return nobody.matches() ? nobody.group(1) : first;
  }

  private static List<String> lines(Verified each) {
    List<String> lines = new ArrayList<>();
    lines.add(
        each.outcome() + "  " + each.interaction().row() + ": " + each.interaction().description());
    each.reasons().forEach(reason -> lines.add("    " + reason));
    return lines;
  }
}
