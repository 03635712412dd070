package channelcert.cli.terminal;

import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.Diagnosis.Level;
import channelcert.certification.preflight.Folded;
import channelcert.certification.report.VisibleText;
import channelcert.certification.verdict.Verdict;
import channelcert.http.Json;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What the preflight found: what has to be mended first, then what is fine. */
public final class DoctorReport {
  private final Format format;
  private final PrintWriter out;
  private final Screen screen;

  private DoctorReport(Format format, PrintWriter out, Screen screen) {
    this.format = format;
    this.out = out;
    this.screen = screen;
  }

  public static DoctorReport of(Format format, PrintWriter out) {
    Screen screen =
        format == Format.HUMAN ? Screen.standardOutput(out, System.getenv()) : Screen.plain(out);
    return new DoctorReport(format, out, screen);
  }

  /** Whether a run may begin in spite of it. */
  public static boolean isHarmless(Diagnosis diagnosis) {
    return diagnosis.level() == Level.OK || diagnosis.level() == Level.NOTE;
  }

  public void print(List<Diagnosis> found) {
    if (format == Format.JSON) {
      out.println(json(found));
      out.flush();
      return;
    }
    List<Diagnosis> folded = Folded.of(found);
    int width = 2 + folded.stream().mapToInt(each -> Columns.width(each.subject())).max().orElse(0);
    folded.stream().filter(each -> !isHarmless(each)).forEach(each -> line(each, width));
    folded.stream().filter(DoctorReport::isHarmless).forEach(each -> line(each, width));
    long faults = folded.stream().filter(each -> !isHarmless(each)).count();
    screen.line("");
    screen.line(
        faults == 0
            ? "Ready to be certified."
            : faults + (faults == 1 ? " thing has" : " things have") + " to be mended first.");
  }

  private void line(Diagnosis diagnosis, int width) {
    Verdict colour =
        switch (diagnosis.level()) {
          case OK -> Verdict.PASSED;
          case NOTE -> Verdict.INCONCLUSIVE;
          case FAULT, UNREACHABLE -> Verdict.FAILED;
        };
    String word = isHarmless(diagnosis) ? diagnosis.level().name() : "FAULT";
    screen.line(
        screen.paint(colour, screen.sign(colour) + Columns.left(word.toLowerCase(Locale.ROOT), 7))
            + Columns.left(diagnosis.subject(), width)
            + VisibleText.singleLine(diagnosis.found()));
    if (!diagnosis.fix().isEmpty()) {
      String fix = diagnosis.origin().name().toLowerCase(Locale.ROOT) + ": " + diagnosis.fix();
      Columns.wrap(VisibleText.singleLine(fix), screen.width() - 9)
          .forEach(each -> screen.line("         " + each));
    }
  }

  private static String json(List<Diagnosis> found) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("ready", found.stream().allMatch(DoctorReport::isHarmless));
    root.set("findings", Json.mapper().valueToTree(found));
    return root.toPrettyString();
  }
}
