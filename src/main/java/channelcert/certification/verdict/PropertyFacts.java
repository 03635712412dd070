package channelcert.certification.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the run noted about the reference property when it was set up: what has to be pushed, to
 * whom, and what a package adds.
 *
 * @param today first night of a full push
 * @param horizonNights nights that a full push has to cover
 * @param taxPercent tax inside a gross price
 * @param categories synchronised categories
 * @param pairs what is sold: synchronised rates in synchronised categories
 */
public record PropertyFacts(
    LocalDate today,
    int horizonNights,
    int taxPercent,
    List<Category> categories,
    List<Pair> pairs,
    List<Product> products) {
  /** Id under which the evidence of the set-up stands among the earlier rows. */
  public static final String SET_UP = "set-up";

  /** Name of the note that holds these facts. */
  public static final String NOTE = "property";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /**
   * A category.
   *
   * @param capacity most persons, which is the number of prices a night
   * @param classification published code of the physical kind
   */
  public record Category(String code, int capacity, int classification) {}

  /** A rate plan sold for a category. */
  public record Pair(String ratePlanCode, String spaceTypeCode) {}

  /**
   * A product.
   *
   * @param pricing published code: 3 per night, 4 per person and night
   * @param gross gross price of one unit
   * @param net net price of one unit
   * @param packagedInto rate plans whose prices include it
   */
  public record Product(
      String code, int pricing, BigDecimal gross, BigDecimal net, List<String> packagedInto) {}

  /** The facts in the evidence of a row. */
  public static PropertyFacts of(RowEvidence evidence) {
    RowEvidence setUp = evidence.earlier().get(SET_UP);
    if (setUp == null) {
      throw new IllegalStateException("the set-up left no evidence");
    }
    return parse(setUp.fact(NOTE));
  }

  public Optional<Category> category(String code) {
    return categories.stream().filter(category -> category.code().equals(code)).findFirst();
  }

  static PropertyFacts parse(String note) {
    JsonNode root = json(note);
    List<Category> categories = new ArrayList<>();
    root.path("categories")
        .forEach(
            each ->
                categories.add(
                    new Category(
                        each.path("code").asText(),
                        each.path("capacity").asInt(),
                        each.path("classification").asInt())));
    List<Pair> pairs = new ArrayList<>();
    root.path("pairs")
        .forEach(
            each ->
                pairs.add(
                    new Pair(
                        each.path("ratePlanCode").asText(), each.path("spaceTypeCode").asText())));
    List<Product> products = new ArrayList<>();
    root.path("products").forEach(each -> products.add(product(each)));
    return new PropertyFacts(
        LocalDate.parse(root.path("today").asText()),
        root.path("horizonNights").asInt(),
        root.path("taxPercent").asInt(),
        categories,
        pairs,
        products);
  }

  /** A note that holds JSON. */
  static JsonNode json(String note) {
    try {
      return JSON.readTree(note);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note of the run is no JSON: " + note, e);
    }
  }

  private static Product product(JsonNode node) {
    List<String> rates = new ArrayList<>();
    node.path("packagedInto").forEach(rate -> rates.add(rate.asText()));
    return new Product(
        node.path("code").asText(),
        node.path("pricing").asInt(),
        node.path("gross").decimalValue(),
        node.path("net").decimalValue(),
        rates);
  }
}
