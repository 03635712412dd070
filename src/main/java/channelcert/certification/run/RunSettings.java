package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import java.time.Duration;
import java.util.Set;

/**
 * How a run is done.
 *
 * @param seed decides every value and every booking
 * @param attempt number of the attempt, from 1
 * @param horizonDays nights that a full push covers, at least 365
 * @param only codes of the rows to run, with those on which they build; empty = all
 * @param supplementary whether the supplementary checks run as well
 * @param patience how long the candidate may keep us waiting for one message
 * @param observationWindow how long ERR-6 watches for a repetition
 */
public record RunSettings(
    long seed,
    int attempt,
    int horizonDays,
    Set<String> only,
    boolean supplementary,
    Duration patience,
    Duration observationWindow) {

  private static final long OTHER_VALUES = 0x5851F42D4C957F2DL;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OBSERVATION = Duration.ofSeconds(5);

  /**
   * A first attempt with 10 s patience. ERR-6 watches for two of the candidate's own retry periods,
   * or 5 s where it does not say how long they are.
   */
  public static RunSettings of(
      long seed, int horizonDays, Set<String> only, boolean supplementary, Candidate candidate) {
    Integer retry = candidate.capabilities().retrySeconds();
    Duration observation = retry == null ? OBSERVATION : Duration.ofSeconds(2L * retry);
    return new RunSettings(
        seed, 1, horizonDays, Set.copyOf(only), supplementary, PATIENCE, observation);
  }

  /** The same on another attempt. */
  public RunSettings onAttempt(int number) {
    return new RunSettings(
        seed, number, horizonDays, only, supplementary, patience, observationWindow);
  }

  /** For a test that was broken off: what its first try used up is not used again. */
  RunSettings afterTries(int tries) {
    return new RunSettings(
        seed + tries * OTHER_VALUES,
        attempt,
        horizonDays,
        only,
        supplementary,
        patience,
        observationWindow);
  }
}
