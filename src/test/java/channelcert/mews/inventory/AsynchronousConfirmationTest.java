package channelcert.mews.inventory;

import static channelcert.mews.FakeChannelManager.ACCEPTED_FOR_LATER;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static channelcert.mews.MewsFixture.body;
import static channelcert.mews.MewsFixture.confirmation;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.MewsFixture;
import channelcert.store.Databases;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsynchronousConfirmationTest {
  private MewsFixture fixture;

  @BeforeEach
  void pushForLater() {
    fixture = MewsFixture.connected(Databases.inMemory()).synchronised();
    fixture.channelManager.answerNext(ACCEPTED_FOR_LATER);
    fixture.mews.requestFullUpdate(CONNECTION, Nights.of(TODAY, 1), Set.of(InventoryKind.PRICES));
    fixture.tickUntilIdle();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void countsAsDeliveredOnlyWhenItIsConfirmed() {
    assertThat(fixture.isDelivered()).isFalse();
    assertThat(pushes()).hasSize(1);

    assertThat(confirm(confirmation(pushes().getFirst().messageId(), true)).success()).isTrue();
    fixture.tickUntilIdle();

    assertThat(fixture.isDelivered()).isTrue();
    assertThat(pushes()).hasSize(1);
  }

  @Test
  void aRepeatedConfirmationSucceedsAndIsIgnored() {
    String messageId = pushes().getFirst().messageId();
    confirm(confirmation(messageId, true));
    fixture.tickUntilIdle();

    assertThat(confirm(refused(messageId)).success()).isTrue();
    fixture.tickUntilIdle();

    assertThat(fixture.mews.isSynchronised(CONNECTION, "FLX")).isTrue();
  }

  @Test
  void errorsOfAConfirmationHaveTheirEffects() {
    confirm(refused(pushes().getFirst().messageId()));
    fixture.tickUntilIdle();

    assertThat(fixture.mews.isSynchronised(CONNECTION, "FLX")).isFalse();
    assertThat(pushes()).hasSize(2);
    assertThat(fixture.isDelivered()).isTrue();
  }

  @Test
  void anUnknownMessageIsRefusedWithCode6() {
    SimpleResponse answer = confirm(confirmation("no-such-message", true));

    assertThat(answer.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION_ERROR))
        .satisfies(error -> assertThat(error.message()).contains("no-such-message"));
  }

  @Test
  void sendsAgainWhenTheConfirmationDoesNotComeInTime() {
    fixture.clock.advance(Duration.ofMinutes(15));
    fixture.tickUntilIdle();
    assertThat(pushes()).hasSize(1);

    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.tickUntilIdle();
    assertThat(pushes()).hasSize(2);
    assertThat(fixture.isDelivered()).isTrue();
  }

  @Test
  void takesALateConfirmationWhileNothingNewerWasSent() {
    fixture.clock.advance(Duration.ofMinutes(15));
    fixture.tickUntilIdle();
    confirm(confirmation(pushes().getFirst().messageId(), true));

    fixture.clock.advance(Duration.ofSeconds(1));
    fixture.tickUntilIdle();
    assertThat(pushes()).hasSize(1);
    assertThat(fixture.isDelivered()).isTrue();
  }

  private List<UpdatePricesRequest> pushes() {
    return fixture.channelManager.received(UpdatePricesRequest.class);
  }

  private static ConfirmationRequest refused(String messageId) {
    Error error =
        Error.builder()
            .code(ErrorCode.RATE_ERROR)
            .message("Rate FLX is not mapped")
            .rateCode("FLX")
            .build();
    return confirmation(messageId, false).with().errors(List.of(error)).build();
  }

  private SimpleResponse confirm(ConfirmationRequest request) {
    URI responseUrl = URI.create(pushes().getFirst().responseUrl());
    return body(new InventoryClient(fixture.caller).processRateConfirmation(responseUrl, request));
  }
}
