package channelcert.certification.attend;

import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Where a run asks people. Every instruction is recorded as an exchange of direction {@code
 * ATTENDED}: the request is what was asked for, the answer what the person replied, or what made
 * the reply needless. So verdicts rest on the record alone, also for what a person said.
 */
public final class Desk {
  /** Member of the request that holds the number of the instruction. */
  public static final String NUMBER = "instruction";

  private static final URI PERSON = URI.create("person:attending");

  private final Board board;
  private final Recorder recorder;
  private final Clock clock;
  private final Duration patience;
  private final AtomicInteger given = new AtomicInteger();

  /**
   * Opens a desk.
   *
   * @param patience how long an instruction waits
   */
  public Desk(Board board, Recorder recorder, Clock clock, Duration patience) {
    this.board = board;
    this.recorder = recorder;
    this.clock = clock;
    this.patience = patience;
  }

  /** A desk at which nobody is. */
  public static Desk unattended(Clock clock) {
    Board board = new Board();
    board.leave("nobody attends the run");
    return new Desk(board, Recorder.NONE, clock, Duration.ZERO);
  }

  /** Later instructions get higher numbers than those of the process before. */
  public void continueAfter(int number) {
    given.set(number);
  }

  /** Whether somebody may reply. */
  public boolean attended() {
    return board.left() == null;
  }

  /** Why nobody replies. */
  public String absence() {
    String left = board.left();
    return left == null ? "" : left;
  }

  public Duration patience() {
    return patience;
  }

  /**
   * Puts an instruction up.
   *
   * @param answer what is recorded of a reply that fits the form, beside the words of it
   */
  public Errand give(Instruction instruction, Function<Reply, ObjectNode> answer) {
    int id = given.incrementAndGet();
    instruction.order().put(NUMBER, id);
    Recorder.Open open =
        recorder.start(Direction.ATTENDED, instruction.operation(), "ASK", PERSON, clock.instant());
    Errand errand = new Errand(id, board, open, clock, instruction, answer);
    errand.post(clock.instant().plus(patience));
    return errand;
  }

  /** Puts up an instruction that is only to be done. */
  public Errand give(Instruction instruction) {
    return give(instruction, reply -> JsonNodeFactory.instance.objectNode());
  }

  /** Records what people said before the run, without asking. */
  public void declared(String operation, ObjectNode said) {
    Instant now = clock.instant();
    ObjectNode order = JsonNodeFactory.instance.objectNode().put(NUMBER, given.incrementAndGet());
    said.put("at", now.toString());
    recorder
        .start(Direction.ATTENDED, operation, "ASK", PERSON, now)
        .answered(body(order), 200, "application/json", body(said));
  }

  static Body body(ObjectNode node) {
    return Body.of(node.toString());
  }
}
