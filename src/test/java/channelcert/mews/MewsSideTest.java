package channelcert.mews;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.http.Json;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The running side, whose engines work by themselves. */
class MewsSideTest {
  private final FakeChannelManager channelManager = new FakeChannelManager();
  private final Database database = Database.open(Databases.inMemory(), Part.MEWS);
  private MewsSide mews;
  private Property property;

  @BeforeEach
  void connect() {
    mews =
        MewsSide.start(
            MewsSettings.loopback(database, Clock.systemUTC(), () -> UUID.randomUUID().toString()));
    property = mews.createReferenceProperty(PricingMode.GROSS);
    mews.connect(
        new NewConnection(
            CONNECTION,
            property.id(),
            "Example channel manager",
            CLIENT,
            "mews-token",
            channelManager.endpoints(),
            false,
            365,
            365,
            5000));
  }

  @AfterEach
  void close() {
    mews.close();
    channelManager.close();
    database.close();
  }

  @Test
  void pushesByItselfWhatAHotelierChanges() {
    mews.enable(CONNECTION, EnumSet.of(InventoryKind.AVAILABILITY));
    assertThat(mews.awaitDelivered(CONNECTION, Duration.ofSeconds(20))).isTrue();
    channelManager.received.clear();
    LocalDate night = mews.today(property.id()).plusDays(40);

    mews.changeAvailability(
        property.id(), List.of(new AvailabilityChange("STE", Nights.of(night, 3), 1)));

    assertThat(mews.awaitDelivered(CONNECTION, Duration.ofSeconds(20))).isTrue();
    assertThat(channelManager.received(UpdateAvailabilityRequest.class))
        .singleElement()
        .satisfies(push -> assertThat(push.availabilities()).hasSize(1))
        .satisfies(push -> assertThat(push.responseUrl()).startsWith(mews.url().toString()));
    assertThat(mews.observeAvailability(CONNECTION, Nights.of(night, 4)).path("availabilities"))
        .extracting(entry -> entry.path("availability").asInt())
        .contains(1, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/push/0426f19b66715a93",
        "/v1/push/b2721c9a0351d553",
        "/api/channelManager/v1/processGroup"
      })
  void takesBookingsAtEveryAddressOfTheOperation(String path) throws Exception {
    LocalDate arrival = mews.today(property.id()).plusDays(10);
    JsonNode answer =
        post(
            path,
            """
            {"clientToken":"%s","connectionToken":"%s","messageId":"m1","channelManagerId":"CM-1","channelId":"CH-1",
             "currencyCode":"EUR","totalAmount":{"gross":120.00},"paymentType":3,
             "customer":{"lastName":"Visser"},
             "paymentCard":{"type":1,"number":"4111111111111111","expireDate":"1022","cvv":"123"},
             "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","state":1,
               "from":"%s","to":"%s","guestCounts":[{"code":"Adult","count":2}],
               "amounts":[{"gross":120.00}],"totalAmount":{"gross":120.00}}]}
            """
                .formatted(CLIENT, CONNECTION, arrival, arrival.plusDays(1)));

    assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
  }

  private JsonNode post(String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(mews.url() + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      return Json.mapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    }
  }
}
