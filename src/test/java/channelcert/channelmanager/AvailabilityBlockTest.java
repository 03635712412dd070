package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.CLIENT_TOKEN;
import static channelcert.channelmanager.RunningSide.CONNECTION;
import static channelcert.channelmanager.RunningSide.answered;
import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.contract.Reply;
import channelcert.contract.Spec;
import channelcert.contract.driver.BlockCategoryOrder;
import channelcert.contract.driver.BlockCommand;
import channelcert.contract.driver.BlockOrder;
import channelcert.contract.driver.BlockPickup;
import channelcert.contract.driver.BlockPrice;
import channelcert.contract.driver.BlockRelease;
import channelcert.contract.driver.BlockUnits;
import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.CancelBlockCommand;
import channelcert.contract.driver.ErrorLogEntry;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.StoredBlock;
import channelcert.contract.mews.AvailabilityBlockStatusToMews;
import channelcert.contract.mews.AvailabilityBlockToMews;
import channelcert.contract.mews.PaymentCard;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessAvailabilityBlockConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Json;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Availability blocks as a channel manager takes and sends them. */
class AvailabilityBlockTest {
  private static final LocalDate START = LocalDate.of(2027, 5, 14);
  private static final LocalDate END = LocalDate.of(2027, 5, 17);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void storesABlockOfMewsUnderItsOwnCodeAndConfirmsIt(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      SimpleResponse answer = tell(running, "m-1", block(null, "Create", 5));
      assertThat(answer.success()).isTrue();
      assertThat(answer.asyncConfirmation()).isTrue();
      running.side.tick();

      ProcessAvailabilityBlockConfirmationRequest confirmation = confirmation(running);
      assertThat(confirmation.clientToken()).isEqualTo(PlayedMews.CLIENT_TOKEN);
      assertThat(confirmation.connectionToken()).isEqualTo(CONNECTION);
      assertThat(confirmation.relatedMessageId()).isEqualTo("m-1");
      assertThat(confirmation.success()).isTrue();
      assertThat(confirmation.code()).isEqualTo("BLK-71");
      assertThat(confirmation.confirmationNumber()).isEqualTo("71");

      StoredBlock shown = only(running);
      assertThat(shown.origin()).isEqualTo("MEWS");
      assertThat(shown.messageId()).isNull();
      assertThat(shown.status()).isEqualTo(BookingStatus.CONFIRMED);
      assertThat(shown.name()).isEqualTo("Dance festival");
      assertThat(shown.end()).isEqualTo(END);
      assertThat(shown.release()).isEqualTo(new BlockRelease("ROLLING", null, "P3D"));
      assertThat(shown.categories().getFirst().allotted())
          .containsExactly(new BlockUnits(START, END, 5));
      assertThat(shown.categories().getFirst().occupied())
          .containsExactly(new BlockUnits(START, END, 1));
      assertThat(shown.categories().getFirst().prices())
          .containsExactly(
              new BlockPrice(START, END, 1, new BigDecimal("100.00"), new BigDecimal("91.74")));

      tell(running, "m-2", block("BLK-71", "Update", 3));
      assertThat(only(running).categories().getFirst().allotted())
          .containsExactly(new BlockUnits(START, END, 3));
      tell(running, "m-3", block("BLK-71", "Cancel", 3));
      running.side.tick();
      running.side.tick();
      assertThat(only(running).status()).isEqualTo(BookingStatus.CANCELLED);
      assertThat(running.mews.blockConfirmations)
          .extracting(each -> each.code())
          .containsExactly("BLK-71", "BLK-71", "BLK-71");
    }
  }

  @Test
  void takesABlockWithoutClientTokenAndWithoutReleaseStrategy() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String body =
          body(running, "m-1", block(null, "created", 5))
              .replace("\"clientToken\":\"" + CLIENT_TOKEN + "\",", "")
              .replace("\"releaseStrategy\":{\"type\":\"Rolling\",\"offset\":\"P3D\"},", "")
              .replace(
                  "\"end\":\"2027-05-17\"}",
                  "\"end\":\"2027-05-17\",\"releasedDate\":\"2027-05-01\"}");
      assertThat(running.send("processAvailabilityBlock", body).success()).isTrue();
      assertThat(only(running).release())
          .isEqualTo(new BlockRelease("FIXED", LocalDate.of(2027, 5, 1), null));
      assertCode(running.send("processAvailabilityBlock", body.replace(CONNECTION, "wrong")), 8);
      assertCode(
          running.send(
              "processAvailabilityBlock",
              body(running, "m-2", block(null, "Create", 5)).replace(CLIENT_TOKEN, "wrong")),
          8);
    }
  }

  @Test
  void processesARepeatedMessageOnceAndConfirmsItAgain() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      tell(running, "m-1", block(null, "Create", 5));
      running.side.tick();
      tell(running, "m-2", block("BLK-71", "Update", 3));
      assertThat(tell(running, "m-1", block(null, "Create", 5)).success()).isTrue();
      running.side.tick();
      running.side.tick();
      assertThat(running.mews.blockConfirmations)
          .extracting(each -> each.relatedMessageId())
          .containsExactlyInAnyOrder("m-1", "m-1", "m-2");
      assertThat(only(running).categories().getFirst().allotted())
          .containsExactly(new BlockUnits(START, END, 3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"spaceTypeCode\":\"DBL\"|\"spaceTypeCode\":\"XYZ\"|10|XYZ",
        "\"dates\":{\"start\":\"2027-05-14\"|\"dates\":{\"start\":\"2027-05-18\"|6|before the"
            + " start",
        "\"dates\":{\"start\":\"2027-05-14\"|\"dates\":{\"start\":\"2027-05-15\"|6|leaves the"
            + " dates",
        "\"status\":\"Create\"|\"status\":\"Make\"|6|status",
        "\"code\":null|\"code\":\"NONE\"|2|NONE",
        "\"status\":\"Create\"|\"status\":\"Cancel\"|2|71",
        "\"currencyCode\":\"EUR\",\"prices\"|\"currencyCode\":\"USD\",\"prices\"|6|USD"
      })
  void refusesWhatIsWrongByNameAndStoresNothing(
      String right, String wrong, int code, String named) {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String block = block(null, "Create", 5);
      assertThat(block).contains(right);
      SimpleResponse answer = tell(running, "m-1", block.replace(right, wrong));
      assertCode(answer, code);
      assertThat(answer.errors()).anyMatch(error -> error.message().contains(named));
      running.side.tick();
      assertThat(running.mews.blockConfirmations).isEmpty();
      assertThat(blocks(running)).isEmpty();
    }
  }

  @Test
  void confirmsToNobodyButTheMewsItKnows() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String body =
          body(running, "m-1", block(null, "Create", 5))
              .replace(running.mews.url().toString(), "http://attacker.example");
      assertCode(running.send("processAvailabilityBlock", body), 6);
      assertThat(blocks(running)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void sendsChangesAndCancelsABlockUnderTheNumberOfMews(DatabaseUrl url) throws Exception {
    try (RunningSide running = RunningSide.ready(url)) {
      done(send(running, order(2).cardNumber("4111111111111111").build()));
      running.side.tick();
      AvailabilityBlockToMews sent = running.mews.blocks.getFirst().availabilityBlock();
      assertThat(
              Spec.violations(
                  "mews-operations.yaml",
                  "/components/schemas/ProcessAvailabilityBlockRequest",
                  Json.mapper().writeValueAsString(running.mews.blocks.getFirst())))
          .isEmpty();
      assertThat(sent.status()).isEqualTo(AvailabilityBlockStatusToMews.CREATED);
      assertThat(sent.confirmationNumber()).isNull();
      assertThat(sent.originalRateCode()).isEqualTo("FLX");
      assertThat(Objects.requireNonNull(sent.paymentCard()))
          .extracting(PaymentCard::number, PaymentCard::expireDate)
          .containsExactly("4111111111111111", "1022");
      assertThat(only(running).status()).isEqualTo(BookingStatus.SENT);
      assertThat(only(running).messageId()).isEqualTo(messageId(running));
      assertThat(modify(running, order(3).build()))
          .as("without its number a block cannot be changed")
          .isInstanceOf(Reply.Failed.class);

      assertThat(
              report(running, messageId(running), "\"confirmationNumber\":\"72\",\"success\":true"))
          .satisfies(answer -> assertThat(answer.success()).isTrue());
      assertThat(only(running).status()).isEqualTo(BookingStatus.CONFIRMED);
      assertThat(only(running).confirmationNumber()).isEqualTo("72");

      done(modify(running, order(3).build()));
      running.side.tick();
      sent = running.mews.blocks.getLast().availabilityBlock();
      assertThat(sent.status()).isEqualTo(AvailabilityBlockStatusToMews.UPDATED);
      assertThat(sent.confirmationNumber()).isEqualTo("72");
      report(running, messageId(running), "\"confirmationNumber\":\"72\",\"success\":true");
      done(
          running.driver.cancelBlock(
              running.driverAt("cancelBlock"), new CancelBlockCommand(CONNECTION, "WED-33")));
      running.side.tick();
      sent = running.mews.blocks.getLast().availabilityBlock();
      assertThat(sent.status()).isEqualTo(AvailabilityBlockStatusToMews.CANCELED);
      assertThat(only(running).status()).isEqualTo(BookingStatus.SENT);
      assertThat(only(running).messageId()).isEqualTo(messageId(running));
      report(running, messageId(running), "\"confirmationNumber\":\"72\",\"success\":true");
      report(running, messageId(running), "\"confirmationNumber\":\"72\",\"success\":true");
      assertThat(only(running).status()).isEqualTo(BookingStatus.CANCELLED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"processAvailabilityBlockConfirmation", "confirmAvailabilityBlock"})
  void takesAResultUnderBothAddressesAndBothNamesOfTheIdAndWithSuccessInQuotes(String path) {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      done(send(running, order(2).build()));
      running.side.tick();
      String body =
          """
          {"clientToken":"%s","connectionToken":"%s","messageId":"%s","code":"WED-33",
           "confirmationNumber":"72","success":"true","errors":null}
          """
              .formatted(CLIENT_TOKEN, CONNECTION, messageId(running));
      assertThat(running.send(path, body).success()).isTrue();
      assertThat(only(running).confirmationNumber()).isEqualTo("72");
    }
  }

  @Test
  void refusesResultsOfWhatItNeverSentAndLogsFailures() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      done(send(running, order(2).build()));
      running.side.tick();
      String success = "\"confirmationNumber\":\"72\",\"success\":true";
      assertCode(report(running, "never", success), 6);
      assertCode(report(running, messageId(running), "\"success\":true"), 6);
      assertCode(
          running.send(
              "processAvailabilityBlockConfirmation",
              result(messageId(running), success).replace("WED-33", "OTHER")),
          2);
      String failure =
          "\"success\":false,\"errors\":[{\"code\":10,\"message\":\"No"
              + " DBL.\",\"categoryCode\":\"DBL\"}]";
      assertThat(report(running, messageId(running), failure).success()).isTrue();
      assertThat(report(running, messageId(running), failure).success()).isTrue();
      assertThat(only(running).status()).isEqualTo(BookingStatus.REFUSED);
      assertThat(log(running))
          .extracting(ErrorLogEntry::operation, ErrorLogEntry::code, ErrorLogEntry::message)
          .containsExactly(tuple("processAvailabilityBlock", 10, "No DBL."));
    }
  }

  @Test
  void repeatsAfterCode1AndNeverAfterARefusal() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      running.mews.answerNextGroup(ErrorCode.SYSTEM_ERROR, "Later.");
      running.mews.answerNextGroup(ErrorCode.VALIDATION_ERROR, "Wrong form.");
      done(send(running, order(2).build()));
      running.side.tick();
      running.clock.advance(Duration.ofMillis(999));
      running.side.tick();
      assertThat(running.mews.blocks).hasSize(1);
      running.clock.advance(Duration.ofMillis(1));
      running.side.tick();
      assertThat(running.mews.blocks).hasSize(2);
      assertThat(running.mews.blocks.get(1)).isEqualTo(running.mews.blocks.get(0));
      running.clock.advance(Duration.ofDays(1));
      running.side.tick();
      assertThat(running.mews.blocks).hasSize(2);
      assertThat(only(running).status()).isEqualTo(BookingStatus.REFUSED);
    }
  }

  @ParameterizedTest
  @CsvSource({"XYZ, FLX, not mapped", "DBL, ABC, not mapped"})
  void sendsNoBlockThatItCouldNotSell(String category, String rate, String named) {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      BlockOrder order =
          order(2)
              .ratePlanCode(rate)
              .categories(
                  List.of(
                      new BlockCategoryOrder(
                          category, List.of(new BlockUnits(START, END, 1)), null)))
              .build();
      assertThat(send(running, order))
          .isInstanceOfSatisfying(
              Reply.Failed.class,
              failed -> assertThat(String.valueOf(failed.reason())).contains("400", named));
      running.side.tick();
      assertThat(running.mews.blocks).isEmpty();
    }
  }

  private static BlockOrder.Builder order(int units) {
    return BlockOrder.builder()
        .code("WED-33")
        .name("Jansen wedding")
        .start(START)
        .end(END)
        .ratePlanCode("FLX")
        .currencyCode("EUR")
        .release(new BlockRelease("FIXED", LocalDate.of(2027, 5, 1), null))
        .categories(
            List.of(
                new BlockCategoryOrder(
                    "DBL",
                    List.of(new BlockUnits(START, END, units)),
                    List.of(
                        new BlockPrice(
                            START, END, 1, new BigDecimal("100.00"), new BigDecimal("91.74"))))))
        .booker(new Person("Noor", "Jansen"))
        .pickupType(BlockPickup.ALL_IN_ONE_GROUP);
  }

  private static Reply<Void> send(RunningSide running, BlockOrder order) {
    return running.driver.sendBlock(
        running.driverAt("sendBlock"), new BlockCommand(CONNECTION, order));
  }

  private static Reply<Void> modify(RunningSide running, BlockOrder order) {
    return running.driver.modifyBlock(
        running.driverAt("modifyBlock"), new BlockCommand(CONNECTION, order));
  }

  private static String messageId(RunningSide running) {
    return running.mews.blocks.getLast().messageId();
  }

  private static SimpleResponse report(RunningSide running, String messageId, String rest) {
    return running.send("processAvailabilityBlockConfirmation", result(messageId, rest));
  }

  private static String result(String messageId, String rest) {
    return """
    {"clientToken":"%s","connectionToken":"%s","messageId":"%s","relatedMessageId":"%s","code":"WED-33",%s}
    """
        .formatted(CLIENT_TOKEN, CONNECTION, messageId, messageId, rest);
  }

  private static SimpleResponse tell(RunningSide running, String messageId, String block) {
    return running.send("processAvailabilityBlock", body(running, messageId, block));
  }

  private static String body(RunningSide running, String messageId, String block) {
    return """
    {"clientToken":"%s","connectionToken":"%s","messageId":"%s","responseUrl":"%s/api/channelManager/v1/processAvailabilityBlockConfirmation","availabilityBlock":%s}
    """
        .formatted(CLIENT_TOKEN, CONNECTION, messageId, running.mews.url(), block);
  }

  private static String block(@Nullable String code, String status, int units) {
    return """
    {"code":%s,"confirmationNumber":"71","status":"%s","name":"Dance festival","dates":{"start":"2027-05-14","end":"2027-05-17"},
     "releaseStrategy":{"type":"Rolling","offset":"P3D"},
     "spaceCategories":[{"start":"2027-05-14","end":"2027-05-17","spaceTypeCode":"DBL",
      "allocatedSpaces":[{"start":"2027-05-14","end":"2027-05-17","count":%d}],
      "occupiedSpaces":[{"start":"2027-05-14","end":"2027-05-17","count":1}],
      "rates":[{"start":"2027-05-14","end":"2027-05-17","currencyCode":"EUR","prices":[{"grossAmount":100.00,"netAmount":91.74,"currencyCode":"EUR","guestCount":1}]}]}],
     "booker":{"firstName":"Gijs","lastName":"Mulder"},"company":null,"notes":null,"pickupType":"IndividualGroups"}
    """
        .formatted(code == null ? "null" : "\"" + code + "\"", status, units);
  }

  private static ProcessAvailabilityBlockConfirmationRequest confirmation(RunningSide running) {
    assertThat(running.mews.blockConfirmations).hasSize(1);
    return running.mews.blockConfirmations.getFirst();
  }

  private static List<StoredBlock> blocks(RunningSide running) {
    return answered(
            running.driver.readBlocks(running.driverAt("readBlocks"), RunningSide.connection()))
        .blocks();
  }

  private static StoredBlock only(RunningSide running) {
    assertThat(blocks(running)).hasSize(1);
    return blocks(running).getFirst();
  }

  private static List<ErrorLogEntry> log(RunningSide running) {
    return answered(
            running.driver.readErrorLog(running.driverAt("readErrorLog"), RunningSide.connection()))
        .entries();
  }

  private static void assertCode(SimpleResponse answer, int code) {
    assertThat(answer.success()).isFalse();
    assertThat(answer.errors()).extracting(Error::code).containsOnly(ErrorCode.of(code));
  }
}
