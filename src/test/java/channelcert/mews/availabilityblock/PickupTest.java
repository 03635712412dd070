package channelcert.mews.availabilityblock;

import static channelcert.mews.availabilityblock.BlockFixture.CONNECTION;
import static channelcert.mews.availabilityblock.BlockFixture.block;
import static channelcert.mews.availabilityblock.BlockFixture.order;
import static channelcert.mews.availabilityblock.StaffBlockTest.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.shared.Error;
import channelcert.http.Json;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.reservation.group.GuestCount;
import channelcert.mews.reservation.group.Stay;
import channelcert.mews.reservation.outgoing.StaffBooking;
import channelcert.mews.reservation.outgoing.StaffReservation;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bookings that take from blocks, and the release of what nobody took. */
class PickupTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aBookingTakesFromTheBlockAndNotFromSaleAndGivesBackToIt(DatabaseUrl url) {
    try (BlockFixture fixture = new BlockFixture(url)) {
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 2));
      fixture.book("g-1", "CM-1", "WED-33", 2);
      assertThat(fixture.inbox.bookings.getLast().error()).isNull();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(10);
      assertThat(occupied(fixture)).containsExactly("2027-05-14..2027-05-15 x1");

      fixture.book("g-2", "CM-1", "WED-33", 1);
      assertThat(occupied(fixture)).containsExactly("2027-05-14..2027-05-14 x1");
      fixture.book("g-3", "CM-1", null, 1);
      assertThat(occupied(fixture)).isEmpty();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(9);
      fixture.book("g-4", "CM-1", "WED-33", 1);
      fixture.book("g-5", "CM-1", null, 0);
      assertThat(occupied(fixture)).isEmpty();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(10);
    }
  }

  @Test
  void bookingsBeyondTheAllotmentTakeFromSale() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 2));
      for (int i = 1; i <= 3; i++) {
        fixture.book("g-" + i, "CM-" + i, "WED-33", 1);
      }
      assertThat(fixture.availability("2027-05-14")).isEqualTo(9);
      assertThat(occupied(fixture)).containsExactly("2027-05-14..2027-05-14 x3");
      BlockState state = fixture.mews.blocks().blocks(fixture.property).getFirst();
      assertThat(state.pickups().values()).singleElement(InstanceOfAssertFactories.LIST).hasSize(3);
    }
  }

  @Test
  void individualPickupsFormGroupsOfTheirOwn() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.sendAndSettle(
          "b-1", block("A", "Created", null, 2).replace("AllInOneGroup", "IndividualGroups"));
      fixture.book("g-1", "CM-1", "A", 1);
      fixture.book("g-2", "CM-2", "A", 1);
      assertThat(fixture.mews.blocks().blocks(fixture.property).getFirst().pickups()).hasSize(2);
    }
  }

  @Test
  void refusesUnknownAndCancelledBlocksAndKeepsBookingsOfCancelledOnes() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.book("g-1", "CM-1", "WED-33", 1);
      assertThat(bookingError(fixture)).startsWith("7 ").contains("WED-33");
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 2));
      String number = fixture.inbox.lastResult().confirmationNumber();
      fixture.book("g-2", "CM-2", "WED-33", 1);
      fixture.sendAndSettle("b-2", block("WED-33", "Canceled", number, 2));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(11);
      fixture.book("g-3", "CM-3", "WED-33", 1);
      assertThat(bookingError(fixture)).startsWith("7 ").contains("was cancelled");
      fixture.book("g-4", "CM-2", "WED-33", 2);
      assertThat(fixture.inbox.bookings.getLast().error()).isNull();
      assertThat(fixture.availability("2027-05-15")).isEqualTo(11);
    }
  }

  @Test
  void aBookingIntoAFullHotelThatTheBlockHoldsIsNoOverbooking() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 12));
      assertThat(fixture.availability("2027-05-14")).isZero();
      fixture.book("g-1", "CM-1", "WED-33", 1);
      assertThat(fixture.mews.observeBookings(CONNECTION, "").path("warnings")).isEmpty();
    }
  }

  @Test
  void tellsOthersWhatIsPickedUpAndNotTheOneWhoDidIt() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String number = fixture.mews.blocks().create(fixture.property, order(5));
      fixture.settle();
      fixture.confirm(fixture.inbox.lastMessage().messageId(), "BLK-9", number);
      fixture.book("g-1", "CM-1", "BLK-9", 1);
      assertThat(fixture.inbox.bookings.getLast().error()).isNull();
      assertThat(fixture.inbox.blocks).hasSize(1);

      fixture.mews.staff().create(fixture.property, staffBooking(number));
      fixture.settle();
      assertThat(fixture.inbox.last().spaceCategories().getFirst().occupiedSpaces())
          .containsExactly(count("14", "15", 2), count("15", "16", 1), count("16", "17", 0));
      assertThat(fixture.inbox.groups.getLast().availabilityBlockCode()).isEqualTo("BLK-9");
      assertThat(fixture.inbox.groups.getLast().availabilityBlockConfirmationNumber())
          .isEqualTo(number);
      assertThat(fixture.availability("2027-05-14")).isEqualTo(7);
    }
  }

  @Test
  void staffCannotTakeFromAnUnknownBlock() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      assertThatThrownBy(() -> fixture.mews.staff().create(fixture.property, staffBooking("17")))
          .hasMessageContaining("no block 17");
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aFixedReleaseReturnsEverythingOnItsDayAtTheProperty(DatabaseUrl url) {
    try (BlockFixture fixture = new BlockFixture(url)) {
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 4));
      fixture.book("g-1", "CM-1", "WED-33", 1);
      fixture.clock.set("2027-04-30T21:59:59Z");
      fixture.settle();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(8);
      fixture.pass(Duration.ofSeconds(1));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(11);
      assertThat(fixture.availability("2027-05-15")).isEqualTo(12);
      fixture.clock.set("2027-04-01T00:00:00Z");
      fixture.book("g-2", "CM-2", "WED-33", 1);
      assertThat(fixture.availability("2027-05-14"))
          .as("what is released stays released, whatever the clock says")
          .isEqualTo(10);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P3D, 2027-05-10T22:00:00Z",
    "P3DT, 2027-05-10T22:00:00Z",
    "p3dt4h30m, 2027-05-10T17:30:00Z",
    "P0DT6H, 2027-05-13T16:00:00Z"
  })
  void aRollingReleaseReturnsEachNightByItself(String offset, String firstRelease) {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory())) {
      String release = "{\"type\":\"Rolling\",\"offset\":\"" + offset + "\"}";
      fixture.sendAndSettle("b-1", block("A", "Created", null, release, 4));
      fixture.clock.set(firstRelease);
      fixture.clock.advance(Duration.ofSeconds(-1));
      fixture.settle();
      assertThat(fixture.availability("2027-05-14")).isEqualTo(8);
      fixture.pass(Duration.ofSeconds(1));
      assertThat(fixture.availability("2027-05-14")).isEqualTo(12);
      assertThat(fixture.availability("2027-05-15")).isEqualTo(8);
      fixture.pass(Duration.ofDays(2));
      assertThat(fixture.availability("2027-05-16")).isEqualTo(12);
      assertThat(fixture.mews.blocks().blocks(fixture.property).getFirst().nextRelease()).isNull();
    }
  }

  @Test
  void whatABlockHoldsAndReleasesIsPushed() {
    try (BlockFixture fixture = new BlockFixture(Databases.inMemory());
        FakeChannelManager other = new FakeChannelManager()) {
      fixture.connect("connection-2", other.endpoints());
      fixture.mews.enable("connection-2", EnumSet.of(InventoryKind.AVAILABILITY));
      fixture.settle();
      other.received.clear();
      fixture.sendAndSettle("b-1", block("WED-33", "Created", null, 4));
      assertThat(pushed(other)).containsExactly("DBL 2027-05-14..2027-05-16 = 8");
      fixture.book("g-1", "CM-1", "WED-33", 1);
      other.received.clear();
      fixture.clock.set("2027-05-01T00:00:00Z");
      fixture.settle();
      assertThat(pushed(other))
          .contains("DBL 2027-05-14..2027-05-14 = 11", "DBL 2027-05-15..2027-05-16 = 12");
    }
  }

  private static List<String> pushed(FakeChannelManager channelManager) {
    return channelManager.received(UpdateAvailabilityRequest.class).stream()
        .flatMap(push -> push.availabilities().stream())
        .map(
            each ->
                "%s %s..%s = %d"
                    .formatted(each.spaceTypeCode(), each.from(), each.to(), each.availability()))
        .toList();
  }

  private static StaffBooking staffBooking(@Nullable String number) {
    Stay stay = new Stay(LocalDate.of(2027, 5, 14), LocalDate.of(2027, 5, 16));
    return new StaffBooking(
        Json.mapper().createObjectNode().put("lastName", "Smit"),
        null,
        List.of(),
        List.of(StaffReservation.of("DBL", "FLX", stay, List.of(new GuestCount("Adult", 2)))),
        number);
  }

  private static String bookingError(BlockFixture fixture) {
    Error error = Objects.requireNonNull(fixture.inbox.bookings.getLast().error());
    return error.code().wire() + " " + error.message();
  }

  private static List<String> occupied(BlockFixture fixture) {
    return fixture.mews.blocks().blocks(fixture.property).getFirst().occupied().stream()
        .map(each -> each.nights().first() + ".." + each.nights().last() + " x" + each.units())
        .toList();
  }
}
