package channelcert.journey.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The technical details of a request, and what of them has to be there before it is sent. */
public final class Details {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The names in the API, and what they are called for people. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "contactEmail", "e-mail address of a contact",
          "horizonDays", "nights of a full update",
          "pricing", "prices that the application works with",
          "confirmation", "synchronous or asynchronous answers");

  private static final List<String> ORDER =
      List.of("contactEmail", "horizonDays", "pricing", "confirmation");

  private final JsonNode tree;

  private Details(JsonNode tree) {
    this.tree = tree;
  }

  /** Reads what a case holds. */
  public static Details of(String json) {
    try {
      return new Details(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored details are no JSON", e);
    }
  }

  /** The value of a detail, which may be missing. */
  public JsonNode get(String name) {
    return tree.path(name);
  }

  /** What is needed and missing, for people. */
  List<String> missing() {
    return ORDER.stream()
        .filter(name -> tree.path(name).isMissingNode() || tree.path(name).isNull())
        .map(NEEDED::get)
        .toList();
  }
}
