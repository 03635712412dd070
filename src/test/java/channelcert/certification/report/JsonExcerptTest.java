package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.exchange.Body;
import org.junit.jupiter.api.Test;

class JsonExcerptTest {
  @Test
  void setsJsonOutInLinesAndKeepsNumbers() {
    JsonExcerpt excerpt = JsonExcerpt.of(Body.of("{\"a\":120.00,\"b\":1e1000000}"), 4_000);
    assertThat(excerpt.text()).isEqualTo("{\n  \"a\": 120.00,\n  \"b\": 1e1000000\n}");
    assertThat(excerpt.cut()).isFalse();
  }

  @Test
  void stopsAtTheLength() {
    String many = "[" + "{\"night\":\"2027-01-01\"},".repeat(500_000) + "{}]";
    JsonExcerpt excerpt = JsonExcerpt.of(Body.of(many), 100);
    assertThat(excerpt.text()).hasSize(100);
    assertThat(excerpt.cut()).isTrue();
  }

  @Test
  void showsWhatIsNotJsonAsItCame() {
    assertThat(JsonExcerpt.of(Body.of("<h1>Bad gateway"), 100).text()).isEqualTo("<h1>Bad gateway");
    assertThat(JsonExcerpt.of(Body.of("{\"a\":1,"), 100).text()).isEqualTo("{\"a\":1,");
    String deep = "[".repeat(10_000);
    assertThat(JsonExcerpt.of(Body.of(deep), 100).text()).isEqualTo("[".repeat(100));
  }

  @Test
  void neverCutsACharacterInTwo() {
    assertThat(JsonExcerpt.of(Body.of("x😀😀"), 2).text()).isEqualTo("x");
  }
}
