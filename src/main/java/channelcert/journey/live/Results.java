package channelcert.journey.live;

import channelcert.certification.report.JsonReport;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import channelcert.http.Json;
import channelcert.journey.run.RowRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a result as they are stored. */
final class Results {
  private Results() {}

  static List<RowRecord> rows(RunResult result, List<Exchange> exchanges) {
    Map<String, JsonNode> written = new HashMap<>();
    try {
      JsonNode report = Json.mapper().readTree(JsonReport.text(result, exchanges));
      report.path("tests").forEach(row -> written.put(row.path("code").asText(), row));
      report.path("supplementary").forEach(row -> written.put(row.path("code").asText(), row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is JSON", e);
    }
    List<RowRecord> rows = new ArrayList<>();
    for (RowResult row : result.rows().toList()) {
      rows.add(new RowRecord(row.code(), row.verdict(), String.valueOf(written.get(row.code()))));
    }
    return rows;
  }

  /** What a run without a report is remembered by: its tests and what they expected. */
  static List<RowRecord> rows(List<RowResult> finished) {
    return finished.stream()
        .map(row -> new RowRecord(row.code(), row.verdict(), text(row)))
        .toList();
  }

  private static String text(RowResult row) {
    ObjectNode text = Json.mapper().createObjectNode();
    ArrayNode expectations = text.putArray("expectations");
    row.expectations()
        .forEach(
            each ->
                expectations
                    .addObject()
                    .put("statement", each.statement())
                    .put("verdict", each.verdict().name())
                    .put("actual", each.actual()));
    return text.toString();
  }
}
