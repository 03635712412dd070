package channelcert.mews.reservation.outgoing;

import static channelcert.mews.reservation.outgoing.StaffFixture.CONNECTION;
import static channelcert.mews.reservation.outgoing.StaffFixture.booking;
import static channelcert.mews.reservation.outgoing.StaffFixture.stay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.contract.Spec;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.ReservationToChm;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.Source;
import channelcert.contract.shared.SourceType;
import channelcert.http.Json;
import channelcert.mews.message.Outgoing;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StaffDeskTest {
  private static final MaskedCard CARD =
      new MaskedCard(1, "41111*******1111", "1022", "card-1", "E Smit");

  @Test
  void sendsTheSampleOfABookingThatOriginatesAtTheProperty() throws Exception {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.desk().create(fixture.property, booking(stay().paidWith(CARD)));
      fixture.settle();

      ProcessGroupToChmRequest sent = fixture.inbox.last();
      assertThat(
              Spec.violations(
                  "channel-manager-operations.yaml",
                  "/components/schemas/ProcessGroupToChmRequest",
                  Json.mapper().writeValueAsString(sent)))
          .isEmpty();
      assertThat(sent.responseUrl())
          .isEqualTo(fixture.mews.url() + "/api/channelManager/v1/processGroupConfirmation");
      assertThat(sent.clientToken()).isEqualTo("mews-token");
      assertThat(sent.channelManagerId()).isNull();
      assertThat(sent.totalAmount()).isEqualTo(amount("250.00", "229.36"));
      assertThat(sent.sources())
          .containsExactly(new Source(924, "WEB", SourceType.PROPERTY_MANAGEMENT_SYSTEM, true));
      ReservationToChm reservation = only(sent);
      assertThat(reservation.confirmationNumber()).isEqualTo("100001");
      assertThat(reservation.code()).isNull();
      assertThat(reservation.state()).isEqualTo(1);
      assertThat(reservation.timeState()).isEqualTo(1);
      assertThat(reservation.amounts())
          .containsExactly(amount("120.00", "110.09"), amount("130.00", "119.27"));
      assertThat(reservation.paymentCardData())
          .extracting(card -> card.obfuscatedNumber(), card -> card.identifier())
          .containsExactly("41111*******1111", "card-1");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void takesSpacesAndGivesThemBack(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url)) {
      int units = fixture.availability("DBL", "2027-04-01");
      fixture.enableAvailability();
      assertThat(fixture.mews.awaitDelivered(CONNECTION, Duration.ZERO)).isTrue();

      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      assertThat(fixture.availability("DBL", "2027-04-01")).isEqualTo(units - 1);
      assertThat(fixture.availability("DBL", "2027-04-02")).isEqualTo(units - 1);
      assertThat(fixture.availability("DBL", "2027-04-03")).isEqualTo(units);
      assertThat(fixture.mews.awaitDelivered(CONNECTION, Duration.ZERO)).isFalse();

      fixture.mews.discardPending(CONNECTION);
      fixture.desk().cancel(fixture.property, group.id());
      assertThat(fixture.availability("DBL", "2027-04-01")).isEqualTo(units);
      assertThat(fixture.mews.awaitDelivered(CONNECTION, Duration.ZERO)).isFalse();
    }
  }

  @Test
  void takesPricesFromThePriceListAndKeepsThemWhileTheStayIsTheSame() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group =
          fixture.desk().create(fixture.property, booking(stay("DBL", "2027-04-05", 1)));
      BigDecimal listed = group.reservations().getFirst().definition().total().gross();
      assertThat(listed).isEqualByComparingTo("120.00");

      HouseGroup cheaper =
          fixture
              .desk()
              .change(
                  fixture.property,
                  group.id(),
                  booking(
                      stay("DBL", "2027-04-05", 1)
                          .numbered("100001")
                          .priced(List.of(new BigDecimal("99.00")))));
      HouseGroup same =
          fixture
              .desk()
              .change(
                  fixture.property,
                  cheaper.id(),
                  booking(stay("DBL", "2027-04-05", 1).numbered("100001")));
      assertThat(same.total().gross()).isEqualByComparingTo("99.00");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void handsTheCodesBackInEveryLaterMessage(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url)) {
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();
      fixture.confirm(fixture.inbox.last().messageId(), "CM-2001", "100001=01");
      fixture
          .desk()
          .change(
              fixture.property,
              group.id(),
              booking(stay().numbered("100001"), stay("SGL", "2027-04-01", 1)));
      fixture.settle();

      ProcessGroupToChmRequest changed = fixture.inbox.last();
      assertThat(changed.channelManagerId()).isEqualTo("CM-2001");
      assertThat(changed.reservations())
          .extracting(
              ReservationToChm::confirmationNumber, ReservationToChm::code, ReservationToChm::state)
          .containsExactly(tuple("100001", "01", 2), tuple("100002", null, 1));

      fixture.confirm(changed.messageId(), "CM-2001", "100001=01", "100002=02");
      fixture.restart();
      fixture.desk().move(fixture.property, group.id(), "100001", TimeState.CHECKED_IN);
      fixture.settle();
      assertThat(fixture.inbox.last().reservations())
          .extracting(ReservationToChm::code, ReservationToChm::timeState)
          .containsExactly(tuple("01", 2), tuple("02", 1));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRMED", "CHECKED_IN", "CHECKED_OUT"})
  void sendsTheProgressOfTheStay(TimeState state) {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      fixture.desk().create(fixture.property, booking(stay().in(state)));
      fixture.settle();
      assertThat(only(fixture.inbox.last()).timeState()).isEqualTo(state.code());
      assertThat(only(fixture.inbox.last()).state()).isEqualTo(1);
    }
  }

  @Test
  void keepsOptionalBookingsToThePropertyButTakesTheirSpaces() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      int units = fixture.availability("DBL", "2027-04-01");
      HouseGroup group =
          fixture.desk().create(fixture.property, booking(stay().in(TimeState.OPTIONAL)));
      fixture.settle();
      assertThat(fixture.inbox.received).isEmpty();
      assertThat(fixture.availability("DBL", "2027-04-01")).isEqualTo(units - 1);

      fixture.desk().move(fixture.property, group.id(), "100001", TimeState.CONFIRMED);
      fixture.settle();
      assertThat(only(fixture.inbox.last()).state()).isEqualTo(1);
      HouseGroup second =
          fixture.desk().create(fixture.property, booking(stay().in(TimeState.OPTIONAL)));
      fixture.desk().cancel(fixture.property, second.id());
      fixture.settle();
      assertThat(fixture.inbox.received).hasSize(1);
    }
  }

  @Test
  void sendsCancelledAndNoShowAsState3AndTheWholeCancellationEmpty() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group =
          fixture
              .desk()
              .create(
                  fixture.property,
                  booking(stay(), stay("SGL", "2027-04-01", 1), stay("TWN", "2027-04-01", 1)));
      confirmed(fixture);
      fixture.desk().move(fixture.property, group.id(), "100001", TimeState.NO_SHOW);
      fixture.settle();
      confirmed(fixture);
      fixture.desk().move(fixture.property, group.id(), "100002", TimeState.CANCELED);
      fixture.settle();

      ProcessGroupToChmRequest sent = fixture.inbox.last();
      assertThat(sent.reservations())
          .extracting(ReservationToChm::state, ReservationToChm::timeState)
          .containsExactly(tuple(3, 5), tuple(3, 4), tuple(2, 1));
      assertThat(sent.totalAmount())
          .isEqualTo(java.util.Objects.requireNonNull(sent.reservations()).get(2).totalAmount());
      confirmed(fixture);

      fixture.desk().move(fixture.property, group.id(), "100001", TimeState.CANCELED);
      fixture.settle();
      confirmed(fixture);
      fixture.desk().cancel(fixture.property, group.id());
      fixture.settle();
      assertThat(fixture.inbox.last().reservations()).isEmpty();
      assertThat(fixture.inbox.last().channelManagerId()).isEqualTo("CM-1");
    }
  }

  @Test
  void cancelsWhatANewDefinitionLeavesOut() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      HouseGroup group =
          fixture.desk().create(fixture.property, booking(stay(), stay("SGL", "2027-04-01", 1)));
      HouseGroup changed =
          fixture.desk().change(fixture.property, group.id(), booking(stay().numbered("100001")));
      assertThat(changed.reservations())
          .extracting(HouseReservation::timeState)
          .containsExactly(TimeState.CONFIRMED, TimeState.CANCELED);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void changesABookingOfAChannelManagerTowardsThatOneOnly(DatabaseUrl url) {
    try (StaffFixture fixture = new StaffFixture(url);
        GroupInbox other = new GroupInbox()) {
      fixture.connect("connection-2", Map.of("processGroup", other.address()));
      fixture.book("m-1", "CM-77");
      fixture.settle();
      HouseGroup group = fixture.desk().groups(fixture.property).getFirst();
      fixture.desk().move(fixture.property, group.id(), "100001", TimeState.CHECKED_IN);
      fixture.settle();

      assertThat(other.received).isEmpty();
      ProcessGroupToChmRequest sent = fixture.inbox.last();
      assertThat(sent.channelManagerId()).isEqualTo("CM-77");
      assertThat(sent.channelId()).isEqualTo("EXP-1");
      assertThat(sent.sources()).extracting(Source::name).containsExactly("Expedia");
      assertThat(sent.comments()).containsExactly("Late");
      assertThat(only(sent).code()).isEqualTo("01");
      assertThat(only(sent).timeState()).isEqualTo(2);
      confirmed(fixture);

      int units = fixture.availability("DBL", "2027-03-01");
      fixture.desk().cancel(fixture.property, group.id());
      fixture.settle();
      assertThat(fixture.inbox.last().reservations()).isEmpty();
      assertThat(fixture.availability("DBL", "2027-03-01")).isEqualTo(units + 1);
      assertThat(
              fixture
                  .mews
                  .observeBookings(CONNECTION, "CM-77")
                  .path("groups")
                  .path(0)
                  .path("state")
                  .asText())
          .isEqualTo("CANCELLED");
    }
  }

  @Test
  void tellsEveryActiveConnectionWithTheEndpoint() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory());
        GroupInbox other = new GroupInbox()) {
      fixture.connect("connection-2", Map.of("processGroup", other.address()));
      fixture.connect("connection-3", Map.of());
      HouseGroup group = fixture.desk().create(fixture.property, booking(stay()));
      fixture.settle();

      assertThat(fixture.inbox.received).hasSize(1);
      assertThat(other.received).hasSize(1);
      assertThat(fixture.desk().messages(fixture.property, group.id()))
          .extracting(Outgoing::connectionToken)
          .containsExactly("connection-1", "connection-2");
    }
  }

  @Test
  void refusesWhatBreaksARuleAndChangesNothing() {
    try (StaffFixture fixture = new StaffFixture(Databases.inMemory())) {
      int units = fixture.availability("DBL", "2027-04-01");
      refused(fixture, booking(stay("XYZ", "2027-04-01", 1)), "not sold");
      refused(fixture, booking(stay().priced(List.of(BigDecimal.TEN))), "1 prices for 2 nights");
      refused(fixture, booking(stay(), stay().numbered("4711")), "no reservation 4711");
      refused(fixture, booking(), "at least one reservation");
      assertThat(fixture.availability("DBL", "2027-04-01")).isEqualTo(units);
      assertThat(fixture.desk().groups(fixture.property)).isEmpty();
      assertThatThrownBy(() -> new MaskedCard(1, "4111111111111111", "1022", "id", null))
          .hasMessageContaining("masked");
    }
  }

  private static void refused(StaffFixture fixture, StaffBooking booking, String reason) {
    assertThatThrownBy(() -> fixture.desk().create(fixture.property, booking))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static void confirmed(StaffFixture fixture) {
    fixture.settle();
    assertThat(
            fixture
                .confirm(
                    fixture.inbox.last().messageId(), "CM-1", "100001=01", "100002=02", "100003=03")
                .path("success")
                .asBoolean())
        .isTrue();
  }

  private static ReservationToChm only(ProcessGroupToChmRequest sent) {
    assertThat(sent.reservations()).hasSize(1);
    return sent.reservations().getFirst();
  }

  private static Amount amount(String gross, String net) {
    return new Amount(new BigDecimal(gross), new BigDecimal(net));
  }
}
