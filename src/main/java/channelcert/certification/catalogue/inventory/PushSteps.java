package channelcert.certification.catalogue.inventory;

import channelcert.certification.candidate.ReadBack;
import channelcert.certification.stage.Stage;
import channelcert.mews.inventory.Nights;
import java.time.LocalDate;

/** What every inventory row does after it changed something. */
final class PushSteps {
  /** A month a question, so that no answer of the extranet becomes huge. */
  private static final int NIGHTS_A_QUESTION = 31;

  private PushSteps() {}

  /** Waits until Mews has nothing left to push, or the candidate has used up our patience. */
  static void deliver(Stage stage) {
    stage.note("delivered", String.valueOf(stage.mews().awaitDelivered()));
  }

  /** Asks the extranet what it shows of the nights, where its driver can tell. */
  static void readBack(Stage stage, Nights nights) {
    if (stage.candidate().readBack() != ReadBack.DRIVER) {
      return;
    }
    LocalDate first = nights.first();
    int asked = 0;
    while (asked < nights.count()) {
      int count = Math.min(NIGHTS_A_QUESTION, nights.count() - asked);
      stage.driver().readAri(Nights.of(first.plusDays(asked), count));
      asked += count;
      stage.progress("nights read back", asked, nights.count());
    }
  }
}
