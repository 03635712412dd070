package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.MewsSide;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The stage of one row of a run. */
final class RowStage implements Stage {
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Connected connected;
  private final RunSettings settings;
  private final EvidenceLog log;
  private final RowWindows windows;
  private final String rowId;
  private final String code;
  private final Map<String, RowEvidence> earlier;
  private final Progress progress;
  private final RandomGenerator random;
  private final Map<String, String> facts = new HashMap<>();

  RowStage(
      Connected connected,
      RunSettings settings,
      EvidenceLog log,
      RowWindows windows,
      RowName row,
      Map<String, RowEvidence> earlier,
      Progress progress) {
    this.connected = connected;
    this.settings = settings;
    this.log = log;
    this.windows = windows;
    this.rowId = row.id();
    this.code = row.code();
    this.earlier = earlier;
    this.progress = progress;
    this.random = new SplittableRandom(settings.seed() ^ spread(row.id()));
  }

  /** The two names of a row. */
  record RowName(String code, String id) {}

  /** The row alone decides beside the seed, so that a row run alone draws the same values. */
  private static long spread(String rowId) {
    return rowId.hashCode() * 0x9E3779B97F4A7C15L;
  }

  Map<String, String> facts() {
    return facts;
  }

  @Override
  public MewsSide mews() {
    return connected.mews();
  }

  @Override
  public Driver driver() {
    return connected.driver();
  }

  @Override
  public Probe probe() {
    return connected.probe();
  }

  @Override
  public OtherConnection connectAnother() {
    return connected.another().get();
  }

  @Override
  public Candidate candidate() {
    return connected.candidate();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public LocalDate today() {
    return connected.today();
  }

  @Override
  public int horizonNights() {
    return settings.horizonDays();
  }

  @Override
  public void note(String name, String value) {
    facts.put(name, value);
  }

  @Override
  public RowEvidence earlier(String earlierRowId) {
    return earlier.getOrDefault(earlierRowId, new RowEvidence(List.of(), Map.of(), Map.of()));
  }

  @Override
  public void claimBooking(String channelManagerId) {
    windows.claim(channelManagerId, log.lastNumber());
  }

  @Override
  public List<Message> messages() {
    return windows.of(rowId, log.messages());
  }

  @Override
  public Optional<Message> awaitExchange(
      Direction direction, String operation, Predicate<JsonNode> request)
      throws InterruptedException {
    return awaitExchange(direction, operation, request, settings.patience());
  }

  @Override
  public Optional<Message> awaitExchange(
      Direction direction, String operation, Predicate<JsonNode> request, Duration atMost)
      throws InterruptedException {
    return log.await(
        all ->
            windows.of(rowId, all).stream()
                .filter(each -> each.exchange().direction() == direction)
                .filter(each -> each.operation().equals(operation))
                .filter(each -> request.test(each.request()))
                .findFirst(),
        atMost);
  }

  @Override
  public void letPass(Duration time) throws InterruptedException {
    Instant end = log.now().plus(time);
    while (log.now().isBefore(end)) {
      Duration left = Duration.between(log.now(), end);
      log.await(all -> Optional.empty(), left.compareTo(GLANCE) < 0 ? left : GLANCE);
    }
  }

  @Override
  public Duration patience() {
    return settings.patience();
  }

  @Override
  public Duration observationWindow() {
    return settings.observationWindow();
  }

  @Override
  public void progress(String text, long done, long total) {
    progress.rowProgress(code, text, done, total);
  }
}
