package channelcert.certification.attend;

import channelcert.exchange.Recorder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An instruction that was given, as the row sees it. Its end is recorded, once. */
public final class Errand {
  private final int id;
  private final Board board;
  private final Recorder.Open open;
  private final Clock clock;
  private final Instruction instruction;
  private final Function<Reply, ObjectNode> answer;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable Integer number;

  Errand(
      int id,
      Board board,
      Recorder.Open open,
      Clock clock,
      Instruction instruction,
      Function<Reply, ObjectNode> answer) {
    this.id = id;
    this.board = board;
    this.open = open;
    this.clock = clock;
    this.instruction = instruction;
    this.answer = answer;
  }

  void post(Instant until) {
    number = board.post(instruction, until, this::replied);
  }

  /** The run saw by itself that it was done. */
  public void seen(String exchangeId) {
    if (end("seen", JsonNodeFactory.instance.objectNode().put("exchange", exchangeId))) {
      close("seen as " + exchangeId + ", the run goes on");
    }
  }

  /** Nobody replied in time. */
  public void expired(String words) {
    if (end("unanswered", JsonNodeFactory.instance.objectNode().put("reason", words))) {
      close("given up: " + words);
    }
  }

  /** Stands in the recorded request under {@link Desk#NUMBER}. */
  public int id() {
    return id;
  }

  /** Whether its end is recorded. */
  public boolean ended() {
    return ended.get();
  }

  private void close(String words) {
    Integer posted = number;
    if (posted != null) {
      board.close(posted, words);
    }
  }

  private void replied(Reply reply, String by) {
    ObjectNode said =
        reply instanceof Reply.Cannot cannot
            ? JsonNodeFactory.instance.objectNode().put("reason", cannot.reason())
            : answer.apply(reply);
    if (!by.isEmpty()) {
      said.put("by", by);
    }
    end(
        switch (reply) {
          case Reply.Done done -> "done";
          case Reply.Cannot cannot -> "cannot";
          case Reply.Typed typed -> "typed";
          case Reply.Handed handed -> "handed";
          case Reply.Stated stated -> "stated";
        },
        said);
  }

  private boolean end(String how, ObjectNode more) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put("answer", how);
    said.put("at", clock.instant().toString());
    said.setAll(more);
    open.answered(Desk.body(instruction.order()), 200, "application/json", Desk.body(said));
    return true;
  }
}
