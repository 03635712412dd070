package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.BlockChecks;
import channelcert.certification.verdict.BlockReadBack;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Transport;
import channelcert.contract.driver.BlockCategoryOrder;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BlockPickup;
import channelcert.contract.driver.BlockPrice;
import channelcert.contract.driver.BlockRelease;
import channelcert.contract.driver.BlockUnits;
import channelcert.contract.driver.Person;
import channelcert.exchange.Direction;
import channelcert.exchange.Masking;
import channelcert.mews.availabilityblock.BlockOrder.CategoryOrder;
import channelcert.mews.availabilityblock.BlockOrder.UnitsOrder;
import channelcert.mews.availabilityblock.Grouping;
import channelcert.mews.availabilityblock.Release;
import channelcert.mews.availabilityblock.Span;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SUP-16: an availability block is made, changed and cancelled on either side. */
final class AvailabilityBlocks {
  private static final String MESSAGE = "processAvailabilityBlock";
  private static final String CONFIRMATION = "processAvailabilityBlockConfirmation";
  private static final int DAYS_AHEAD = 300;
  private static final int NIGHTS = 3;

  private AvailabilityBlocks() {}

  static CertificationTest row() {
    return supplementary("SUP-16", "supplementary/availability-blocks")
        .title("Availability blocks in both directions")
        .scenario(
            "The candidate makes, changes and cancels a block; then the property does the same with"
                + " another one.")
        .claimedBy(capabilities -> capabilities.blocks())
        .step(AvailabilityBlocks::candidateActs)
        .step(AvailabilityBlocks::propertyActs)
        .expect(
            "created",
            "the new block is sent with everything that was ordered",
            WIRE,
            BlockChecks.sent("Created", "sendBlock"))
        .expect(
            "updated",
            "the change is sent as a complete definition under Mews' number",
            WIRE,
            BlockChecks.sent("Updated", "modifyBlock"))
        .expect(
            "cancelled",
            "the cancellation is sent under Mews' number",
            WIRE,
            BlockChecks.sent("Canceled", "cancelBlock"))
        .expect(
            "accepted", "Mews processes the messages without error", WIRE, BlockChecks.accepted())
        .expect(
            "results-answered",
            "the candidate takes what Mews reports about them",
            WIRE,
            BlockChecks.resultsTaken())
        .expect(
            "own-read-back",
            "the extranet shows its block with Mews' number",
            READ_BACK,
            BlockReadBack.showsOwn())
        .expect(
            "transport",
            "the answers to blocks of Mews have the published form",
            WIRE,
            Transport.holds(BlockChecks.told()))
        .expect(
            "taken",
            "the candidate takes blocks of Mews",
            WIRE,
            Outcome.accepted(BlockChecks.told()))
        .expect(
            "confirmed",
            "it confirms each of them once, under a code that stays the same",
            WIRE,
            BlockChecks.confirmed())
        .expect(
            "read-back",
            "the extranet shows the block of Mews as it was sent",
            READ_BACK,
            BlockReadBack.showsToldOnes())
        .build();
  }

  private static void candidateActs(Stage stage) throws InterruptedException {
    String code = "CC-" + new Messages(stage).unknownCode("") + "-S16";
    stage.note(BlockChecks.CODE, code);
    stage.note(BlockChecks.CONNECTION, Masking.token(stage.mews().connectionToken()));
    if (order(stage, code, "Created", driver -> driver.sendBlock(block(stage, code, 2)))
        && order(stage, code, "Updated", driver -> driver.modifyBlock(block(stage, code, 1)))) {
      order(stage, code, "Cancel", driver -> driver.cancelBlock(code));
    }
  }

  /** Gives an order and waits until Mews has reported the result; answers whether it has. */
  private static boolean order(Stage stage, String code, String status, Consumer<Driver> order)
      throws InterruptedException {
    order.accept(stage.driver());
    Optional<Message> sent =
        stage.awaitExchange(
            Direction.CANDIDATE_TO_MEWS,
            MESSAGE,
            request ->
                request.path("availabilityBlock").path("code").asText().equals(code)
                    && request
                        .path("availabilityBlock")
                        .path("status")
                        .asText()
                        .regionMatches(true, 0, status, 0, 6));
    boolean reported =
        sent.isPresent()
            && stage
                .awaitExchange(
                    Direction.MEWS_TO_CANDIDATE,
                    CONFIRMATION,
                    request -> isAbout(request, "messageId", sent.get()))
                .isPresent();
    stage.mews().observeBlocks();
    stage.driver().readBlocks();
    return reported;
  }

  private static boolean isAbout(JsonNode request, String field, Message message) {
    return request.path(field).equals(message.request().path("messageId"));
  }

  private static BlockOrder block(Stage stage, String code, int units) {
    Pair pair = stage.mews().pairs().getFirst();
    LocalDate start = start(stage);
    LocalDate end = start.plusDays(NIGHTS);
    return BlockOrder.builder()
        .code(code)
        .name("Wedding " + code)
        .start(start)
        .end(end)
        .ratePlanCode(pair.ratePlanCode())
        .currencyCode(stage.mews().property().currencyCode())
        .release(new BlockRelease("FIXED", start.minusDays(14), null))
        .categories(
            List.of(
                new BlockCategoryOrder(
                    pair.spaceTypeCode(),
                    List.of(
                        new BlockUnits(start, start.plusDays(1), units),
                        new BlockUnits(start.plusDays(1), end, units + 1)),
                    List.of(
                        new BlockPrice(
                            start, end, 1, new BigDecimal("100.00"), new BigDecimal("91.74"))))))
        .booker(new Person("Noor", "Jansen"))
        .pickupType(BlockPickup.ALL_IN_ONE_GROUP)
        .build();
  }

  private static LocalDate start(Stage stage) {
    return stage.today().plusDays(DAYS_AHEAD);
  }

  private static void propertyActs(Stage stage) throws InterruptedException {
    String number = stage.mews().makeBlock(held(stage, 3));
    stage.note(BlockChecks.NUMBER, number);
    awaitConfirmed(stage, number, 1);
    stage.mews().changeBlock(number, held(stage, 1));
    awaitConfirmed(stage, number, 2);
    stage.mews().cancelBlock(number);
    awaitConfirmed(stage, number, 3);
  }

  /** Waits for so many confirmations, as far as there is a message to confirm. */
  private static void awaitConfirmed(Stage stage, String number, int messages)
      throws InterruptedException {
    String connection = Masking.token(stage.mews().connectionToken());
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        MESSAGE,
        request -> told(stage, number, connection).size() >= messages);
    List<Message> told = told(stage, number, connection);
    if (!told.isEmpty()) {
      stage.awaitExchange(
          Direction.CANDIDATE_TO_MEWS,
          CONFIRMATION,
          request -> isAbout(request, "relatedMessageId", told.getLast()));
    }
    stage.mews().observeBlocks();
    stage.driver().readBlocks();
  }

  private static List<Message> told(Stage stage, String number, String connection) {
    return stage.messages().stream()
        .filter(each -> each.exchange().direction() == Direction.MEWS_TO_CANDIDATE)
        .filter(each -> each.operation().equals(MESSAGE))
        .filter(each -> each.request().path("connectionToken").asText().equals(connection))
        .filter(
            each ->
                each.request()
                    .path("availabilityBlock")
                    .path("confirmationNumber")
                    .asText()
                    .equals(number))
        .toList();
  }

  private static channelcert.mews.availabilityblock.BlockOrder held(Stage stage, int units) {
    Pair pair = stage.mews().pairs().getFirst();
    Span dates = new Span(start(stage), start(stage).plusDays(NIGHTS));
    return new channelcert.mews.availabilityblock.BlockOrder(
        "Dance festival",
        dates,
        new Release(null, "P3D"),
        pair.ratePlanCode(),
        List.of(
            new CategoryOrder(
                pair.spaceTypeCode(), List.of(new UnitsOrder(dates, units)), List.of())),
        JsonNodeFactory.instance.objectNode().put("firstName", "Gijs").put("lastName", "Mulder"),
        null,
        null,
        Grouping.INDIVIDUAL_GROUPS);
  }
}
