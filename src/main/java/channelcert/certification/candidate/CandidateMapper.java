package channelcert.certification.candidate;

import channelcert.certification.verdict.PriceSide;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between the fields of a checked candidate file, with their defaults, and {@link Candidate}. */
final class CandidateMapper {
  /** The path is published without the second i; the file spells the word as people do. */
  private static final String NOTIFICATION_IN_FILE = "changeNotification";

  private static final String NOTIFICATION_PUBLISHED = "changeNotificaton";

  private CandidateMapper() {}

  static Candidate candidate(JsonNode root) {
    String clientToken = root.path("clientToken").asText();
    URI driver = driver(root);
    return new Candidate(
        root.path("name").asText(),
        clientToken,
        root.path("mewsClientToken").asText(clientToken),
        text(root, "connectionToken"),
        endpoints(root.path("endpoints")),
        capabilities(root.path("capabilities")),
        driver,
        readBack(root, driver),
        systemErrors(root.path("systemErrors")));
  }

  static ObjectNode yaml(Candidate candidate, ObjectNode root) {
    root.put("name", candidate.name());
    root.put("clientToken", candidate.clientToken());
    root.put("mewsClientToken", candidate.mewsClientToken());
    if (candidate.connectionToken() != null) {
      root.put("connectionToken", candidate.connectionToken());
    }
    ObjectNode endpoints = root.putObject("endpoints");
    candidate
        .endpoints()
        .forEach((name, address) -> endpoints.put(nameInFile(name), address.toString()));
    write(candidate.capabilities(), root.putObject("capabilities"));
    if (candidate.driver() != null) {
      root.putObject("driver").put("url", candidate.driver().toString());
    }
    root.put("readBack", candidate.readBack().name().toLowerCase(Locale.ROOT));
    ArrayNode errors = root.putArray("systemErrors");
    candidate
        .systemErrors()
        .forEach(
            error ->
                errors
                    .addObject()
                    .put("situation", error.situation())
                    .put("code", error.code())
                    .put("message", error.message()));
    return root;
  }

  private static void write(Capabilities capabilities, ObjectNode node) {
    ArrayNode pricing = node.putArray("pricing");
    capabilities.pricing().forEach(side -> pricing.add(side.name().toLowerCase(Locale.ROOT)));
    node.put("extras", capabilities.extras());
    node.put("ageCategories", capabilities.ageCategories());
    node.put("blocks", capabilities.blocks());
    node.put("sources", capabilities.sources());
    node.put("maxItems", capabilities.maxItems());
    node.put("chunkDays", capabilities.chunkDays());
    node.put("horizonDays", capabilities.horizonDays());
    if (capabilities.retrySeconds() != null) {
      node.put("retrySeconds", capabilities.retrySeconds());
    }
  }

  private static Capabilities capabilities(JsonNode node) {
    return new Capabilities(
        pricing(node.path("pricing")),
        node.path("extras").asBoolean(false),
        node.path("ageCategories").asBoolean(false),
        node.path("blocks").asBoolean(false),
        node.path("sources").asBoolean(false),
        node.path("maxItems").asInt(5000),
        node.path("chunkDays").asInt(365),
        node.path("horizonDays").asInt(Capabilities.USUAL_HORIZON),
        node.has("retrySeconds") ? node.path("retrySeconds").asInt() : null);
  }

  private static Set<PriceSide> pricing(JsonNode sides) {
    if (sides.isMissingNode()) {
      return EnumSet.allOf(PriceSide.class);
    }
    Set<PriceSide> pricing = EnumSet.noneOf(PriceSide.class);
    sides.forEach(side -> pricing.add(PriceSide.valueOf(side.asText().toUpperCase(Locale.ROOT))));
    return pricing;
  }

  private static Map<String, URI> endpoints(JsonNode node) {
    Map<String, URI> endpoints = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field ->
                endpoints.put(
                    field.getKey().equals(NOTIFICATION_IN_FILE)
                        ? NOTIFICATION_PUBLISHED
                        : field.getKey(),
                    address("endpoints." + field.getKey(), field.getValue().asText())));
    return endpoints;
  }

  private static String nameInFile(String operation) {
    return operation.equals(NOTIFICATION_PUBLISHED) ? NOTIFICATION_IN_FILE : operation;
  }

  private static @Nullable URI driver(JsonNode root) {
    JsonNode url = root.path("driver").path("url");
    return url.isMissingNode() ? null : address("driver.url", url.asText());
  }

  private static ReadBack readBack(JsonNode root, @Nullable URI driver) {
    JsonNode given = root.path("readBack");
    if (given.isMissingNode()) {
      return driver == null ? ReadBack.ATTEST : ReadBack.DRIVER;
    }
    ReadBack readBack = ReadBack.valueOf(given.asText().toUpperCase(Locale.ROOT));
    if (readBack == ReadBack.DRIVER && driver == null) {
      throw new InvalidCandidate(
          "readBack is driver, but no driver is named; add driver.url or choose attest.");
    }
    return readBack;
  }

  private static List<SystemError> systemErrors(JsonNode node) {
    List<SystemError> errors = new ArrayList<>();
    node.forEach(
        each ->
            errors.add(
                new SystemError(
                    each.path("situation").asText(),
                    each.path("code").asInt(),
                    each.path("message").asText())));
    return errors;
  }

  private static @Nullable String text(JsonNode root, String field) {
    JsonNode value = root.path(field);
    return value.isMissingNode() ? null : value.asText();
  }

  private static URI address(String field, String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() == null) {
        throw new InvalidCandidate(field + " names no host; write https://host/path.");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new InvalidCandidate(
          field + " is no address (" + e.getReason() + "); write https://host/path.");
    }
  }
}
