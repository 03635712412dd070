package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.drift.Drift;
import channelcert.certification.drift.Drift.Message;
import channelcert.certification.drift.Drift.Weight;
import channelcert.certification.drift.Drifts;
import channelcert.certification.evidence.RecordedEvidence;
import channelcert.certification.report.ReportFolder;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a channel manager sends and answers otherwise than the contract says is shown. */
final class DriftTest {
  private static final String UNKNOWN = "is not in the contract";

  /** Adds fields of its own, which is harmless, and writes a text as a number. */
  private static final Variant DRIFTING =
      new Variant(
          "drifting",
          "Adds fields, and sends a number where the contract has a text.",
          UnaryOperator.identity(),
          false,
          () ->
              Behaviours.both(
                  Behaviours.onAnswer(
                      Endpoint.UPDATE_AVAILABILITY,
                      (asked, answer, memory) -> {
                        answer.put("x-request", "7f3a");
                        answer.path("errors").forEach(e -> ((ObjectNode) e).put("severity", 1));
                      }),
                  Behaviours.onRequest(
                      Endpoint.PROCESS_GROUP,
                      (group, memory) -> {
                        group.putArray("comments").add(7);
                        Groups.eachReservation(group, each -> each.put("colour", "blue"));
                      })));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void whatTheContractDoesNotSayIsShownAndChangesNoVerdict() throws Exception {
    RunResult result =
        Trial.of(DRIFTING, 11, evidence()).on(Set.of("INV-1", "RES-1", "ERR-3")).certify();

    assertThat(Drifts.of(exchanges()))
        .extracting(Drift::operation, Drift::message, Drift::place, Drift::what, Drift::weight)
        .containsExactly(
            Tuple.tuple(
                "processGroup", Message.REQUEST, "comments[]", "should be text", Weight.WRONG),
            Tuple.tuple(
                "processGroup", Message.REQUEST, "reservations[].colour", UNKNOWN, Weight.NOTED),
            Tuple.tuple(
                "updateAvailability", Message.ANSWER, "errors[].severity", UNKNOWN, Weight.NOTED),
            Tuple.tuple("updateAvailability", Message.ANSWER, "x-request", UNKNOWN, Weight.NOTED));
    assertThat(result.tests())
        .filteredOn(row -> !row.code().equals("RES-1"))
        .as("rows whose messages have fields that are not known")
        .hasSize(2)
        .allMatch(row -> row.verdict() == Verdict.PASSED);
    written(result);
  }

  /** The report tells the same, in both forms, and follows its schema. */
  private void written(RunResult result) throws Exception {
    new ReportFolder().write(result, exchanges(), folder, Map.of());
    String report = Files.readString(folder.resolve("report.json"));
    Drift first = Drifts.of(exchanges()).getFirst();
    assertThat(report).contains("contractDifferences", "\"what\" : \"" + first.what() + "\"");
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("Differences from the contract", first.place() + " " + first.what());
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("report.schema.json")), InputFormat.JSON)
                .validate(report, InputFormat.JSON))
        .isEmpty();
  }

  private Path evidence() {
    return folder.resolve("evidence");
  }

  private List<Exchange> exchanges() {
    return RecordedEvidence.sealed(evidence()).messages().stream()
        .map(message -> message.exchange())
        .toList();
  }
}
