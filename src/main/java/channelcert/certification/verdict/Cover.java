package channelcert.certification.verdict;

import channelcert.certification.verdict.PropertyFacts.Category;
import channelcert.certification.verdict.PropertyFacts.Pair;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A-COVER: the mapping in force holds at least five categories and five rates. Three rooms, a
 * dormitory and a dorm bed among them are recommended, so their absence is a note.
 */
public final class Cover {
  private static final int LEAST = 5;
  private static final Set<Integer> ROOMS = Set.of(1, 4, 7, 9, 10, 11, 13, 14, 15);
  private static final int DORM_BED = 8;
  private static final int DORMITORY = 16;

  private Cover() {}

  /** The mapping that was reported or declared, or all of the property where a person says so. */
  public static Check fiveCategoriesAndRates() {
    return Cover::judge;
  }

  /** The pushes of the row name every synchronised category, or pair, of the property. */
  public static Check everythingPushed(PushKind kind) {
    return evidence -> {
      PropertyFacts property = PropertyFacts.of(evidence);
      Set<String> expected =
          kind == PushKind.AVAILABILITY
              ? keys(property.categories(), Category::code)
              : keys(property.pairs(), pair -> pair.spaceTypeCode() + "/" + pair.ratePlanCode());
      List<Message> pushes = kind.pushes(evidence);
      Set<String> pushed = new TreeSet<>();
      pushes.forEach(
          push -> push.request().path(kind.items()).forEach(each -> pushed.add(key(kind, each))));
      Set<String> missing = new TreeSet<>(expected);
      missing.removeAll(pushed);
      String rule = expected.size() + " keys of the property in the push";
      return missing.isEmpty()
          ? Finding.passed(rule, String.join(", ", expected), Answers.ids(pushes))
          : Finding.missing(
              rule,
              "not pushed: " + String.join(", ", missing),
              "A refusal in an earlier row, or a push that was never accepted, kept these back.");
    };
  }

  private static Finding judge(RowEvidence evidence) {
    PropertyFacts property = PropertyFacts.of(evidence);
    List<String> exchanges = new ArrayList<>();
    List<Pair> mapped = mapped(evidence, property, exchanges);
    if (exchanges.isEmpty()) {
      return Finding.missing(
          "at least 5 categories and 5 rates mapped",
          "nobody reported the mapping",
          "Offer a driver with setUpConnection, or have a person say that all is mapped.");
    }
    Set<String> categories = keys(mapped, Pair::spaceTypeCode);
    Set<String> rates = keys(mapped, Pair::ratePlanCode);
    String rule = "at least 5 categories and 5 rates mapped";
    String found =
        categories.size() + " categories " + categories + ", " + rates.size() + " rates " + rates;
    if (categories.size() < LEAST || rates.size() < LEAST) {
      return Finding.failed(
          rule, found, "Map more of what Get configuration lists, pair by pair.", exchanges);
    }
    return Finding.passed(rule, found + note(categories, property), exchanges);
  }

  private static List<Pair> mapped(
      RowEvidence evidence, PropertyFacts property, List<String> exchanges) {
    RowEvidence setUp = evidence.earlier().getOrDefault(PropertyFacts.SET_UP, evidence);
    List<Message> answers =
        Stream.of(Direction.DRIVER, Direction.ATTENDED)
            .flatMap(each -> setUp.messages(each, "setUpConnection").stream())
            .filter(each -> each.answer().path("mappings").isArray())
            .toList();
    if (answers.isEmpty()) {
      Attended.asked(setUp, "setUpConnection").stream()
          .filter(Attended::isCarriedOut)
          .forEach(each -> exchanges.add(each.id()));
      return exchanges.isEmpty() ? List.of() : property.pairs();
    }
    exchanges.add(answers.getLast().id());
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode each : answers.getLast().answer().path("mappings")) {
      pairs.add(new Pair(each.path("ratePlanCode").asText(), each.path("spaceTypeCode").asText()));
    }
    return pairs;
  }

  private static String note(Set<String> categories, PropertyFacts property) {
    List<Integer> kinds =
        property.categories().stream()
            .filter(category -> categories.contains(category.code()))
            .map(Category::classification)
            .toList();
    boolean complete =
        kinds.stream().filter(ROOMS::contains).count() >= 3
            && kinds.contains(DORMITORY)
            && kinds.contains(DORM_BED);
    return complete ? "" : "; note: 3 rooms, a dormitory and a dorm bed are recommended";
  }

  private static String key(PushKind kind, JsonNode item) {
    String space = item.path("spaceTypeCode").asText();
    return kind == PushKind.AVAILABILITY ? space : space + "/" + item.path("ratePlanCode").asText();
  }

  private static <T> Set<String> keys(List<T> list, Function<T, String> key) {
    return list.stream().map(key).collect(Collectors.toCollection(TreeSet::new));
  }
}
