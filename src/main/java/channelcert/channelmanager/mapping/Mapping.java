package channelcert.channelmanager.mapping;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the hotelier mapped for one connection. */
public final class Mapping {
  private final Set<Pair> pairs;
  private final Set<String> ratePlans = new HashSet<>();
  private final Set<String> spaceTypes = new HashSet<>();

  public Mapping(Collection<Pair> pairs) {
    this.pairs = Set.copyOf(pairs);
    for (Pair pair : pairs) {
      ratePlans.add(pair.ratePlanCode());
      spaceTypes.add(pair.spaceTypeCode());
    }
  }

  public boolean hasRatePlan(String code) {
    return ratePlans.contains(code);
  }

  public boolean hasSpaceType(String code) {
    return spaceTypes.contains(code);
  }

  public boolean sells(Pair pair) {
    return pairs.contains(pair);
  }
}
