package channelcert.mews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PciProxyTest {
  @Test
  void replacesTheNumberOfATestCardAndDropsTheCvv() throws IOException {
    assertThat(
            through(
                """
                {"totalAmount":{"gross":250.00},"paymentCard":{"type":1,"number":"4111111111111111","cvv":"123","expireDate":"1022"}}\
                """))
        .isEqualTo(
            """
            {"totalAmount":{"gross":250.00},"paymentCard":{"type":1,"number":"4111110000001111","expireDate":"1022"}}\
            """);
    assertThat(TestCards.accepts("4111110000001111")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111112222221111", "4111110000001111", "5500000000000004"})
  void leavesNothingOfOtherCards(String number) throws IOException {
    String card =
        through("{\"availabilityBlock\":{\"paymentCard\":{\"number\":\"" + number + "\"}}}");

    assertThat(card)
        .isEqualTo("{\"availabilityBlock\":{\"paymentCard\":{\"number\":\"0000000000000000\"}}}");
    assertThat(TestCards.accepts("0000000000000000")).isFalse();
  }

  @Test
  void keepsWhatTheContractRefusesRefused() throws IOException {
    assertThat(
            through(
                """
                {"paymentCard":{"number":"4111 1111 1111 1111","cvv":"000"}}\
                """))
        .isEqualTo(
            """
            {"paymentCard":{"number":"not a card number","cvv":"000"}}\
            """);
    assertThat(through("{\"paymentCard\":{\"number\":4111111111111111,\"cvv\":[1]}}"))
        .isEqualTo("{\"paymentCard\":{\"number\":0,\"cvv\":0}}");
  }

  @Test
  void passesBrokenJsonAsItIs() throws IOException {
    assertThat(through("{\"paymentCard\":{\"num")).isEqualTo("{\"paymentCard\":{\"num");
  }

  private static String through(String body) throws IOException {
    return new String(
        PciProxy.withoutCards(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
