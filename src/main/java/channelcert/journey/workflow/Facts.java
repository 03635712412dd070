package channelcert.journey.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case at a moment; everything that guards look at.
 *
 * @param isPublic whether the integration is for many properties, so that it needs a pilot
 * @param missingDetails names of the technical details that the request lacks
 * @param pilotProperty name of the pilot property, absent while none is named
 * @param testAccessRequested whether a test property and a client token were asked for
 * @param endpointProblems what is wrong with the test endpoints, in sentences; empty when the four
 *     mandatory ones are registered, allowed and were reached
 * @param propertiesSeen whether Get properties succeeded and showed the test connection
 * @param configurationSeen whether Get configuration succeeded for the test connection
 * @param unmappedPairs sold pairs of the snapshot that are not mapped, as RATE/CATEGORY
 * @param mappedCategories number of categories that the mapping covers
 * @param mappedRates number of rates that the mapping covers
 * @param connectionEnabled whether the operations of the test connection are on
 * @param passed codes of the rows that passed in this attempt; a row that is not claimed counts
 * @param executed codes of the rows that were executed in this attempt, with whatever verdict
 * @param passedInCall codes of the rows that passed since the call began
 * @param missingFileFields fields of the newest certification file that are not filled in
 * @param openIssues number of issues that are not resolved
 * @param openCriticalIssues how many of them are critical
 * @param recommendedBy who recommended the certification, absent while nobody did
 * @param productionProblems what is wrong with the production endpoints, in sentences
 * @param pilotAgreed whether the pilot property agreed and its connection is on
 * @param liveAriAccepted whether live inventory was accepted
 * @param liveBookingConfirmed whether a live booking was confirmed
 * @param healthy whether the monitored connection meets its health criteria
 * @param certifiedAt when the case was certified
 * @param monitoringSince when monitoring began
 * @param successor the case that certifies again, absent while none was opened
 * @param now the moment
 */
public record Facts(
    boolean isPublic,
    List<String> missingDetails,
    @Nullable String pilotProperty,
    boolean testAccessRequested,
    List<String> endpointProblems,
    boolean propertiesSeen,
    boolean configurationSeen,
    List<String> unmappedPairs,
    int mappedCategories,
    int mappedRates,
    boolean connectionEnabled,
    Set<String> passed,
    Set<String> executed,
    Set<String> passedInCall,
    List<String> missingFileFields,
    int openIssues,
    int openCriticalIssues,
    @Nullable String recommendedBy,
    List<String> productionProblems,
    boolean pilotAgreed,
    boolean liveAriAccepted,
    boolean liveBookingConfirmed,
    boolean healthy,
    @Nullable Instant certifiedAt,
    @Nullable Instant monitoringSince,
    @Nullable String successor,
    Instant now) {
  /** Categories and rates that a mapping covers at least. */
  public static final int LEAST_MAPPED = 5;

  /** Months from the certification within which the pilot has to be completed. */
  public static final int PILOT_MONTHS = 6;

  /** How long a live connection is watched. */
  public static final Duration MONITORING = Duration.ofDays(28);

  boolean pilotTimeIsOver() {
    return certifiedAt != null && !now.isBefore(pilotDeadline(certifiedAt));
  }

  boolean monitoringIsOver() {
    return monitoringSince != null && !now.isBefore(monitoringSince.plus(MONITORING));
  }

  /** When the pilot has to be completed. */
  public static Instant pilotDeadline(Instant certifiedAt) {
    return certifiedAt.atOffset(ZoneOffset.UTC).plusMonths(PILOT_MONTHS).toInstant();
  }
}
