package channelcert.journey.environment;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.journey.cases.Environment;
import channelcert.store.Database;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees on the wire of the Mews side what the steps of a case wait for. It keeps no message, only
 * that something happened; a fault of its own never breaks the exchange.
 */
public final class CaseWatcher implements Recorder {
  private static final Set<String> READ = Set.of("getProperties", "getConfiguration");
  private static final Set<String> PUSHED =
      Set.of("updateAvailability", "updatePrices", "updateRestrictions");
  private static final String CONFIRMED = "confirmGroup";

  private static final Logger LOG = LoggerFactory.getLogger(CaseWatcher.class);

  private final ConnectionStore connections;
  private final MappingStore mappings;

  /** Watches for the cases of a portal with this database and vault. */
  public CaseWatcher(Database database, Vault vault) {
    this.connections = new ConnectionStore(database, vault);
    this.mappings = new MappingStore(database);
  }

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    boolean read = direction == Direction.CANDIDATE_TO_MEWS && READ.contains(operation);
    boolean sent =
        direction == Direction.MEWS_TO_CANDIDATE
            && (PUSHED.contains(operation) || operation.equals(CONFIRMED));
    return read || sent
        ? new Watched(operation, startedAt)
        : Recorder.NONE.start(direction, operation, method, url, startedAt);
  }

  private final class Watched implements Open {
    private final String operation;
    private final Instant at;

    private Watched(String operation, Instant at) {
      this.operation = operation;
      this.at = at;
    }

    @Override
    public void answered(
        Body requestBody, int status, @Nullable String contentType, Body responseBody) {
      try {
        JsonNode answer = tree(responseBody);
        if (answer.path("success").asBoolean()) {
          look(operation, requestBody, answer, at);
        }
      } catch (RuntimeException e) {
        LOG.error("what was seen of {} could not be noted", operation, e);
      }
    }

    @Override
    public void failed(Body requestBody, String reason) {}
  }

  private void look(String operation, Body request, JsonNode answer, Instant at) {
    if (operation.equals("getProperties")) {
      String shown = answer.path("properties").toString();
      connections.byClient(Fields.text(request, "clientToken")).stream()
          .filter(each -> shown.contains("\"" + each.connectionToken() + "\""))
          .forEach(each -> connections.seen(each, Sight.PROPERTIES, at));
    } else if (!isAsynchronous(operation, answer)) {
      Optional<CaseConnection> connection =
          connections.byToken(Fields.text(request, "connectionToken"));
      if (connection.isPresent()) {
        look(connection.get(), operation, request, answer, at);
      }
    }
  }

  /** An accepted push is not processed yet when its result is to come later. */
  private static boolean isAsynchronous(String operation, JsonNode answer) {
    return PUSHED.contains(operation) && answer.path("asyncConfirmation").asBoolean();
  }

  private void look(
      CaseConnection connection, String operation, Body request, JsonNode answer, Instant at) {
    if (operation.equals("getConfiguration")) {
      if (connection.clientToken().equals(Fields.text(request, "clientToken"))) {
        connections.seen(connection, Sight.CONFIGURATION, at);
        if (connection.environment() == Environment.TEST) {
          mappings.snapshot(connection.caseId(), connection.number(), pairs(answer).toString(), at);
        }
      }
    } else if (PUSHED.contains(operation)) {
      connections.seen(connection, Sight.INVENTORY_ACCEPTED, at);
    } else if (!tree(request).path("reservations").isEmpty()) {
      connections.seen(connection, Sight.BOOKING_CONFIRMED, at);
    }
  }

  private static ArrayNode pairs(JsonNode answer) {
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    StreamSupport.stream(answer.path("inventoryMappings").spliterator(), false)
        .map(each -> each.path("ratePlanCode").asText() + "/" + each.path("spaceTypeCode").asText())
        .sorted()
        .distinct()
        .forEach(pairs::add);
    return pairs;
  }

  private static JsonNode tree(Body body) {
    try {
      JsonNode tree = Json.mapper().readTree(body.stream());
      return tree == null ? JsonNodeFactory.instance.missingNode() : tree;
    } catch (IOException noJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
