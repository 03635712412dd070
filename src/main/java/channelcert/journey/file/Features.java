package channelcert.journey.file;

import channelcert.journey.cases.Details;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a request claims beyond the required tests, in words. */
public final class Features {
  /** INV, RES, ERR, each by number. */
  public static final Comparator<String> PUBLISHED_ORDER =
      Comparator.comparingInt((String code) -> List.of("INV", "RES", "ERR").indexOf(kind(code)))
          .thenComparingInt(code -> Integer.parseInt(code.replaceAll("\\D", "")));

  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "extras", "products in reservations",
              "ageCategories", "prices by age",
              "sources", "sources",
              "blocks", "availability blocks",
              "reservationsFromMews", "reservations from Mews",
              "changeNotifications", "change notifications"));

  private Features() {}

  /** The features that are claimed. */
  public static List<String> of(Details details) {
    List<String> features = new ArrayList<>();
    WORDS.forEach(
        (name, words) -> {
          if (details.get(name).asBoolean()) {
            features.add(words);
          }
        });
    return features;
  }

  private static String kind(String code) {
    return code.substring(0, Math.min(3, code.length()));
  }
}
