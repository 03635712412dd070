package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.driver.BookingCommand;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReservationOrder;
import channelcert.store.DatabaseUrl;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A booking starts over under its reference while the one before is still being confirmed. */
class RestartedBookingTest {
  private static final int ROUNDS = 50;
  private static final List<String> CODES =
      IntStream.rangeClosed(1, 5).mapToObj("0%d"::formatted).toList();

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void neitherOrderNorConfirmationIsEverInTheWayOfTheOther(DatabaseUrl url) throws Exception {
    try (RunningSide running = RunningSide.ready(url);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      order(running);
      assertThat(running.side.tick()).isTrue();
      String confirmation = confirmation(running.mews.groups.getLast().messageId());
      List<Callable<Void>> both =
          List.of(
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  order(running);
                }
                return null;
              },
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  assertThat(running.send("confirmGroup", confirmation).success()).isTrue();
                }
                return null;
              });
      for (Future<Void> each : threads.invokeAll(both)) {
        each.get();
      }
    }
  }

  private static void order(RunningSide running) {
    BookingOrder order =
        BookingOrder.builder()
            .channelManagerId("CM-1")
            .channelId("OTA-1")
            .pricing(Pricing.GROSS)
            .currencyCode("EUR")
            .customer(new Person("Ada", "Visser"))
            .reservations(CODES.stream().map(RestartedBookingTest::reservation).toList())
            .build();
    done(
        running.driver.sendBooking(
            running.driverAt("sendBooking"), new BookingCommand(RunningSide.CONNECTION, order)));
  }

  private static ReservationOrder reservation(String code) {
    LocalDate arrival = LocalDate.parse("2027-03-01");
    return ReservationOrder.builder()
        .code(code)
        .spaceTypeCode("DBL")
        .ratePlanCode("FLX")
        .from(arrival)
        .to(arrival.plusDays(1))
        .nightAmounts(List.of(new BigDecimal("120.00")))
        .adults(2)
        .children(0)
        .build();
  }

  private static String confirmation(String messageId) {
    String pairs =
        String.join(
            ",",
            CODES.stream()
                .map("{\"code\":\"%1$s\",\"confirmationNumber\":\"1002%1$s\"}"::formatted)
                .toList());
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","relatedMessageId":"%s",
     "channelManagerId":"CM-1","reservations":[%s]}
    """
        .formatted(messageId, pairs);
  }
}
