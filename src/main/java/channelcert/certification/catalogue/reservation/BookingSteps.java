package channelcert.certification.catalogue.reservation;

import channelcert.certification.candidate.ReadBack;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.Stage;
import channelcert.certification.stage.Step;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
      act(stage, plan, driver -> driver.sendBooking(BookingOrderMapper.order(plan)));
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
        act(stage, plan, driver -> driver.modifyBooking(BookingOrderMapper.order(plan)));
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
        act(stage, plan, driver -> driver.cancelBooking(plan.channelManagerId()));
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
        ? Optional.of(drawing.draw(planner(stage, Long.parseLong(draw), LocalDate.parse(earliest))))
        : Optional.empty();
  }

  private void act(Stage stage, BookingPlan plan, Consumer<Driver> order)
      throws InterruptedException {
    perform(stage, noted, plan.channelManagerId(), order);
  }

  /** Gives an order about a booking, waits for what comes of it and looks at both sides. */
  public static void perform(Stage stage, NotedBooking noted, String id, Consumer<Driver> order)
      throws InterruptedException {
    stage.note(noted.fact(), id);
    stage.note(DeliveryChecks.PATIENCE_SECONDS, Long.toString(stage.patience().toSeconds()));
    stage.claimBooking(id);
    Set<String> known = messageIds(stage);
    order.accept(stage.driver());
    follow(stage, id, known);
    stage.mews().observeBookings(id);
    if (stage.candidate().readBack() == ReadBack.DRIVER) {
      stage.driver().readBookings(List.of(id));
    }
  }

  /** Waits for the message and, where Mews took it, for the end of its processing. */
  private static void follow(Stage stage, String id, Set<String> known)
      throws InterruptedException {
    Optional<Message> message =
        stage.awaitExchange(
            Direction.CANDIDATE_TO_MEWS,
            "processGroup",
            request -> carries(request, id) && !known.contains(messageId(request)));
    if (message.filter(BookingSteps::accepted).isPresent()) {
      String messageId = message.get().request().path("messageId").asText();
      stage.awaitExchange(
          Direction.MEWS_TO_CANDIDATE,
          "confirmGroup",
          request -> request.path("relatedMessageId").asText().equals(messageId));
    }
  }

  private static Set<String> messageIds(Stage stage) {
    return stage.messages().stream()
        .filter(each -> each.operation().equals("processGroup"))
        .map(each -> messageId(each.request()))
        .collect(Collectors.toSet());
  }

  private static String messageId(JsonNode request) {
    return request.path("messageId").asText();
  }

  private static boolean arrived(RowEvidence row, String id) {
    return row.messages(Direction.CANDIDATE_TO_MEWS, "processGroup").stream()
        .anyMatch(message -> carries(message.request(), id) && accepted(message));
  }

  private static boolean carries(JsonNode request, String id) {
    String written = request.path("channelManagerId").asText().toUpperCase(Locale.ROOT);
    return written.contains(id.toUpperCase(Locale.ROOT));
  }

  private static boolean accepted(Message message) {
    return message.answer().path("success").asBoolean();
  }

  private String drawFact() {
    return noted.fact() + ".draw";
  }

  private String earliestFact() {
    return noted.fact() + ".earliest";
  }
}
