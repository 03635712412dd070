package channelcert.fault;

import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a party answered, or what its caller is made to see.
 *
 * @param headers by lower-case name, without those that belong to the connection
 */
public record Answer(int status, Map<String, List<String>> headers, Body body) {
  /** The connection is closed without a word. */
  static final Answer NONE = new Answer(0, Map.of(), Body.EMPTY);

  private static final String CONTENT_TYPE = "content-type";

  static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of(CONTENT_TYPE, List.of(contentType)), Body.of(body));
  }

  /** HTTP 200 with a JSON body, as the published API answers always. */
  static Answer json(JsonNode body) {
    return new Answer(
        200, Map.of(CONTENT_TYPE, List.of("application/json")), Body.of(Tree.write(body)));
  }

  /** Whether it says that the message was taken. */
  boolean isAccepted() {
    return Tree.read(body).filter(read -> read.path("success").asBoolean()).isPresent();
  }

  Answer withBody(Body body) {
    return new Answer(status, headers, body);
  }

  Answer withStatus(int status) {
    return new Answer(status, headers, body);
  }

  Answer withContentType(String contentType) {
    Map<String, List<String>> changed = new HashMap<>(headers);
    changed.put(CONTENT_TYPE, List.of(contentType));
    return new Answer(status, changed, body);
  }
}
