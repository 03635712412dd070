package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.driver.BlockKindsCommand;
import channelcert.contract.driver.ChooseAnswersCommand;
import channelcert.contract.driver.PushKindName;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.exchange.Recorder;
import channelcert.http.watch.RequestObserver;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Final answers, answers that are confirmed afterwards, and kinds that are switched off. */
class AnswersTest {
  private static final Surroundings ASYNCHRONOUS =
      new Surroundings(true, RequestObserver.NONE, Recorder.NONE, Surroundings.USUAL_PUSH_BYTES);

  private static final Map<String, String> FIELDS =
      Map.of(
          "updateAvailability",
          "\"availabilities\":[{\"spaceTypeCode\":\"DBL\",\"from\":\"2027-01-01\",\"to\":\"2027-01-02\",\"availability\":4}]",
          "updatePrices",
          "\"ratePrices\":[{\"spaceTypeCode\":\"DBL\",\"ratePlanCode\":\"FLX\",\"from\":\"2027-01-01\",\"to\":\"2027-01-02\","
              + "\"prices\":[{\"guestCount\":1,\"currencyCode\":\"EUR\",\"grossAmount\":100,\"netAmount\":90}]}]",
          "updateRestrictions",
          "\"restrictions\":[{\"spaceTypeCode\":\"DBL\",\"ratePlanCode\":\"FLX\",\"from\":\"2027-01-01\",\"to\":\"2027-01-02\",\"state\":[1]}]");

  private static final Map<String, String> CONFIRMATIONS =
      Map.of(
          "updateAvailability", "processAvailabilityConfirmation",
          "updatePrices", "processRateConfirmation",
          "updateRestrictions", "processRestrictionConfirmation");

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void confirmsEveryPushOnceWhereTheSettingSaysAfterwards(DatabaseUrl url) {
    try (RunningSide running = ready(url)) {
      for (String operation : FIELDS.keySet()) {
        assertThat(push(running, operation, "m1"))
            .isEqualTo(SimpleResponse.builder().success(true).asyncConfirmation(true).build());
        running.side.tick();
        ConfirmationRequest confirmation = running.mews.pushConfirmations.getLast();
        assertThat(confirmation.relatedMessageId()).isEqualTo("m1");
        assertThat(confirmation.success()).isTrue();
        assertThat(confirmation.clientToken()).isEqualTo(PlayedMews.CLIENT_TOKEN);
        assertThat(confirmation.connectionToken()).isEqualTo(RunningSide.CONNECTION);
      }
      assertThat(running.ari("2027-01-01", "2027-01-02").availabilities())
          .singleElement()
          .satisfies(stored -> assertThat(stored.availability()).isEqualTo(4));
      assertThat(push(running, "updatePrices", "m1").asyncConfirmation()).isTrue();
      running.clock.advance(Duration.ofHours(1));
      running.side.tick();
      assertThat(running.mews.pushConfirmations).hasSize(3);
    }
  }

  @Test
  void aRefusedPushIsAnsweredFinallyAndNeverConfirmed() {
    try (RunningSide running = ready(Databases.inMemory())) {
      SimpleResponse answer =
          running.push(
              "updateAvailability",
              "m1",
              running.mews.responseUrl("processAvailabilityConfirmation"),
              of(FIELDS, "updateAvailability").replace("DBL", "TENT"));
      assertThat(answer.success()).isFalse();
      assertThat(answer.errors()).extracting(Error::code).containsExactly(ErrorCode.CATEGORY_ERROR);
      running.side.tick();
      assertThat(running.mews.pushConfirmations).isEmpty();
    }
  }

  @Test
  void confirmsAgainAfterCode1AndNotAfterAnotherRefusal() {
    try (RunningSide running = ready(Databases.inMemory())) {
      running.mews.answerNextPushConfirmation(ErrorCode.SYSTEM_ERROR, "Maintenance.");
      running.mews.answerNextPushConfirmation(ErrorCode.PROCESSING_ERROR, "Never heard of it.");
      push(running, "updatePrices", "m1");
      running.side.tick();
      assertThat(running.side.tick()).isFalse();
      running.clock.advance(Duration.ofSeconds(1));
      assertThat(running.side.tick()).isTrue();
      running.clock.advance(Duration.ofHours(1));
      running.side.tick();
      assertThat(running.mews.pushConfirmations).hasSize(2);
    }
  }

  @Test
  void nothingIsPostedToAnAddressThatIsNotMews() {
    try (RunningSide running = ready(Databases.inMemory());
        PlayedMews stranger = new PlayedMews("OTHER")) {
      for (String address :
          List.of(
              stranger.responseUrl("processRateConfirmation"),
              running.mews.url() + "@127.0.0.1:" + stranger.url().getPort() + "/x",
              running.mews.url() + ".evil.example/x",
              "file:///etc/passwd",
              "no address")) {
        SimpleResponse answer =
            running.push("updatePrices", "m-" + address, address, of(FIELDS, "updatePrices"));
        assertThat(answer.success()).isTrue();
        assertThat(answer.asyncConfirmation()).as(address).isFalse();
      }
      running.side.tick();
      assertThat(stranger.pushConfirmations).isEmpty();
      assertThat(running.mews.pushConfirmations).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aConnectionMayAnswerOtherwiseThanTheSettingSays(DatabaseUrl url) {
    try (RunningSide running = ready(url)) {
      block(running, List.of());
      assertThat(push(running, "updatePrices", "m0").asyncConfirmation()).isTrue();
      choose(running, false);
      assertThat(push(running, "updatePrices", "m1").asyncConfirmation()).isFalse();
    }
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      assertThat(push(running, "updatePrices", "m1").asyncConfirmation()).isFalse();
      choose(running, true);
      assertThat(push(running, "updatePrices", "m2").asyncConfirmation()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void kindsThatAreSwitchedOffAreRefusedWithTheirOwnCode(DatabaseUrl url) {
    Map<PushKindName, ErrorCode> codes =
        Map.of(
            PushKindName.AVAILABILITY, ErrorCode.AVAILABILITY_ERROR,
            PushKindName.PRICES, ErrorCode.PRICES_ERROR,
            PushKindName.RESTRICTIONS, ErrorCode.RESTRICTIONS_ERROR);
    Map<String, PushKindName> kinds =
        Map.of(
            "updateAvailability", PushKindName.AVAILABILITY,
            "updatePrices", PushKindName.PRICES,
            "updateRestrictions", PushKindName.RESTRICTIONS);
    try (RunningSide running = RunningSide.ready(url)) {
      for (PushKindName off : PushKindName.values()) {
        block(running, List.of(off));
        kinds.forEach(
            (operation, kind) -> {
              SimpleResponse answer = push(running, operation, "off-" + off + operation);
              assertThat(answer.success()).isEqualTo(kind != off);
              if (kind == off) {
                assertThat(answer.errors()).extracting(Error::code).containsExactly(codes.get(off));
              }
            });
      }
      block(running, List.of());
      assertThat(push(running, "updatePrices", "on").success()).isTrue();
    }
  }

  private static SimpleResponse push(RunningSide running, String operation, String messageId) {
    return running.push(
        operation,
        messageId,
        running.mews.responseUrl(of(CONFIRMATIONS, operation)),
        of(FIELDS, operation));
  }

  private static String of(Map<String, String> texts, String operation) {
    return Objects.requireNonNull(texts.get(operation));
  }

  private static RunningSide ready(DatabaseUrl url) {
    RunningSide running = new RunningSide(url, false, ASYNCHRONOUS);
    running.setUp(channelcert.contract.driver.Pricing.GROSS);
    return running;
  }

  private static void choose(RunningSide running, boolean asynchronous) {
    done(
        running.driver.chooseAnswers(
            running.driverAt("chooseAnswers"),
            ChooseAnswersCommand.builder()
                .connectionToken(RunningSide.CONNECTION)
                .asynchronous(asynchronous)
                .failNext(false)
                .build()));
  }

  private static void block(RunningSide running, List<PushKindName> kinds) {
    done(
        running.driver.blockKinds(
            running.driverAt("blockKinds"),
            BlockKindsCommand.builder()
                .connectionToken(RunningSide.CONNECTION)
                .kinds(kinds)
                .build()));
  }
}
