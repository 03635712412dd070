package channelcert.certification.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Expectation;
import channelcert.certification.verdict.Requirement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservationTestsTest {
  @Test
  void rowsStandInThePublishedOrder() {
    assertThat(ReservationTests.rows())
        .extracting(CertificationTest::code)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 13).mapToObj(number -> "RES-" + number).toList());
  }

  @Test
  void idsAreStableWords() {
    assertThat(ReservationTests.rows())
        .extracting(CertificationTest::id)
        .containsExactly(
            "reservation/single-gross-create",
            "reservation/single-gross-modify",
            "reservation/single-gross-cancel",
            "reservation/single-net-create",
            "reservation/single-net-modify",
            "reservation/single-net-cancel",
            "reservation/multi-gross-create",
            "reservation/multi-gross-change",
            "reservation/multi-gross-cancel",
            "reservation/multi-net-create",
            "reservation/multi-net-change",
            "reservation/multi-net-cancel",
            "reservation/product");
  }

  @Test
  void onlyTheProductRowIsOptional() {
    assertThat(ReservationTests.rows())
        .filteredOn(row -> row.requirement() == Requirement.OPTIONAL)
        .extracting(CertificationTest::code)
        .containsExactly("RES-13");
  }

  @Test
  void rowsBuildOnlyOnRowsBeforeThem() {
    var rows = ReservationTests.rows();
    for (int place = 0; place < rows.size(); place++) {
      assertThat(rows.subList(0, place))
          .extracting(CertificationTest::id)
          .containsAll(rows.get(place).buildsOn());
    }
  }

  @Test
  void theSingleGrossBookingIsExpectedWithEverythingPublished() {
    assertThat(ReservationTests.rows().getFirst().expectations())
        .extracting(Expectation::id)
        .containsExactly(
            "delivered",
            "accepted",
            "one-group",
            "complete",
            "payment-type",
            "ordered",
            "amounts",
            "amounts-side",
            "card",
            "guests",
            "companion",
            "channel",
            "confirmed",
            "confirmation-answered",
            "stored",
            "read-back");
  }
}
