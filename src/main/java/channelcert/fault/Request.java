package channelcert.fault;

import channelcert.exchange.Body;
import java.util.List;
import java.util.Map;

/**
 * A request on its way to one of the parties.
 *
 * @param path path and query as the caller sent them
 * @param headers by lower-case name, without those that belong to the connection
 */
public record Request(
    Endpoint endpoint, String method, String path, Map<String, List<String>> headers, Body body) {
  Request withBody(Body body) {
    return new Request(endpoint, method, path, headers, body);
  }
}
