package channelcert.certification.verdict;

import static channelcert.certification.verdict.Evidence.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static final List<String> SPACES = List.of("SGL", "DBL", "STE", "DRM", "BED");
  private static final List<String> RATES = List.of("FLX", "NRF", "LST", "CRP", "PKG");

  @Test
  void fiveByFiveIsEnough() {
    Finding finding = mapped(SPACES, RATES, 9, 4, 11, 16, 8);
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).doesNotContain("note");
  }

  @Test
  void missingDormitoriesAreOnlyNoted() {
    Finding finding = mapped(SPACES, RATES, 9, 4, 11, 14, 15);
    assertThat(finding.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(finding.actual()).contains("a dormitory and a dorm bed are recommended");
  }

  @Test
  void fourCategoriesOrRatesAreTooFew() {
    assertThat(mapped(SPACES.subList(0, 4), RATES, 9, 4, 11, 16, 8).verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(mapped(SPACES, RATES.subList(0, 4), 9, 4, 11, 16, 8).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void aMappingThatNobodyReportedProvesNothing() {
    assertThat(
            Evidence.empty()
                .setUp(property(1, 9, 4, 11, 16, 8), Evidence.empty())
                .judgedBy(Cover.fiveCategoriesAndRates())
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aPushOfEveryCategoryIsComplete() {
    Evidence evidence = Evidence.empty().setUp(property(1, 9, 4, 11, 16, 8), Evidence.empty());
    evidence.push(PushKind.AVAILABILITY, availability("2027-01-01", "2027-01-01"), OK);
    assertThat(evidence.judgedBy(Cover.everythingPushed(PushKind.AVAILABILITY)).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(evidence.judgedBy(Cover.everythingPushed(PushKind.PRICES)).actual())
        .contains("SGL/FLX");
  }

  @Test
  void aFullPushHasNoGap() {
    Evidence evidence =
        full(
            availability("2027-01-01", "2027-01-02"), OK, availability("2027-01-03", "2027-01-03"));
    assertThat(evidence.judgedBy(FullCover.of(PushKind.AVAILABILITY)).verdict())
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void whatWasRefusedIsAGapOfTheCandidate() {
    Finding finding =
        full(
                availability("2027-01-01", "2027-01-02"),
                "{\"success\":false}",
                availability("2027-01-03", "2027-01-03"))
            .judgedBy(FullCover.of(PushKind.AVAILABILITY));
    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(finding.actual()).contains("10 not accepted", "BED 2027-01-01");
  }

  @Test
  void whatWasNeverPushedIsOurFault() {
    Evidence evidence =
        full(
            availability("2027-01-01", "2027-01-01"), OK, availability("2027-01-03", "2027-01-03"));
    assertThatThrownBy(() -> evidence.judgedBy(FullCover.of(PushKind.AVAILABILITY)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasNotDeliveredInTimeIsAGapOfTheCandidate() {
    Evidence evidence =
        full(availability("2027-01-01", "2027-01-01"), OK, availability("2027-01-03", "2027-01-03"))
            .fact("delivered", "false");
    assertThat(evidence.judgedBy(FullCover.of(PushKind.AVAILABILITY)).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  private static Evidence full(String first, String answer, String second) {
    return Evidence.empty()
        .setUp(property(3, 9, 4, 11, 16, 8), Evidence.empty())
        .push(PushKind.AVAILABILITY, first, answer)
        .push(PushKind.AVAILABILITY, second, OK);
  }

  private static Finding mapped(List<String> spaces, List<String> rates, int... kinds) {
    List<String> pairs = new ArrayList<>();
    for (String space : spaces) {
      for (String rate : rates) {
        pairs.add(pair(space, rate));
      }
    }
    Evidence exchanges =
        Evidence.empty()
            .driver("setUpConnection", "{}", "{\"mappings\":[" + String.join(",", pairs) + "]}");
    return Evidence.empty()
        .setUp(property(1, kinds), exchanges)
        .judgedBy(Cover.fiveCategoriesAndRates());
  }

  private static String property(int nights, int... kinds) {
    List<String> categories = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < SPACES.size(); i++) {
      categories.add(
          "{\"code\":\""
              + SPACES.get(i)
              + "\",\"capacity\":2,\"classification\":"
              + kinds[i]
              + "}");
      for (String rate : RATES) {
        pairs.add(pair(SPACES.get(i), rate));
      }
    }
    return "{\"today\":\"2027-01-01\",\"horizonNights\":"
        + nights
        + ",\"taxPercent\":9,\"categories\":["
        + String.join(",", categories)
        + "],\"pairs\":["
        + String.join(",", pairs)
        + "]}";
  }

  private static String pair(String space, String rate) {
    return "{\"ratePlanCode\":\"" + rate + "\",\"spaceTypeCode\":\"" + space + "\"}";
  }

  private static String availability(String from, String to) {
    List<String> items = new ArrayList<>();
    for (String space : SPACES) {
      items.add(
          "{\"spaceTypeCode\":\""
              + space
              + "\",\"from\":\""
              + from
              + "\",\"to\":\""
              + to
              + "\",\"availability\":3}");
    }
    return "{\"availabilities\":[" + String.join(",", items) + "]}";
  }
}
