package channelcert.certification.verdict;

import channelcert.exchange.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A recorded exchange with its bodies read as plain JSON, nothing forgiven and nothing added.
 *
 * @param request body of the request; a {@link MissingNode} where it is no JSON
 * @param answer body of the answer; a {@link MissingNode} where it is no JSON
 */
public record Message(Exchange exchange, JsonNode request, JsonNode answer) {
  public String id() {
    return exchange.id();
  }

  public String operation() {
    return exchange.operation();
  }
}
