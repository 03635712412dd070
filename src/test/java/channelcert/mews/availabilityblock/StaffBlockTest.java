package channelcert.mews.availabilityblock;

import static channelcert.mews.availabilityblock.BlockFixture.CONNECTION;
import static channelcert.mews.availabilityblock.BlockFixture.block;
import static channelcert.mews.availabilityblock.BlockFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.contract.Spec;
import channelcert.contract.channelmanager.AvailabilityBlockStatusToChm;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.SpaceCategoryAllocationToChm;
import channelcert.contract.shared.PickupType;
import channelcert.contract.shared.ReleaseStrategy;
import channelcert.contract.shared.ReleaseStrategyType;
import channelcert.contract.shared.SpaceCount;
import channelcert.http.Json;
import channelcert.mews.message.Outgoing;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks of the property's own, and their way to channel managers. */
class StaffBlockTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void tellsOfABlockAndRepeatsTheCodeInEveryLaterMessage(DatabaseUrl url) throws Exception {
    try (BlockFixture fixture = new BlockFixture(url)) {
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(7);
      fixture.settle();

      AvailabilityBlockToChm sent = fixture.inbox.last();
      assertThat(
              Spec.violations(
                  "channel-manager-operations.yaml",
                  "/components/schemas/ProcessAvailabilityBlockToChmRequest",
                  Json.mapper().writeValueAsString(fixture.inbox.lastMessage())))
          .isEmpty();
      assertThat(fixture.inbox.lastMessage().clientToken()).isEqualTo("mews-token");
      assertThat(fixture.inbox.lastMessage().responseUrl())
          .isEqualTo(
              fixture.mews.url() + "/api/channelManager/v1/processAvailabilityBlockConfirmation");
      assertThat(sent.code()).isNull();
      assertThat(sent.confirmationNumber()).isEqualTo(number);
      assertThat(sent.status()).isEqualTo(AvailabilityBlockStatusToChm.CREATE);
      assertThat(sent.dates().end()).isEqualTo(LocalDate.of(2027, 5, 17));
      assertThat(sent.releaseStrategy())
          .isEqualTo(new ReleaseStrategy(ReleaseStrategyType.ROLLING, null, "P3D"));
      assertThat(sent.pickupType()).isEqualTo(PickupType.INDIVIDUAL_GROUPS);
      SpaceCategoryAllocationToChm category = sent.spaceCategories().getFirst();
      assertThat(category.allocatedSpaces()).containsExactly(count("14", "17", 5));
      assertThat(category.occupiedSpaces()).containsExactly(count("14", "17", 0));
      assertThat(category.rates()).isNotEmpty();
      assertThat(category.rates().getFirst().currencyCode()).isEqualTo("EUR");
      assertThat(category.rates().getFirst().prices()).hasSize(3);

      accepted(fixture.confirm(fixture.inbox.lastMessage().messageId(), "BLK-9", number));
      fixture.mews.blocks().change(fixture.property, number, order(3));
      fixture.settle();
      assertThat(fixture.inbox.last().status()).isEqualTo(AvailabilityBlockStatusToChm.UPDATE);
      assertThat(fixture.inbox.last().code()).isEqualTo("BLK-9");
      assertThat(fixture.availability("2027-05-14")).isEqualTo(9);

      accepted(fixture.confirm(fixture.inbox.lastMessage().messageId(), "BLK-9", number));
      fixture.mews.blocks().cancel(fixture.property, number);
      fixture.settle();
      assertThat(fixture.inbox.last().status()).isEqualTo(AvailabilityBlockStatusToChm.CANCEL);
      assertThat(fixture.inbox.last().code()).isEqualTo("BLK-9");
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      assertThat(fixture.inbox.blocks).hasSize(3);
    }
  }

  @Test
  void repeatsUnderTheSameIdUntilAnsweredAndUnderANewOneAfterSilence() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(1, null);
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      fixture.pass(Duration.ofMillis(200));
      assertThat(ids(fixture)).hasSize(2);
      assertThat(ids(fixture).get(1)).isEqualTo(ids(fixture).get(0));

      fixture.pass(Duration.ofMinutes(14));
      assertThat(ids(fixture)).as("15 minutes are there to confirm").hasSize(2);
      fixture.pass(Duration.ofMinutes(2));
      fixture.pass(Duration.ofMinutes(1));
      assertThat(ids(fixture)).hasSize(3);
      assertThat(ids(fixture).get(2)).isNotEqualTo(ids(fixture).get(0));

      accepted(fixture.confirm(ids(fixture).get(0), "LATE", number));
      accepted(fixture.confirm(ids(fixture).get(2), "BLK-9", number));
      accepted(fixture.confirm(ids(fixture).get(2), "BLK-10", number));
      assertThat(states(fixture, number)).containsExactly(Outgoing.State.DELIVERED);
      assertThat(fixture.mews.blocks().blocks(fixture.property).getFirst().codes())
          .as(
              "a report about an attempt after which there was another, and a repeated one, are"
                  + " noted")
          .containsEntry(CONNECTION, "BLK-9");
    }
  }

  @Test
  void sendsTheRestWithoutACategoryThatIsNotKnownThere() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(10, "TWN");
      String number = fixture.mews.blocks().create(fixture.property, order(2, "DBL", "TWN"));
      fixture.settle();
      assertThat(fixture.inbox.blocks).hasSize(2);
      assertThat(fixture.inbox.last().spaceCategories())
          .extracting(SpaceCategoryAllocationToChm::spaceTypeCode)
          .containsExactly("DBL");
      assertThat(ids(fixture).get(1)).isNotEqualTo(ids(fixture).get(0));
      assertThat(fixture.mews.isSynchronised(CONNECTION, "TWN")).isFalse();
      assertThat(fixture.mews.isSynchronised(CONNECTION, "DBL")).isTrue();

      accepted(
          fixture.fail(
              fixture.inbox.lastMessage().messageId(),
              "{\"code\":10,\"message\":\"No DBL.\",\"categoryCode\":\"DBL\"}"));
      fixture.settle();
      assertThat(fixture.inbox.blocks).hasSize(2);
      assertThat(states(fixture, number)).containsExactly(Outgoing.State.REFUSED);
      assertThat(fixture.mews.isSynchronised(CONNECTION, "DBL")).isFalse();
      assertThat(fixture.mews.notices(CONNECTION))
          .anyMatch(notice -> notice.code() == 10 && notice.message().contains("No DBL."));
    }
  }

  @Test
  void retriesAFailureThatPassesHoldsOneThatWaitsAndGivesOthersUp() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      accepted(fixture.fail(ids(fixture).getLast(), "{\"code\":1,\"message\":\"Later.\"}"));
      fixture.pass(Duration.ofMillis(200));
      assertThat(ids(fixture)).hasSize(2);
      accepted(fixture.fail(ids(fixture).getLast(), "{\"code\":3,\"message\":\"Inactive.\"}"));
      fixture.pass(Duration.ofMinutes(4));
      assertThat(ids(fixture)).hasSize(2);
      fixture.pass(Duration.ofMinutes(1));
      assertThat(ids(fixture)).hasSize(3);
      accepted(fixture.fail(ids(fixture).getLast(), "{\"code\":7,\"message\":\"Never.\"}"));
      fixture.pass(Duration.ofDays(1));
      assertThat(ids(fixture)).hasSize(3);
      assertThat(states(fixture, number)).containsExactly(Outgoing.State.REFUSED);
    }
  }

  @Test
  void neverMentionsTheCancellationOfWhatNobodyKnows() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.inbox.refuseNext(7, null);
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      fixture.mews.blocks().cancel(fixture.property, number);
      fixture.settle();
      assertThat(fixture.inbox.blocks).hasSize(1);
      assertThat(states(fixture, number))
          .containsExactly(Outgoing.State.REFUSED, Outgoing.State.NEEDLESS);
    }
  }

  @Test
  void refusesConfirmationsThatSayTooLittleOrOfWhatItNeverSent() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      String id = ids(fixture).getLast();
      assertThat(error(fixture.report(id, "\"success\":true"))).startsWith("6 code");
      assertThat(error(fixture.confirm(id, "_", number))).startsWith("6 code");
      assertThat(error(fixture.report(id, "\"success\":true,\"code\":\"B\"")))
          .startsWith("6 confirmationNumber");
      assertThat(error(fixture.confirm(id, "B", "1"))).startsWith("6 confirmationNumber: '1'");
      assertThat(error(fixture.confirm("never", "B", number))).startsWith("6 relatedMessageId");
      assertThat(fixture.mews.blocks().blocks(fixture.property).getFirst().codes()).isEmpty();
      fixture.sendAndSettle("b-1", block("OWN", "Created", null, 1));
      assertThat(error(fixture.confirm(id, "OWN", number))).contains("code of another block");
      accepted(fixture.confirm(id, "B", number));
    }
  }

  @Test
  void tellsTheChannelManagerWhatStaffDoToItsBlockAndOthersNothing() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory());
        BlockInbox other = new BlockInbox()) {
      fixture.connect("connection-2", other.endpoints());
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 4));
      String number = fixture.number();
      BlockOrder wanted = order(2);
      fixture
          .mews
          .blocks()
          .change(
              fixture.property,
              number,
              new BlockOrder(
                  wanted.name(),
                  wanted.dates(),
                  wanted.release(),
                  wanted.originalRateCode(),
                  wanted.categories(),
                  wanted.booker(),
                  null,
                  null,
                  Grouping.ALL_IN_ONE_GROUP));
      fixture.settle();
      assertThat(fixture.inbox.last().code()).isEqualTo("WED-33");
      assertThat(fixture.inbox.last().status()).isEqualTo(AvailabilityBlockStatusToChm.UPDATE);
      assertThat(other.blocks).isEmpty();
    }
  }

  @Test
  void tellsEveryChannelManagerOfABlockAndTheOthersWhatOneOfThemChanged() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory());
        BlockInbox other = new BlockInbox()) {
      fixture.connect("connection-2", other.endpoints());
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      accepted(fixture.confirm(ids(fixture).getLast(), "BLK-9", number));
      assertThat(other.blocks).hasSize(1);
      String changed =
          block("BLK-9", "Updated", number, 6).replace("AllInOneGroup", "IndividualGroups");
      fixture.sendAndSettle("b-1", changed);
      assertThat(fixture.inbox.lastResult().success()).isTrue();
      assertThat(fixture.availability("2027-05-15")).isEqualTo(6);
      assertThat(fixture.inbox.blocks).hasSize(1);
      fixture.pass(Duration.ofHours(1));
      assertThat(other.last().spaceCategories().getFirst().allocatedSpaces())
          .as("sent once the first message is confirmed or its time is over")
          .isNotEmpty();
    }
  }

  @Test
  void refusesWhatBreaksARuleAndChangesNothing() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      assertThatThrownBy(() -> fixture.mews.blocks().create(fixture.property, order(2, "XYZ")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("XYZ");
      assertThatThrownBy(() -> fixture.mews.blocks().cancel(fixture.property, "17"))
          .hasMessageContaining("has no block 17");
      String number = fixture.mews.blocks().create(fixture.property, order(2));
      fixture.mews.blocks().cancel(fixture.property, number);
      assertThatThrownBy(() -> fixture.mews.blocks().change(fixture.property, number, order(3)))
          .hasMessageContaining("was cancelled");
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
    }
  }

  static SpaceCount count(String start, String end, int units) {
    return new SpaceCount(
        LocalDate.parse("2027-05-" + start), LocalDate.parse("2027-05-" + end), units);
  }

  private static List<String> ids(BlockFixture fixture) {
    return fixture.inbox.blocks.stream().map(each -> each.messageId()).toList();
  }

  private static List<Outgoing.State> states(BlockFixture fixture, String number) {
    return fixture.mews.blocks().messages(fixture.property, number).stream()
        .map(Outgoing::state)
        .toList();
  }

  private static void accepted(JsonNode answer) {
    assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
  }

  private static String error(JsonNode answer) {
    assertThat(answer.path("success").asBoolean(true)).isFalse();
    return answer.at("/errors/0/code").asInt() + " " + answer.at("/errors/0/message").asText();
  }
}
