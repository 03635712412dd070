package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.shared.Amount;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.contract.shared.SimpleResponse;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void decimalsKeepTheirDigits() throws Exception {
    assertThat(read("{\"gross\":100.50,\"net\":-1e2}", Amount.class))
        .isEqualTo(new Amount(new BigDecimal("100.50"), new BigDecimal("-1e2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e3",
        "1e-7",
        "1e1000000",
        "1e9999999999",
        "1234567890123456789",
        "\"1\"",
        "true"
      })
  void otherDecimalsAreRefused(String number) {
    refused("{\"gross\":" + number + "}", Amount.class);
  }

  @Test
  void datesAreCalendarDays() throws Exception {
    assertThat(read("{\"from\":\"2028-02-29\"}", Availability.class).from())
        .isEqualTo(LocalDate.of(2028, 2, 29));
    for (String date :
        new String[] {
          "\"2027-02-29\"", "\"2027-1-1\"", "\"2027-01-01T00:00:00\"", "[2027,1,1]", "0", "\"\""
        }) {
      refused("{\"from\":" + date + "}", Availability.class);
    }
  }

  @Test
  void theGroupCodeOfAConfirmationMayBeANumber() throws Exception {
    for (String code : new String[] {"4711", "\"4711\""}) {
      String json = "{\"code\":" + code + "}";
      assertThat(read(json, ProcessGroupConfirmationRequest.class).code()).isEqualTo("4711");
    }
    refused("{\"code\":true}", ProcessGroupConfirmationRequest.class);
    refused("{\"messageId\":5,\"relatedMessageId\":5}", ProcessGroupConfirmationRequest.class);
  }

  @Test
  void listsHoldNoNull() {
    refused("{\"success\":false,\"errors\":[null]}", SimpleResponse.class);
  }

  @Test
  void treesKeepWhatWasSentButNoNumberThatNobodyCanCalculateWith() throws Exception {
    JsonNode tree = Json.mapper().readTree("{\"a\":0.1234567890123,\"b\":null}");
    assertThat(tree.path("a").decimalValue()).isEqualByComparingTo("0.1234567890123");
    assertThat(tree.path("b").isNull()).isTrue();
    refused("[{\"a\":1e1000000}]", JsonNode.class);
    assertThat(Json.mapper().readTree("")).isNotNull();
  }

  @Test
  void absentIsLeftOutWhenWriting() throws Exception {
    SimpleResponse answer = SimpleResponse.builder().success(true).build();
    assertThat(Json.mapper().writeValueAsString(answer)).isEqualTo("{\"success\":true}");
    assertThat(Json.mapper().writeValueAsString(ErrorCode.RATE_ERROR)).isEqualTo("9");
  }

  @Test
  void everyRuleOfTheContractIsChecked() throws Exception {
    int records = 0;
    for (JavaClass type : new ClassFileImporter().importPackages("channelcert.contract")) {
      if (type.isRecord()) {
        ContractRules.requireCheckable(type.reflect());
        records++;
      }
    }
    assertThat(records).isGreaterThan(50);
  }

  private static <T> T read(String json, Class<T> type) throws JacksonException {
    return Json.mapper().readValue(json, type);
  }

  private static void refused(String json, Class<?> type) {
    assertThatThrownBy(() -> read(json, type)).as(json).isInstanceOf(JacksonException.class);
  }
}
