package channelcert.journey.environment;

import channelcert.http.Json;
import channelcert.journey.environment.MappingStore.Kept;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of the sold pairs of a case is mapped, over all its connections.
 *
 * @param unmapped sold pairs that are not declared, as RATE/CATEGORY
 * @param rates rates with a mapped pair
 * @param categories categories with a mapped pair
 */
record MappingCover(List<String> unmapped, Set<String> rates, Set<String> categories) {
  static MappingCover of(List<Kept> mappings) {
    List<String> unmapped = new ArrayList<>();
    Set<String> rates = new TreeSet<>();
    Set<String> categories = new TreeSet<>();
    for (Kept each : mappings) {
      Set<String> declared = new HashSet<>(pairs(each.declared()));
      for (String pair : pairs(each.snapshot())) {
        if (declared.contains(pair)) {
          int slash = pair.lastIndexOf('/');
          rates.add(pair.substring(0, slash));
          categories.add(pair.substring(slash + 1));
        } else {
          unmapped.add(pair);
        }
      }
    }
    return new MappingCover(List.copyOf(unmapped), rates, categories);
  }

  /** The pairs of a stored list. */
  static List<String> pairs(@Nullable String json) {
    List<String> pairs = new ArrayList<>();
    try {
      JsonNode tree = Json.mapper().readTree(json == null ? "[]" : json);
      tree.forEach(each -> pairs.add(each.asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored pairs are no JSON", e);
    }
    return pairs;
  }
}
