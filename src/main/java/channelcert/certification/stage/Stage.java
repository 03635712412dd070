package channelcert.certification.stage;

import channelcert.certification.attend.Reply;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Everything that the steps of one row have at hand. A step acts and waits; it never judges. */
public interface Stage {
  /** The Mews side, bound to the property and the connection of the run. */
  MewsSide mews();

  /** The driver of the candidate; its methods end the row's steps where there is none. */
  Driver driver();

  /** Acts at the candidate, by its driver or by a person. */
  Hands hands();

  /** The people who attend the run. */
  People people();

  /** What is recorded of a signed statement; its screenshot is kept with the evidence. */
  default ObjectNode stated(Reply.Stated said) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("holds", said.holds()).put("name", said.name()).put("role", said.role());
    answer.set("file", people().keep(said.screenshot()));
    return answer;
  }

  /** Sends what Mews would not send. */
  Probe probe();

  /**
   * Connects the candidate to the property once more.
   *
   * @throws NotOffered where no driver could set the connection up
   */
  OtherConnection connectAnother();

  /** Code of the row, for example {@code INV-1}. */
  String code();

  Candidate candidate();

  /** The same values for the same seed and row, whatever other rows run. */
  RandomGenerator random();

  /** Today at the property. */
  LocalDate today();

  /** Nights that a full push has to cover, from today on. */
  int horizonNights();

  /** Keeps a value that stands in no message, for the checks of this row and of later ones. */
  void note(String name, String value);

  /** What an earlier row left; empty evidence where it did not run. */
  RowEvidence earlier(String rowId);

  /**
   * From now on, messages about this booking belong to this row, even when they arrive after its
   * end, until a later row claims the booking.
   */
  void claimBooking(String channelManagerId);

  /**
   * From the exchange on, messages about this booking belong to this row: the candidate gave it an
   * identifier of its own.
   */
  void adoptBooking(Message first, String channelManagerId);

  /**
   * Waits for the message to Mews that an order leads to. Where a person was given the order, other
   * rows go on meanwhile, and a message that no row follows counts as well; the end of the
   * instruction without a message ends the waiting.
   */
  Optional<Message> awaitCaused(Given order, String operation, Predicate<Message> wanted)
      throws InterruptedException;

  /** The finished exchanges of this row so far. */
  List<Message> messages();

  /**
   * Waits for a finished exchange of this row whose request fulfils the condition; one that is
   * there already counts. Empty when the usual time is over.
   */
  Optional<Message> awaitExchange(
      Direction direction, String operation, Predicate<JsonNode> request)
      throws InterruptedException;

  /** As {@link #awaitExchange(Direction, String, Predicate)}, with another time limit. */
  Optional<Message> awaitExchange(
      Direction direction, String operation, Predicate<JsonNode> request, Duration atMost)
      throws InterruptedException;

  /** Lets time pass by the clock of the run, in which nothing is awaited but recorded. */
  void letPass(Duration time) throws InterruptedException;

  /** How long the candidate may keep us waiting for one message. */
  Duration patience();

  /** How long ERR-6 watches for a repetition. */
  Duration observationWindow();

  /** Tells whoever watches how far a long step is. */
  void progress(String text, long done, long total);
}
