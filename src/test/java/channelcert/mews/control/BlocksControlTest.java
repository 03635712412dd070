package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Availability blocks through the control API. */
class BlocksControlTest {
  private static final String BLOCK =
      """
      {'name':'Dance festival','start':'2027-05-14','end':'2027-05-17','ratePlanCode':'FLX','release':{'offset':'P3D'},
       'pickupType':'INDIVIDUAL_GROUPS','booker':{'lastName':'Mulder'},
       'categories':[{'spaceTypeCode':'DBL','allotted':[{'start':'2027-05-14','end':'2027-05-17','units':%d}]}]}
      """;

  @Test
  void makesChangesCancelsAndReadsBlocks() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      JsonNode made = make(fixture, BLOCK.formatted(5));
      String number = made.path("confirmationNumber").asText();
      assertThat(made.path("state").asText()).isEqualTo("ACTIVE");
      assertThat(made.at("/categories/0/withheld/0/units").asInt()).isEqualTo(5);
      assertThat(made.path("nextRelease").asText()).isEqualTo("2027-05-10T22:00:00Z");
      assertThat(availability(fixture)).isEqualTo(7);

      JsonNode changed =
          fixture.done(
              "changeBlock",
              "{'propertyId':'canal-house','confirmationNumber':'%s','block':%s}"
                  .formatted(number, BLOCK.formatted(2)));
      assertThat(changed.at("/categories/0/allotted/0/units").asInt()).isEqualTo(2);
      assertThat(availability(fixture)).isEqualTo(10);

      fixture.done(
          "cancelBlock",
          "{'propertyId':'canal-house','confirmationNumber':'%s'}".formatted(number));
      assertThat(availability(fixture)).isEqualTo(12);
      JsonNode read = fixture.done("readBlocks", "{'propertyId':'canal-house'}");
      assertThat(read.path("blocks")).hasSize(1);
      assertThat(read.at("/blocks/0/state").asText()).isEqualTo("CANCELLED");
    }
  }

  @Test
  void refusesWhatIsUnknownOrBreaksARule() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      assertThat(refusedBlock(fixture, BLOCK.formatted(5).replace("DBL", "XYZ")))
          .startsWith("400 ")
          .contains("XYZ");
      assertThat(refusedBlock(fixture, BLOCK.formatted(5).replace("'offset':'P3D'", "")))
          .startsWith("400 ")
          .contains("block.release");
      assertThat(refusedBlock(fixture, BLOCK.formatted(5).replace("P3D", "3 days")))
          .startsWith("400 ")
          .contains("3 days");
      assertThat(refusedBlock(fixture, BLOCK.formatted(-1))).startsWith("400 ").contains("-1");
      assertThat(
              fixture.refused(
                  "cancelBlock", "{'propertyId':'canal-house','confirmationNumber':'17'}"))
          .startsWith("404 ");
      assertThat(fixture.refused("readBlocks", "{'propertyId':'nowhere'}")).startsWith("404 ");
      assertThat(availability(fixture)).isEqualTo(12);
    }
  }

  private static JsonNode make(ControlFixture fixture, String block) {
    return fixture.done("makeBlock", "{'propertyId':'canal-house','block':" + block + "}");
  }

  private static String refusedBlock(ControlFixture fixture, String block) {
    return fixture.refused("makeBlock", "{'propertyId':'canal-house','block':" + block + "}");
  }

  private static int availability(ControlFixture fixture) {
    JsonNode shown =
        fixture.done(
            "readAvailability",
            "{'connection':'%s','from':'2027-05-14','to':'2027-05-14'}"
                .formatted(ControlFixture.CONNECTION));
    for (JsonNode each : shown.path("availabilities")) {
      if (each.path("spaceTypeCode").asText().equals("DBL")) {
        return each.path("availability").asInt();
      }
    }
    throw new AssertionError(shown);
  }
}
