package channelcert.mews.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Reply;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.mews.RequestAriUpdateRequest;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.control.ControlFixture;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each misbehaviour over real HTTP, set by the control API and read back from its messages. */
class MisbehaviourTest {
  private static final String ASK = "requestAriUpdate";

  private final ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void theNextCallsOfAMewsOperationGetTheChosenError() {
    order(
        "{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'ERROR','code':7,"
            + "'message':'Ordered','count':2}");
    for (int i = 0; i < 2; i++) {
      SimpleResponse answer = answered(ask());
      assertThat(answer.success()).isFalse();
      assertThat(answer.errors()).singleElement().extracting("message").isEqualTo("Ordered");
      assertThat(answer.errors()).singleElement().extracting("code.wire").isEqualTo(7);
    }
    assertThat(answered(ask()).success()).isTrue();
    assertThat(attempts(ASK))
        .extracting(each -> each.get("success").asBoolean())
        .containsExactly(false, false, true);
    assertThat(fixture.done("listMisbehaviours", "").at("/misbehaviours/0/applied").asInt())
        .isEqualTo(2);
  }

  @Test
  void aRuleWithoutCountHoldsUntilItIsForgotten() {
    order("{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'ERROR','code':1}");
    for (int i = 0; i < 3; i++) {
      assertThat(answered(ask()).success()).isFalse();
    }
    fixture.done("behave", "{'id':1}");
    assertThat(answered(ask()).success()).isTrue();
    assertThat(fixture.refused("behave", "{'id':1}")).startsWith("404 There is no rule 1");
  }

  @Test
  void anotherOperationIsLeftAlone() {
    order("{'operation':'getChannels','direction':'TO_MEWS','act':'ERROR','code':1}");
    assertThat(answered(ask()).success()).isTrue();
  }

  @Test
  void anAnswerIsDelayedAndThenComes() {
    order(
        "{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'DELAY','delayMillis':400,"
            + "'count':1}");
    long started = System.nanoTime();
    assertThat(answered(ask()).success()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void silenceLastsUntilTheCallerGivesUpAndNothingIsProcessed() {
    enable();
    order(
        "{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'NO_ANSWER',"
            + "'delayMillis':2500,'count':1}");
    assertThat(failed(ask())).contains("no answer within 2");
    assertThat(nothingWaits()).isTrue();
    await(ASK, 1);
    assertThat(attempts(ASK).getFirst().get("status").asInt()).isZero();
  }

  @Test
  void aMessageLostBeforeProcessingChangesNothing() {
    enable();
    order("{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'DROP_BEFORE','count':1}");
    failed(ask());
    assertThat(nothingWaits()).isTrue();
    await(ASK, 1);
    assertThat(attempts(ASK).getFirst().get("failure").asText()).contains("connection was closed");
    assertThat(answered(ask()).success()).isTrue();
    assertThat(nothingWaits()).isFalse();
  }

  @Test
  void aMessageWhoseAnswerIsLostIsProcessed() {
    enable();
    order("{'operation':'requestAriUpdate','direction':'TO_MEWS','act':'DROP_AFTER','count':1}");
    failed(ask());
    assertThat(nothingWaits()).isFalse();
    await(ASK, 1);
    assertThat(attempts(ASK).getFirst().get("failure").asText()).contains("connection was closed");
  }

  @Test
  void aPushIsDeliveredTwiceWithTheSameIdentifier() {
    order("{'operation':'updatePrices','direction':'TO_CHANNEL_MANAGER','act':'TWICE','count':1}");
    enable();
    List<UpdatePricesRequest> pushes = fixture.channelManager.received(UpdatePricesRequest.class);
    assertThat(pushes).hasSize(2);
    assertThat(pushes.getFirst()).isEqualTo(pushes.getLast());
    assertThat(nothingWaits()).isTrue();
    JsonNode message = messages("updatePrices").get(0);
    assertThat(message.get("attempts")).hasSize(2);
  }

  @Test
  void aPushLostOnItsWayIsSentAgainLater() {
    order(
        "{'operation':'updatePrices','direction':'TO_CHANNEL_MANAGER','act':'DROP_BEFORE',"
            + "'count':1}");
    enable();
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).isEmpty();
    assertThat(attempts("updatePrices").getFirst().get("failure").asText()).contains("ordered");
    later();
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(1);
    assertThat(nothingWaits()).isTrue();
  }

  @Test
  void aPushWhoseAnswerIsLostIsSentAgainAlthoughItArrived() {
    order(
        "{'operation':'updatePrices','direction':'TO_CHANNEL_MANAGER','act':'DROP_AFTER',"
            + "'count':1}");
    enable();
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(1);
    assertThat(nothingWaits()).isFalse();
    later();
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(2);
    assertThat(nothingWaits()).isTrue();
  }

  @Test
  void aPushIsDelayed() {
    order(
        "{'operation':'updatePrices','direction':'TO_CHANNEL_MANAGER','act':'DELAY',"
            + "'delayMillis':300,'count':1}");
    long started = System.nanoTime();
    enable();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
    assertThat(nothingWaits()).isTrue();
  }

  @Test
  void aRuleThatMakesNoSenseIsRefusedByName() {
    assertThat(refused("{'operation':'sing','direction':'TO_MEWS','act':'DELAY'}"))
        .startsWith("400 There is no operation sing")
        .contains("requestAriUpdate");
    assertThat(refused("{'operation':'getChannels','direction':'TO_MEWS','act':'ERROR'}"))
        .isEqualTo("400 A code belongs to ERROR, and only to it.");
    assertThat(refused("{'operation':'getChannels','direction':'TO_MEWS','act':'ERROR','code':99}"))
        .contains("code 99", "1 to 14");
    assertThat(refused("{'operation':'updatePrices','direction':'TO_MEWS','act':'TWICE'}"))
        .startsWith("400 There is no operation updatePrices");
    assertThat(
            refused("{'operation':'confirmGroup','direction':'TO_CHANNEL_MANAGER','act':'ERROR'}"))
        .startsWith("400 ERROR is for operations that Mews hosts");
  }

  private String refused(String rule) {
    return fixture.refused("misbehave", rule);
  }

  private void order(String rule) {
    fixture.done("misbehave", rule);
  }

  private void enable() {
    fixture.done(
        "enableKinds",
        "{'connection':'%s','kinds':['PRICES']}".formatted(ControlFixture.CONNECTION));
    fixture.tickUntilIdle();
  }

  private void later() {
    fixture.clock.advance(Duration.ofMinutes(10));
    fixture.tickUntilIdle();
  }

  private Reply<SimpleResponse> ask() {
    LocalDate today = LocalDate.of(2027, 1, 1);
    return new InventoryClient(fixture.caller)
        .requestAriUpdate(
            fixture.address(ASK),
            RequestAriUpdateRequest.builder()
                .clientToken(ControlFixture.CLIENT)
                .connectionToken(ControlFixture.CONNECTION)
                .from(today)
                .to(today.plusDays(3))
                .build());
  }

  private boolean nothingWaits() {
    return fixture.mews.awaitDelivered(ControlFixture.CONNECTION, Duration.ZERO);
  }

  private JsonNode messages(String operation) {
    return fixture
        .done("readMessages", "{'operation':'%s','bodies':true}".formatted(operation))
        .get("messages");
  }

  private List<JsonNode> attempts(String operation) {
    return messages(operation)
        .valueStream()
        .flatMap(message -> message.get("attempts").valueStream())
        .toList();
  }

  private void await(String operation, int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (attempts(operation).size() < count && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  private static SimpleResponse answered(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Answered<SimpleResponse> answered -> answered.body();
      case Reply.Failed<SimpleResponse> failed -> throw new AssertionError(failed.reason());
    };
  }

  private static String failed(Reply<SimpleResponse> reply) {
    return switch (reply) {
      case Reply.Answered<SimpleResponse> answered ->
          throw new AssertionError("answered " + answered.body());
      case Reply.Failed<SimpleResponse> failed -> failed.reason();
    };
  }
}
