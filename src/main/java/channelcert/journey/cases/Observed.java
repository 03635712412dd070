package channelcert.journey.cases;

import java.util.List;
import java.util.Set;

/**
 * What was seen of a case outside its own record: at the Mews side, in the runs, in the file.
 *
 * @param propertiesSeen whether Get properties succeeded and showed the test connection
 * @param configurationSeen whether Get configuration succeeded for the test connection
 * @param unmappedPairs sold pairs of the snapshot that are not mapped, as RATE/CATEGORY
 * @param connectionEnabled whether the operations of the test connection are on
 * @param passed codes of the rows that passed in this attempt, or are not claimed
 * @param executed codes of the rows that were executed in this attempt
 * @param passedInCall codes of the rows that passed since the call began
 * @param missingFileFields fields of the newest certification file that are not filled in
 * @param liveAriAccepted whether live inventory was accepted
 * @param liveBookingConfirmed whether a live booking was confirmed
 */
public record Observed(
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
    boolean liveAriAccepted,
    boolean liveBookingConfirmed) {}
