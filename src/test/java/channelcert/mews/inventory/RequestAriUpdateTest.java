package channelcert.mews.inventory;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static channelcert.mews.MewsFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.mews.RequestAriUpdateRequest;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.MewsFixture;
import channelcert.store.Databases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestAriUpdateTest {
  private MewsFixture fixture;

  @BeforeEach
  void connect() {
    fixture = MewsFixture.connected(Databases.inMemory()).synchronised();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void sendsAllKindsOfTheNightsInsideTheHorizonWhateverTheFiltersSay() {
    SimpleResponse answer = request(TODAY.minusDays(3), TODAY.plusYears(2));
    fixture.tickUntilIdle();

    assertThat(answer.success()).isTrue();
    List<Availability> availabilities =
        fixture
            .channelManager
            .received(UpdateAvailabilityRequest.class)
            .getFirst()
            .availabilities();
    assertThat(availabilities)
        .hasSize(6)
        .allSatisfy(item -> assertThat(item.from()).isEqualTo(TODAY))
        .allSatisfy(item -> assertThat(item.to()).isEqualTo(TODAY.plusDays(364)));
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(1);
    assertThat(fixture.channelManager.received(UpdateRestrictionsRequest.class)).hasSize(1);
  }

  @Test
  void acceptsNightsThatAreOverWithoutSendingAnything() {
    assertThat(request(TODAY.minusDays(3), TODAY.minusDays(1)).success()).isTrue();
    fixture.tickUntilIdle();

    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).isEmpty();
  }

  @Test
  void refusesAnIntervalThatEndsBeforeItStartsWithCode6() {
    assertThat(request(TODAY.plusDays(3), TODAY.plusDays(2)).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
  }

  private SimpleResponse request(LocalDate from, LocalDate to) {
    return body(
        new InventoryClient(fixture.caller)
            .requestAriUpdate(
                fixture.address("requestAriUpdate"),
                RequestAriUpdateRequest.builder()
                    .clientToken(CLIENT)
                    .connectionToken(CONNECTION)
                    .from(from)
                    .to(to)
                    .ariType(List.of())
                    .spaceTypeCodes(List.of("SGL"))
                    .build()));
  }
}
