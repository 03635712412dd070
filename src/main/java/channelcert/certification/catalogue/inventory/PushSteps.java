package channelcert.certification.catalogue.inventory;

import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.PriceSide;

/** What every inventory row does after it changed something. */
final class PushSteps {
  private PushSteps() {}

  /** Waits until Mews has nothing left to push, or the candidate has used up our patience. */
  static void deliver(Stage stage) {
    stage.note("delivered", String.valueOf(stage.mews().awaitDelivered()));
  }

  /** The side of prices that the extranet works with where a row does not choose another. */
  static PriceSide usualSide(Stage stage) {
    return stage.candidate().capabilities().pricing().contains(PriceSide.GROSS)
        ? PriceSide.GROSS
        : PriceSide.NET;
  }
}
