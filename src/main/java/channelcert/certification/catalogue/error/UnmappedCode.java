package channelcert.certification.catalogue.error;

import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.Selection;
import channelcert.exchange.Direction;
import java.time.Duration;
import java.util.Locale;

/** A code that no candidate can have mapped, and what becomes of it. */
final class UnmappedCode {
  /** How long the side effect of a proper refusal may take; it happens with the refusal. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private UnmappedCode() {}

  static String draw(Stage stage, String prefix) {
    int number = stage.random().nextInt(46_656, 1_679_615);
    return prefix + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
  }

  /** Waits for the push that names the code, and notes whether Mews still synchronises it. */
  static void awaitRefusal(Stage stage, PushKind kind, String field, String code)
      throws InterruptedException {
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        kind.operation(),
        request -> Selection.names(request, kind, field, code));
    stage.mews().awaitDelivered(MOMENT);
    stage.note("synchronised", String.valueOf(stage.mews().isSynchronised(code)));
    stage.mews().discardPending();
  }
}
