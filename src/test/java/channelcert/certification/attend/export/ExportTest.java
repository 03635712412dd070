package channelcert.certification.attend.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.attend.RefusedReply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  @Test
  void aCsvWithOtherHeadersAndSemicolonsIsRead() throws Exception {
    JsonNode stored =
        read(
            "rates.csv",
            """
            Room Type;Rate Plan;Date;Until;Guests;Amount;Stop sell;Min. stay;Remark
            DBL;FLX;2027-03-01;2027-03-03;2;118,43;;;nice
            DBL;FLX;2027-03-04;;;;x;3;
            """);
    assertThat(stored.path("prices").path(0).toString())
        .isEqualTo(
            "{\"spaceTypeCode\":\"DBL\",\"ratePlanCode\":\"FLX\",\"from\":\"2027-03-01\","
                + "\"to\":\"2027-03-03\",\"prices\":[{\"guestCount\":2,\"amount\":118.43}]}");
    assertThat(stored.path("restrictions").path(0).path("closed").asBoolean()).isTrue();
    assertThat(stored.path("restrictions").path(0).path("minLos").asInt()).isEqualTo(3);
    assertThat(stored.path("restrictions").path(0).path("to").asText()).isEqualTo("2027-03-04");
  }

  @Test
  void aJsonListIsRead() throws Exception {
    JsonNode stored =
        read("a.json", "{\"rows\":[{\"category\":\"DBL\",\"date\":\"2027-03-01\",\"units\":4}]}");
    assertThat(stored.path("availabilities").path(0).path("availability").asInt()).isEqualTo(4);
  }

  @Test
  void anXlsxWithDatesAndNumbersIsRead() throws Exception {
    JsonNode stored = Export.read("a.xlsx", workbook());
    assertThat(stored.path("availabilities").path(0).toString())
        .isEqualTo(
            "{\"spaceTypeCode\":\"DBL\",\"from\":\"2027-03-01\",\"to\":\"2027-03-01\","
                + "\"availability\":7}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a.pdf  | x                                              | neither .csv nor .json nor .xlsx
          a.xlsx | not a workbook                                 | no XLSX file, or a broken one
          a.json | [{]                                            | a.json is no JSON, line 1
          a.json | {"a":1}                                        | holds no list of entries
          a.csv  | category,date                                  | holds no line below its header
          a.csv  | category,date~DBL,2027-01-01                   | holds no value
          a.csv  | category,date~DBL,tomorrow                     | line 2: 'tomorrow' is no day
          a.csv  | code,date~DBL,2027-01-01                       | names no column 'category'
          a.csv  | room,room type,date~a,b,c                      | stands there twice
          a.csv  | category,date,price,guests,rate~DBL,01.03.2027,5,1,F | line 2: '01.03.2027' is no day
          a.csv  | category,date,available~DBL,2027-03-01,many    | line 2: 'many' is no whole number
          a.csv  | category,date,closed,rate~DBL,2027-03-01,maybe,F | neither yes nor no
          a.csv  | category,date,price,guests,rate~DBL,2027-03-01,"1,234",1,F | read in two ways
          a.csv  | category,from,to,units~DBL,2027-03-02,2027-03-01,1 | 'to' is before 'from'
          a.csv  | category,date,units~DBL,2027-03-01,1,2,3       | amounts with a comma need quotes
          """)
  void aBrokenExportIsRefusedInOneClearLine(String name, String content, String words) {
    assertThatThrownBy(() -> read(name, content.replace('~', '\n')))
        .isInstanceOf(RefusedReply.class)
        .hasMessageContaining(words)
        .message()
        .hasLineCount(1);
  }

  private static JsonNode read(String name, String content) throws RefusedReply {
    return Export.read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("ARI");
      sheet.value(0, 0, "Category");
      sheet.value(0, 1, "Date");
      sheet.value(0, 2, "Availability");
      sheet.value(1, 0, "DBL");
      sheet.value(1, 1, LocalDate.of(2027, 3, 1));
      sheet.style(1, 1).format("yyyy-MM-dd").set();
      sheet.value(1, 2, 7);
    }
    return bytes.toByteArray();
  }
}
