package channelcert.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskingTest {
  private static final String CARD = "4111111111111111";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"clientToken" : "abc" }               | {"clientToken" : "masked:ba7816bf" }
          {"a":[{"connectionToken":"abc"}], "b":1} | {"a":[{"connectionToken":"masked:ba7816bf"}], "b":1}
          {"connections":[{"token":"abc"}]}      | {"connections":[{"token":"masked:ba7816bf"}]}
          {"clientToken":"","cvv":null}          | {"clientToken":"","cvv":null}
          {"clientToken":"masked:ba7816bf"}      | {"clientToken":"masked:ba7816bf"}
          {"CLIENTTOKEN":"abc"}                  | {"CLIENTTOKEN":"masked:ba7816bf"}
          {"clientToken":123,"x":1.50}           | {"clientToken":"masked:a665a459","x":1.50}
          {"clientToken":["abc",{"y":"abc"}],"y":"abc"} | {"clientToken":["masked:ba7816bf",{"y":"masked:ba7816bf"}],"y":"abc"}
          {"paymentCard":{"number":"4111111111111111","cvv":"737"}} | {"paymentCard":{"number":"411111******1111","cvv":"***"}}
          {"cardNumber":378282246310005}         | {"cardNumber":"378282*****0005"}
          {"number":"4111 1111-1111 1111"}       | {"number":"4111 11**-**** 1111"}
          {"number":"12345","cvv":737}           | {"number":"12345","cvv":"***"}
          {"client\\u0054oken":"abc"}            | {"client\\u0054oken":"masked:ba7816bf"}
          {"number":"\\u0034111111111111111"}    | {"number":"411111******1111"}
          {"code":"4111111111111111"}            | {"code":"4111111111111111"}
          """)
  void secretPropertiesAreMaskedAndNothingElseChanges(String sent, String kept) {
    assertThat(masked(sent.strip())).isEqualTo(kept.strip());
  }

  @Test
  void spacesLinesAndTextsOfAnyAlphabetStay() {
    String sent = "\r\n{ \"note\" :\t\"Zürich 東京 \uD83D\uDE00\\n\" ,\n\"clientToken\":\"ü\" }\n";
    String kept = sent.replace("\"ü\"", "\"" + Masking.token("ü") + "\"");
    assertThat(masked(sent)).isEqualTo(kept);
  }

  @Test
  void aBodyWithoutSecretsIsTheSameBody() {
    Body body = Body.of("{\"a\":[1,2,{\"b\":\"c\"}]}");
    assertThat(Masking.mask(body)).isSameAs(body);
    assertThat(Masking.mask(Body.EMPTY)).isSameAs(Body.EMPTY);
  }

  @Test
  void equalTokensStayEqualAndDifferentOnesDifferent() {
    assertThat(Masking.token("abc")).isEqualTo("masked:ba7816bf").isEqualTo(Masking.token("abc"));
    assertThat(Masking.token("abd")).isNotEqualTo(Masking.token("abc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"clientToken\":\"secret-1 and more\",",
        "{\"clientToken\":\"secret-1",
        "{\"clientToken\": secret-1}",
        "{'clientToken':'secret-1'}",
        "{\"client\\u0054oken\":\"secret-1\",}",
        "{\"a\":\"x, \"clientToken\":\"secret-1\"}",
        "{\"clientToken\":\"\\u0073ecret-1\"",
        "clientToken=secret-1&x=1",
        "<clientToken>secret-1</clientToken>",
        "\"{\\\"clientToken\\\":\\\"secret-1\\\"}\" x",
        "{\"a\":1}{\"clientToken\":\"secret-1\"} trailing",
        "{\"cvv\":\"secret-1\"",
        "{\"number\": 4111111111111111",
        "my card is 4111111111111111, thank you",
        "4111 1111 1111 1111",
        "<html>4111-1111-1111-1111</html>",
      })
  void brokenJsonAndOtherTextsKeepNoSecret(String sent) {
    assertThat(masked(sent))
        .doesNotContain("secret-1")
        .doesNotContain("and more")
        .doesNotContain("ecret")
        .doesNotContainPattern("1111[ -]?1111[ -]?1111");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE"})
  void anotherEncodingHidesNothing(String encoding) {
    String sent = "{\"clientToken\":\"secret-1\",\"number\":\"" + CARD + "\"}";
    byte[] bytes = sent.getBytes(Charset.forName(encoding));
    String kept = Masking.mask(Body.of(bytes)).text().replace("\0", "");
    assertThat(kept).contains("masked:").doesNotContain("secret-1").doesNotContain(CARD);
  }

  @Test
  void digitsThatAreNoCardStay() {
    String text = "order 4111111111111112 of 20270201 at +420 123 456 789";
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void anythingIsMaskedWithoutAFault() {
    for (String odd :
        new String[] {"{", "\\", "\"", "{\"clientToken\"", "{\"number\":", "\\u", "\0"}) {
      assertThat(masked(odd)).isNotNull();
    }
    assertThat(masked("[".repeat(100_000))).hasSize(100_000);
    assertThat(masked("{\"token\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"))
        .hasSize(100_010);
  }

  @Test
  void bodiesOfSixMegabytesAreQuick() {
    StringBuilder push = new StringBuilder("{\"clientToken\":\"c\",\"ratePrices\":[");
    while (push.length() < 6_000_000) {
      push.append(
              "{\"spaceTypeCode\":\"DBL\",\"from\":\"2027-02-01\",\"prices\":[{\"guestCount\":1,")
          .append("\"currencyCode\":\"EUR\",\"grossAmount\":100.50}]},");
    }
    Body body = Body.of(push.append("{}]}").toString().getBytes(StandardCharsets.UTF_8));
    assertThat(quickest(body)).isLessThan(Duration.ofMillis(150));
    Body plain = Body.of(body.text().replace("\"clientToken\"", "\"client\""));
    assertThat(quickest(plain)).isLessThan(Duration.ofMillis(100));
  }

  /** The bound is 50 ms; a busy machine is granted more. */
  private static Duration quickest(Body body) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      assertThat(Masking.mask(body).length()).isGreaterThan(5_000_000);
      best = Math.min(best, System.nanoTime() - start);
    }
    return Duration.ofNanos(best);
  }

  private static String masked(String sent) {
    return Masking.mask(Body.of(sent)).text();
  }
}
