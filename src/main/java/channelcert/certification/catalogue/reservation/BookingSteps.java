package channelcert.certification.catalogue.reservation;

import channelcert.certification.stage.Given;
import channelcert.certification.stage.Hands;
import channelcert.certification.stage.Stage;
import channelcert.certification.stage.Step;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.exchange.Direction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Has the candidate send, modify and cancel one booking, waits for what comes of it, and looks at
 * what both sides hold afterwards.
 *
 * @param noted where the run notes which booking it is
 * @param drawing how the booking is drawn
 * @param daysAhead no stay of it begins earlier than so many days from today
 */
public record BookingSteps(NotedBooking noted, Drawing drawing, int daysAhead) {
  /** How a booking is drawn. */
  @FunctionalInterface
  public interface Drawing {
    BookingPlan draw(BookingPlanner planner);
  }

  /** Makes the new complete definition out of the one before. */
  @FunctionalInterface
  public interface Change {
    BookingPlan of(BookingPlan before, BookingPlanner planner);
  }

  /** Sends the booking for the first time. */
  Step send() {
    return stage -> {
      long draw = stage.random().nextLong();
      LocalDate earliest = stage.today().plusDays(daysAhead);
      stage.note(drawFact(), Long.toString(draw));
      stage.note(earliestFact(), earliest.toString());
      BookingPlan plan = drawing.draw(planner(stage, draw, earliest));
      new BookingErrand(stage, noted, plan.channelManagerId())
          .recognisedBy(plan)
          .run(hands -> hands.sendBooking(BookingOrderMapper.order(plan)));
    };
  }

  /** Replaces the booking that an earlier row sent. */
  Step modify(String createRow, Change change) {
    return stage -> {
      Optional<BookingPlan> before = earlierPlan(stage, createRow);
      if (before.isPresent()) {
        long draw = stage.random().nextLong();
        BookingPlan plan =
            change.of(before.get(), planner(stage, draw, stage.today().plusDays(daysAhead)));
        perform(
            stage,
            noted,
            plan.channelManagerId(),
            hands -> hands.modifyBooking(BookingOrderMapper.order(plan)));
      }
    };
  }

  /** Cancels the booking that an earlier row sent; availability is looked at before and after. */
  Step cancel(String createRow) {
    return stage -> {
      Optional<BookingPlan> before = earlierPlan(stage, createRow);
      if (before.isPresent()) {
        BookingPlan plan = before.get();
        stage.mews().observeAvailability(plan.nights());
        String id = plan.channelManagerId();
        perform(stage, noted, id, hands -> hands.cancelBooking(id));
        stage.mews().observeAvailability(plan.nights());
      }
    };
  }

  private BookingPlanner planner(Stage stage, long draw, LocalDate earliest) {
    return new BookingPlanner(new SplittableRandom(draw), stage.mews().property(), earliest);
  }

  /** Drawn again from what the row noted: evidence holds no card number to read the plan from. */
  private Optional<BookingPlan> earlierPlan(Stage stage, String createRow) {
    RowEvidence row = stage.earlier(createRow);
    String draw = row.facts().get(drawFact());
    String earliest = row.facts().get(earliestFact());
    String id = row.facts().get(noted.fact());
    if (draw == null || earliest == null || id == null) {
      return Optional.empty();
    }
    stage.note(noted.fact(), id);
    return arrived(row, id)
        ? Optional.of(
            drawing
                .draw(planner(stage, Long.parseLong(draw), LocalDate.parse(earliest)))
                .knownAs(id))
        : Optional.empty();
  }

  /** Gives an order about a booking, waits for what comes of it and looks at both sides. */
  public static void perform(
      Stage stage, NotedBooking noted, String id, Function<Hands, Given> order)
      throws InterruptedException {
    new BookingErrand(stage, noted, id).run(order);
  }

  private static boolean arrived(RowEvidence row, String id) {
    return row.messages(Direction.CANDIDATE_TO_MEWS, "processGroup").stream()
        .anyMatch(
            message ->
                BookingErrand.carries(message.request(), id) && BookingErrand.accepted(message));
  }

  private String drawFact() {
    return noted.fact() + ".draw";
  }

  private String earliestFact() {
    return noted.fact() + ".earliest";
  }
}
