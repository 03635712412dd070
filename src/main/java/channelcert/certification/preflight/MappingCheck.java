package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;
import static channelcert.certification.preflight.Diagnosis.Origin.IMPLEMENTATION;

import channelcert.certification.preflight.Diagnosis.Level;
import channelcert.contract.driver.ConnectionMapping;
import channelcert.contract.driver.MappedPair;
import channelcert.mews.property.Property;
import channelcert.mews.property.Property.SpaceCategory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the mapping that the candidate reports is wide enough to be certified. */
public final class MappingCheck {
  private static final String SUBJECT = "mapping";
  private static final String DRIVER = "driver.url";
  private static final int LEAST = 5;
  private static final int DORM_BED = 8;
  private static final int DORMITORY = 16;

  private MappingCheck() {}

  /** Five categories and five rates are needed; a dormitory and a dorm bed are recommended. */
  public static List<Diagnosis> check(ConnectionMapping mapping, Property property) {
    Set<String> categories = codes(mapping, MappedPair::spaceTypeCode);
    Set<String> rates = codes(mapping, MappedPair::ratePlanCode);
    String found = categories.size() + " categories, " + rates.size() + " rates";
    List<Diagnosis> diagnoses = new ArrayList<>();
    if (categories.size() < LEAST || rates.size() < LEAST) {
      diagnoses.add(
          Diagnosis.fault(
              SUBJECT,
              CONFIGURATION,
              found,
              "Map at least 5 categories and 5 rates of what Get configuration lists."));
    } else {
      diagnoses.add(Diagnosis.ok(SUBJECT, found));
    }
    Set<Integer> kinds =
        property.categories().stream()
            .filter(category -> categories.contains(category.code()))
            .map(SpaceCategory::classification)
            .collect(Collectors.toSet());
    if (!kinds.contains(DORMITORY) || !kinds.contains(DORM_BED)) {
      diagnoses.add(
          Diagnosis.note(
              SUBJECT,
              CONFIGURATION,
              "no dormitory or no dorm bed is mapped",
              "Recommended: three rooms, a dormitory and a dorm bed."));
    }
    return diagnoses;
  }

  /** Whether the driver was reached: without it the mapping says nothing more. */
  public static boolean canBeLookedAt(List<Diagnosis> preflight) {
    return preflight.stream()
        .filter(each -> each.subject().equals(DRIVER))
        .allMatch(each -> each.level() == Level.OK);
  }

  /**
   * The candidate did not set the connection up.
   *
   * @param reason as the caller words it
   * @param mewsUrl where it had to fetch the configuration
   * @param called whether it called there at all
   */
  public static Diagnosis notSetUp(String reason, URI mewsUrl, boolean called) {
    if (!called) {
      return Diagnosis.fault(
          SUBJECT,
          CONFIGURATION,
          reason,
          "Nobody called Mews, which was at "
              + mewsUrl
              + ". Give the port that your system calls with --mews-port, or let it call there.");
    }
    return reason.contains("no answer within")
        ? Diagnosis.note(
            SUBJECT,
            IMPLEMENTATION,
            reason,
            "The mapping is not known yet; a run waits longer. See the log of the driver.")
        : Diagnosis.fault(
            SUBJECT,
            IMPLEMENTATION,
            reason,
            "Let setUpConnection fetch the configuration from Mews and map it; check"
                + " mewsClientToken.");
  }

  /** Nothing tells the mapping before the run. */
  public static Diagnosis askedLater() {
    return Diagnosis.note(
        SUBJECT,
        CONFIGURATION,
        "without a driver nobody can tell it now",
        "The run asks a person to map the property: at least 5 categories and 5 rates.");
  }

  private static Set<String> codes(ConnectionMapping mapping, Function<MappedPair, String> code) {
    return mapping.mappings().stream().map(code).collect(Collectors.toCollection(TreeSet::new));
  }
}
