package channelcert.channelmanager.mapping;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the hotelier mapped for one connection. */
public final class Mapping {
  private final Set<Pair> pairs;
  private final Set<Pair> withheld;
  private final Set<String> ratePlans = new HashSet<>();
  private final Set<String> spaceTypes = new HashSet<>();

  public Mapping(Collection<Pair> pairs) {
    this(pairs, Set.of());
  }

  private Mapping(Collection<Pair> pairs, Set<Pair> withheld) {
    this.pairs = Set.copyOf(pairs);
    this.withheld = withheld;
    for (Pair pair : pairs) {
      ratePlans.add(pair.ratePlanCode());
      spaceTypes.add(pair.spaceTypeCode());
    }
  }

  /** The same, with pairs that are mapped but not sold. */
  public Mapping withholding(Set<Pair> withheld) {
    return withheld.isEmpty() ? this : new Mapping(pairs, withheld);
  }

  public boolean hasRatePlan(String code) {
    return ratePlans.contains(code);
  }

  public boolean hasSpaceType(String code) {
    return spaceTypes.contains(code);
  }

  public boolean sells(Pair pair) {
    return pairs.contains(pair) && !withheld.contains(pair);
  }
}
