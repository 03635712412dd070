package channelcert.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The figures of all runs, as a table or as JSON, with the aims beside them. */
public final class PushReport {
  private static final int USUAL = 100;
  private static final int MANY = 1000;

  private final List<PushFigures> runs;
  private final double planMillis;

  /**
   * Makes a report.
   *
   * @param planMillis how long the intervals of a full update take
   */
  public PushReport(List<PushFigures> runs, double planMillis) {
    this.runs = List.copyOf(runs);
    this.planMillis = planMillis;
  }

  /** Lines for a person. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "connections  hanging  messages      MB  full update  cells/s  CPU ns/cell"
            + "  delta p50  delta p99  peak heap\n");
    for (PushFigures run : runs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%11d  %7d  %8d  %6.1f  %9.2f s  %7.0f  %11.0f  %6.1f ms  %6.1f ms  %6.0f MB%n",
              run.connections(),
              run.hanging(),
              run.messages(),
              run.megabytes(),
              run.fullSeconds(),
              run.cellsPerSecond(),
              run.processorNanosPerCell(),
              run.deltaMedianMillis(),
              run.deltaP99Millis(),
              run.peakMegabytes()));
    }
    latency().ifPresent(millis -> text.append(aim("change to acceptance, p99", millis, 250, "ms")));
    withHanging()
        .ifPresent(millis -> text.append(aim("the same beside a hanging one", millis, 250, "ms")));
    ratio().ifPresent(ratio -> text.append(aim("cost per cell, 1000 to 1", ratio, 1.2, "")));
    text.append(aim("intervals of a full update, ms", planMillis, 10, ""));
    return text.toString();
  }

  private static String aim(String what, double value, double aim, String unit) {
    return String.format(
        Locale.ROOT,
        "%-32s %8.2f %-2s  aim: at most %.1f %s%n",
        what,
        value,
        unit,
        aim,
        value <= aim ? "(met)" : "(NOT met)");
  }

  /** One object for programs. */
  public String json() {
    ObjectNode result = new ObjectMapper().createObjectNode();
    latency().ifPresent(millis -> result.put("changeToAcceptanceP99Millis", millis));
    withHanging()
        .ifPresent(millis -> result.put("changeToAcceptanceBesideHangingP99Millis", millis));
    ratio().ifPresent(ratio -> result.put("costPerCellRatio", ratio));
    result.put("planMillis", planMillis);
    runs.forEach(run -> result.withArray("runs").add(object(run)));
    return result.toPrettyString();
  }

  private static ObjectNode object(PushFigures run) {
    return new ObjectMapper()
        .createObjectNode()
        .put("connections", run.connections())
        .put("hanging", run.hanging())
        .put("messages", run.messages())
        .put("megabytes", run.megabytes())
        .put("cells", run.cells())
        .put("fullSeconds", run.fullSeconds())
        .put("cellsPerSecond", run.cellsPerSecond())
        .put("processorNanosPerCell", run.processorNanosPerCell())
        .put("deltaMedianMillis", run.deltaMedianMillis())
        .put("deltaP99Millis", run.deltaP99Millis())
        .put("peakMegabytes", run.peakMegabytes());
  }

  private Optional<Double> latency() {
    return figure(
        run -> run.connections() == USUAL && run.hanging() == 0, PushFigures::deltaP99Millis);
  }

  private Optional<Double> withHanging() {
    return figure(run -> run.hanging() > 0, PushFigures::deltaP99Millis);
  }

  private Optional<Double> ratio() {
    Optional<Double> many =
        figure(run -> run.connections() == MANY, PushFigures::processorNanosPerCell);
    Optional<Double> one =
        figure(run -> run.connections() == 1, PushFigures::processorNanosPerCell);
    return many.flatMap(cost -> one.map(single -> cost / single));
  }

  private Optional<Double> figure(
      Predicate<PushFigures> which, ToDoubleFunction<PushFigures> what) {
    return runs.stream().filter(which).map(what::applyAsDouble).findFirst();
  }
}
