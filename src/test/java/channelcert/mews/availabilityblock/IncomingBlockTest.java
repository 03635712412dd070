package channelcert.mews.availabilityblock;

import static channelcert.mews.availabilityblock.BlockFixture.block;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.FakeChannelManager;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that channel managers send to Mews. */
class IncomingBlockTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void holdsChangesAndGivesUpABlock(DatabaseUrl url) {
    try (BlockFixture fixture = new BlockFixture(url)) {
      JsonNode answer = fixture.send("b-1", block("WED-33", "Created", null, 4));
      assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
      assertThat(answer.path("asyncConfirmation").asBoolean()).isTrue();
      assertThat(fixture.inbox.results).isEmpty();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      fixture.settle();

      var result = fixture.inbox.lastResult();
      assertThat(result.clientToken()).isEqualTo("mews-token");
      assertThat(result.connectionToken()).isEqualTo(BlockFixture.CONNECTION);
      assertThat(result.messageId()).isEqualTo("b-1");
      assertThat(result.relatedMessageId()).isEqualTo("b-1");
      assertThat(result.code()).isEqualTo("WED-33");
      assertThat(result.success()).isTrue();
      assertThat(result.errors()).isNull();
      String number = result.confirmationNumber();
      assertThat(number).isNotBlank();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(8);
      assertThat(fixture.availability("2027-05-16")).isEqualTo(8);
      assertThat(fixture.availability("2027-05-17")).isEqualTo(12);

      fixture.sendAndSettle("b-2", block("WED-33", "Updated", number, 6));
      assertThat(fixture.inbox.lastResult().confirmationNumber()).isEqualTo(number);
      assertThat(fixture.availability("2027-05-15")).isEqualTo(6);

      fixture.sendAndSettle("b-3", block("WED-33", "Canceled", number, 6));
      assertThat(fixture.inbox.lastResult().success()).isTrue();
      assertThat(fixture.inbox.lastResult().confirmationNumber()).isEqualTo(number);
      assertThat(fixture.availability("2027-05-15")).isEqualTo(12);
      assertThat(fixture.inbox.blocks).as("nobody is told of what he did himself").isEmpty();
    }
  }

  @Test
  void processesARepeatedMessageOnceAlsoAfterARestart() {
    DatabaseUrl url = Databases.postgres();
    try (BlockFixture fixture = new BlockFixture(url)) {
      fixture.send("b-1", block("WED-33", "Created", null, 4));
      fixture.restart();
      assertThat(
              fixture.send("b-1", block("WED-33", "Created", null, 4)).path("success").asBoolean())
          .isTrue();
      fixture.settle();
      assertThat(fixture.inbox.results).hasSize(1);
      assertThat(fixture.availability("2027-05-14")).isEqualTo(8);
    }
  }

  @Test
  void understandsTheWordsOfBothDirectionsAndAnyCase() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String release = "{\"type\":\"rolling\",\"offset\":\"P3DT\"}";
      fixture.sendAndSettle("b-1", block("A", "create", null, release, 4));
      String number = fixture.inbox.lastResult().confirmationNumber();
      fixture.sendAndSettle("b-2", block("A", "UPDATE", number, release, 5));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(7);
      fixture.sendAndSettle("b-3", block("A", "Cancel", number, release, 5));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      assertThat(fixture.inbox.results).allMatch(each -> each.success());
    }
  }

  @Test
  void ignoresANumberOnCreationAndReadsEqualDatesAsOneNight() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String oneNight =
          block("A", "Created", "99", 3)
              .replace("\"end\":\"2027-05-17\"", "\"end\":\"2027-05-14\"");
      fixture.sendAndSettle("b-1", oneNight);
      assertThat(fixture.inbox.lastResult().success()).isTrue();
      assertThat(fixture.inbox.lastResult().confirmationNumber()).isNotEqualTo("99");
      assertThat(fixture.availability("2027-05-14")).isEqualTo(9);
      assertThat(fixture.availability("2027-05-15")).isEqualTo(12);
      assertThat(fixture.mews.observeBookings(BlockFixture.CONNECTION, "A").path("warnings"))
          .anyMatch(each -> each.asText().contains("one night"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"status\":\"Created\",|\"status\":\"Done\",|status",
        "\"type\":\"Fixed\"|\"type\":\"Sometimes\"|type",
        ",\"fixedDate\":\"2027-05-01\"||fixedDate",
        "\"type\":\"Fixed\",\"fixedDate\":\"2027-05-01\"|\"type\":\"Rolling\"|offset",
        "\"type\":\"Fixed\",\"fixedDate\":\"2027-05-01\"|\"type\":\"Rolling\",\"offset\":\"3"
            + " days\"|3 days",
        "\"type\":\"Fixed\",\"fixedDate\":\"2027-05-01\"|\"type\":\"Rolling\",\"offset\":\"P-3D\"|P-3D",
        "\"count\":4|\"count\":-1|count",
        "\"count\":4|\"count\":\"4\"|count",
        "\"start\":\"2027-05-14\",\"end\":\"2027-05-17\"},|\"start\":\"2027-05-32\",\"end\":\"2027-05-17\"},|start",
        "\"status\":\"Created\",|\"status\":\"Updated\",|confirmationNumber",
        "\"status\":\"Created\",|\"status\":\"Canceled\",|confirmationNumber",
        "\"code\":\"WED-33\"|\"code\":\" \"|code",
        "\"pickupType\":\"AllInOneGroup\"|\"pickupType\":\"Both\"|pickupType"
      })
  void refusesAWrongFormAtOnceByName(String right, String wrong, String named) {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String body = block("WED-33", "Created", null, 4);
      assertThat(body).contains(right);
      JsonNode answer =
          fixture.sendAndSettle("b-1", body.replace(right, wrong == null ? "" : wrong));
      assertThat(answer.path("success").asBoolean(true)).as(answer.toString()).isFalse();
      assertThat(answer.at("/errors/0/code").asInt()).isEqualTo(6);
      assertThat(answer.at("/errors/0/message").asText()).contains(named);
      assertThat(fixture.inbox.results).as("no confirmation follows a refusal").isEmpty();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"spaceTypeCode\":\"DBL\"|\"spaceTypeCode\":\"XYZ\"|10|XYZ",
        "\"originalRateCode\":\"FLX\"|\"originalRateCode\":\"ABC\"|9|ABC",
        "\"dates\":{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\"}|\"dates\":{\"start\":\"2027-05-17\",\"end\":\"2027-05-14\"}|7|2027-05-14"
            + " is before the start 2027-05-17",
        "\"dates\":{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\"}|\"dates\":{\"start\":\"2027-05-15\",\"end\":\"2027-05-17\"}|7|leaves"
            + " the dates",
        "\"dates\":{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\"}|\"dates\":{\"start\":\"2027-05-14\",\"end\":\"9999-05-17\"}|7|1100"
            + " nights",
        "\"count\":4}]|\"count\":4},{\"start\":\"2027-05-16\",\"end\":\"2027-05-17\",\"count\":1}]|7|2027-05-16",
        "\"spaceCategories\":[|\"spaceCategories\":[{\"spaceTypeCode\":\"DBL\",\"allocatedSpaces\":[{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\",\"count\":1}]},|7|twice",
        "\"count\":4}]|\"count\":4}],\"rates\":[{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\",\"prices\":[{\"grossAmount\":-1,\"netAmount\":1,\"currencyCode\":\"EUR\",\"guestCount\":1}]}]|7|negative",
        "\"count\":4}]|\"count\":4}],\"rates\":[{\"start\":\"2027-05-14\",\"end\":\"2027-05-17\",\"prices\":[{\"grossAmount\":1,\"netAmount\":1,\"currencyCode\":\"USD\",\"guestCount\":1}]}]|7|USD",
        "\"code\":\"WED-33\"|\"code\":\"_\"|7|reserved",
        "\"name\":\"Jansen wedding\"|\"name\":\"\"|7|name",
        "\"lastName\":\"Jansen\"|\"lastName\":\"\"|7|booker.lastName",
        "\"booker\":|\"paymentCard\":{\"type\":1,\"number\":\"4999999999999999\",\"expireDate\":\"1022\"},\"booker\":|7|paymentCard"
      })
  void reportsABrokenRuleByName(String right, String wrong, int code, String named) {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String body = block("WED-33", "Created", null, 4);
      assertThat(body).contains(right);
      JsonNode answer = fixture.sendAndSettle("b-1", body.replace(right, wrong));
      assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
      var result = fixture.inbox.lastResult();
      assertThat(result.success()).isFalse();
      assertThat(result.messageId()).isEqualTo("b-1");
      assertThat(result.errors()).extracting(Error::code).containsOnly(ErrorCode.of(code));
      Error first = fixture.error();
      assertThat(first.message()).contains(named);
      assertThat(first.categoryCode()).isEqualTo(code == 10 ? "XYZ" : null);
      assertThat(first.rateCode()).isEqualTo(code == 9 ? "ABC" : null);
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      assertThat(fixture.mews.blocks().blocks(fixture.property)).isEmpty();
    }
  }

  @Test
  void refusesToChangeWhatItDoesNotKnowOrUnderAnotherNumber() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.sendAndSettle("b-1", block("NONE", "Updated", "17", 4));
      assertThat(code(fixture)).isEqualTo(2);
      fixture.sendAndSettle("b-2", block("NONE", "Canceled", "17", 4));
      assertThat(code(fixture)).isEqualTo(2);
      fixture.sendAndSettle("b-3", block("A", "Created", null, 4));
      String number = fixture.inbox.lastResult().confirmationNumber();
      fixture.sendAndSettle("b-4", block("A", "Updated", "17", 5));
      assertThat(code(fixture)).isEqualTo(7);
      String individual =
          block("A", "Updated", number, 5).replace("AllInOneGroup", "IndividualGroups");
      fixture.sendAndSettle("b-5", individual);
      assertThat(code(fixture)).isEqualTo(7);
      fixture.sendAndSettle("b-6", block("A", "Canceled", number, 5));
      fixture.sendAndSettle("b-7", block("A", "Updated", number, 5));
      assertThat(code(fixture)).isEqualTo(7);
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      fixture.sendAndSettle("b-8", block("A", "Created", null, 5));
      assertThat(fixture.inbox.lastResult().confirmationNumber()).isEqualTo(number);
      assertThat(fixture.availability("2027-05-14")).isEqualTo(7);
    }
  }

  @Test
  void reportsUntilTheResultIsTaken() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(1, null);
      fixture.inbox.refuseNext(1, null);
      fixture.sendAndSettle("b-1", block("A", "Created", null, 4));
      assertThat(fixture.inbox.results).hasSize(1);
      fixture.pass(Duration.ofMillis(200));
      assertThat(fixture.inbox.results).hasSize(2);
      fixture.pass(Duration.ofMillis(999));
      assertThat(fixture.inbox.results).hasSize(2);
      fixture.pass(Duration.ofMillis(1));
      assertThat(fixture.inbox.results).hasSize(3);
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.results).hasSize(3);
    }
  }

  @Test
  void processesABookingAfterTheBlockThatCameBeforeIt() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.send("b-1", block("A", "Created", null, 4));
      fixture.book("g-1", "CM-1", "A", 2);
      assertThat(fixture.inbox.bookings.getFirst().error()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BlockFixture.PATH,
        "/v1/push/9eaa344245feed7f",
        "/api/channelManager/v1/processAvailabilityBlock"
      })
  void isSwitchedOffWithoutAnAddressForResults(String path) {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.connect("connection-2", Map.of());
      JsonNode answer =
          fixture.post(
              path,
              "{\"clientToken\":\"%s\",\"connectionToken\":\"connection-2\",\"messageId\":\"b\",\"availabilityBlock\":%s}"
                  .formatted(BlockFixture.CLIENT, block("A", "Created", null, 4)));
      assertThat(answer.at("/errors/0/code").asInt()).isEqualTo(9);
      assertThat(answer.at("/errors/0/rateCode").isMissingNode()).isTrue();
      assertThat(answer.at("/errors/0/message").asText())
          .contains("processAvailabilityBlockConfirmation");
    }
  }

  @Test
  void keepsNoCardNumber() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String body =
          block("A", "Created", null, 4)
              .replace(
                  "\"booker\":",
                  "\"notes\":\"Card 4111 1111 1111"
                      + " 1111\",\"paymentCard\":{\"type\":1,\"number\":\"4111111111111111\",\"expireDate\":\"1022\",\"cvv\":\"987\"},\"booker\":");
      fixture.sendAndSettle("b-1", body);
      assertThat(fixture.inbox.lastResult().success()).isTrue();
      List<String> kept =
          fixture.database.dsl().fetch("select content from mews.booking_message").stream()
              .map(row -> row.get(0, String.class))
              .toList();
      assertThat(kept).hasSize(1).first().asString().contains("411111******1111", "Card 4");
      assertThat(kept.getFirst()).doesNotContain("4111111111111111", "4111 1111", "987", "cvv");
    }
  }

  @Test
  void neverRepeatsAResultThatWasRefusedAndTellsTheProperty() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.inbox.answerNext(FakeChannelManager.refusal(2, null, null));
      fixture.sendAndSettle("b-1", block("A", "Created", null, 4));
      fixture.pass(Duration.ofDays(1));
      assertThat(fixture.inbox.results).hasSize(1);
      assertThat(fixture.mews.notices(BlockFixture.CONNECTION))
          .anyMatch(notice -> notice.message().contains("The confirmation of A was refused"));
    }
  }

  private static int code(BlockFixture fixture) {
    assertThat(fixture.inbox.lastResult().success()).isFalse();
    return fixture.error().code().wire();
  }
}
