package channelcert.certification.run;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Desk;
import channelcert.certification.attend.Errand;
import channelcert.certification.attend.Instruction;
import channelcert.certification.attend.Reply;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.record.RowWindows;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.Given;
import channelcert.certification.stage.Hands;
import channelcert.certification.stage.MewsSide;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.People;
import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Attended;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The stage of one row of a run. */
final class RowStage implements Stage, People {
  private static final Duration GLANCE = Duration.ofMillis(100);

  /** How long it may take until the end of an instruction is recorded. */
  private static final Duration RECORDING = Duration.ofSeconds(10);

  private final Connected connected;
  private final RunSettings settings;
  private final EvidenceLog log;
  private final RowWindows windows;
  private final Turn turn;
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
      Turn turn,
      RowName row,
      Map<String, RowEvidence> earlier,
      Progress progress) {
    this.connected = connected;
    this.settings = settings;
    this.log = log;
    this.windows = windows;
    this.turn = turn;
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
  public Hands hands() {
    return new Hands(connected.driver(), this, code);
  }

  @Override
  public People people() {
    return this;
  }

  @Override
  public boolean attend() {
    return connected.desk().attended();
  }

  @Override
  public Errand hand(Instruction instruction) {
    return connected.desk().give(instruction);
  }

  @Override
  public Message ask(Instruction instruction, Function<Reply, ObjectNode> answer)
      throws InterruptedException {
    Errand errand = connected.desk().give(instruction, answer);
    yielding(() -> log.await(all -> end(errand, all), connected.desk().patience()));
    errand.expired(tooLate());
    return log.await(all -> end(errand, all), RECORDING).orElseThrow();
  }

  @Override
  public ObjectNode keep(Attachment file) {
    return log.keep(file.name(), file.bytes());
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
  public String code() {
    return code;
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
    windows.claim(rowId, channelManagerId, log.lastNumber());
  }

  @Override
  public void adoptBooking(Message first, String channelManagerId) {
    windows.adopt(rowId, channelManagerId, EvidenceLog.numberOf(first.id()) - 1);
  }

  @Override
  public Optional<Message> awaitCaused(Given order, String operation, Predicate<Message> wanted)
      throws InterruptedException {
    Function<List<Message>, Optional<Message>> search =
        all ->
            incoming(all, order.toPerson())
                .filter(each -> each.operation().equals(operation))
                .filter(wanted)
                .findFirst();
    Errand errand = order.errand();
    if (errand == null) {
      return log.await(search, settings.patience());
    }
    Optional<Message> found = yielding(() -> awaitMessageOrEnd(search, errand));
    found.ifPresent(message -> errand.seen(message.id()));
    errand.expired(tooLate());
    return found;
  }

  /** Who says that it is done may still be ahead of the message. */
  private Optional<Message> awaitMessageOrEnd(
      Function<List<Message>, Optional<Message>> search, Errand errand)
      throws InterruptedException {
    log.await(all -> search.apply(all).or(() -> end(errand, all)), connected.desk().patience());
    boolean done =
        log.messages().stream().anyMatch(each -> is(errand, each) && Attended.isCarriedOut(each));
    return log.await(search, done ? settings.patience() : Duration.ZERO);
  }

  private Stream<Message> incoming(List<Message> all, boolean unclaimed) {
    List<Message> mine = windows.of(rowId, all);
    Stream<Message> free =
        unclaimed
            ? all.stream()
                .filter(each -> !windows.isClaimed(bookingOf(each)))
                .filter(each -> !mine.contains(each))
            : Stream.empty();
    return Stream.concat(mine.stream(), free)
        .filter(each -> each.exchange().direction() == Direction.CANDIDATE_TO_MEWS);
  }

  private static String bookingOf(Message message) {
    return message.request().path("channelManagerId").asText("");
  }

  private <T> T yielding(Turn.Wait<T> wait) throws InterruptedException {
    T ended = turn.without(wait);
    windows.open(rowId, log.lastNumber());
    return ended;
  }

  private static Optional<Message> end(Errand errand, List<Message> all) {
    return all.stream().filter(each -> is(errand, each)).findFirst();
  }

  /** Whether the message is what became of the errand. */
  static boolean is(Errand errand, Message message) {
    return message.exchange().direction() == Direction.ATTENDED
        && message.request().path(Desk.NUMBER).asInt() == errand.id();
  }

  private String tooLate() {
    return "nobody replied within " + connected.desk().patience().toMinutes() + " minutes";
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
