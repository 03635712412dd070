package channelcert.journey.file;

import channelcert.certification.report.Rows;
import channelcert.certification.verdict.Verdict;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row as a run has stored it, in the form of {@code report.json}.
 *
 * @param exchanges their ids, such as {@code e-0053}
 * @param remark what was not as expected
 */
record StoredRow(List<String> exchanges, String remark) {
  static StoredRow of(String json) {
    try {
      JsonNode row = Json.mapper().readTree(json);
      List<String> exchanges = new ArrayList<>();
      List<String> remarks = new ArrayList<>();
      for (JsonNode each : row.path("expectations")) {
        each.path("exchanges").forEach(id -> exchanges.add(id.asText()));
        Verdict verdict = Verdict.valueOf(each.path("verdict").asText());
        if (Rows.isOpen(verdict)) {
          remarks.add(
              "%s: %s. Received: %s"
                  .formatted(
                      verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                      each.path("statement").asText(),
                      each.path("actual").asText()));
        }
      }
      return new StoredRow(
          exchanges.stream().distinct().sorted().toList(), String.join("\n", remarks));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored row cannot be read", e);
    }
  }

  /** The numbers in the ids. */
  List<Integer> numbers() {
    return exchanges.stream()
        .map(id -> id.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 10)
        .map(Integer::valueOf)
        .toList();
  }
}
