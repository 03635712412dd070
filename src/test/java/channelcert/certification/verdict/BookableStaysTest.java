package channelcert.certification.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the domain reference, 13.6: records on 30 September to 6 October. */
final class BookableStaysTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "open",
      value = {
        "[2,8]|null|null|09-29|09-30|open",
        "[2,8]|null|null|09-29|10-01|stay",
        "[2,6]|null|null|09-30|10-02|arrival",
        "[2,6]|null|null|09-28|10-02|open",
        "[2,7]|null|null|09-28|09-30|departure",
        "[2,7]|null|null|10-04|10-07|open",
        "[1]|2|10|10-01|10-02|length",
        "[1]|2|10|10-01|10-03|open",
        "[1]|2|10|09-25|10-06|length",
        "[2,6]|3|7|10-01|10-04|arrival",
        "[2,6]|3|7|09-28|10-02|open",
        "[2,6]|3|7|09-29|10-01|length",
        "[2,8]|3|7|10-01|10-05|stay",
        "[2,7]|3|7|10-01|10-05|departure",
        "[2,7]|3|7|10-03|10-07|open"
      })
  void aStayIsClosedByWhatTheReferenceSays(
      String state, String least, String most, String arrival, String departure, String reason)
      throws Exception {
    JsonNode record =
        JSON.readTree("{\"state\":%s,\"minLos\":%s,\"maxLos\":%s}".formatted(state, least, most));
    Map<LocalDate, JsonNode> days = new HashMap<>();
    day("09-30").datesUntil(day("10-07")).forEach(each -> days.put(each, record));

    assertThat(BookableStays.closedBy(days, day(arrival), day(departure)))
        .isEqualTo(reason == null ? "" : reason);
  }

  private static LocalDate day(String monthAndDay) {
    return LocalDate.parse("2027-" + monthAndDay);
  }
}
