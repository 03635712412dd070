package channelcert.bench;

/**
 * What one run of the push benchmark measured.
 *
 * @param connections that answered at once
 * @param hanging connections beside them that never answered
 * @param messages accepted during the full update
 * @param megabytes of their bodies
 * @param cells values told in the full update: units, restrictions, and a price for each number of
 *     guests, of every night
 * @param fullSeconds from the first order of a full update to the last acceptance
 * @param fullProcessorSeconds processor time of the whole process meanwhile, receiver included
 * @param deltaMedianMillis from the change of one night to its acceptance
 * @param deltaP99Millis the same, 99th percentile
 * @param peakMegabytes highest use of the heap during the run
 */
public record PushFigures(
    int connections,
    int hanging,
    long messages,
    double megabytes,
    long cells,
    double fullSeconds,
    double fullProcessorSeconds,
    double deltaMedianMillis,
    double deltaP99Millis,
    double peakMegabytes) {

  double cellsPerSecond() {
    return cells / fullSeconds;
  }

  double processorNanosPerCell() {
    return fullProcessorSeconds * 1e9 / cells;
  }
}
