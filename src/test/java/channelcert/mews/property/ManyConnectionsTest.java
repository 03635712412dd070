package channelcert.mews.property;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static channelcert.mews.MewsFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.mews.ConfigurationExtent;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.http.Json;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.store.DatabaseUrl;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several properties, channel managers and connections, none of which disturbs another. */
class ManyConnectionsTest {
  private static final String HOUSE = "canal-house";
  private static final String OTHER_CLIENT = "other-token";

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void connectionsOfOnePropertyStaySeparate(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised();
        FakeChannelManager other = new FakeChannelManager()) {
      ConnectionEditing connections = fixture.mews.editing().connections();
      connections.create(connection("connection-2", HOUSE, OTHER_CLIENT, other, 10), Set.of());
      fixture.mews.enable("connection-2", EnumSet.of(InventoryKind.AVAILABILITY));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received).isEmpty();
      assertThat(other.received(UpdateAvailabilityRequest.class))
          .isNotEmpty()
          .allMatch(message -> message.connectionToken().equals("connection-2"))
          .allMatch(message -> message.clientToken().equals("mews-to-" + OTHER_CLIENT))
          .flatMap(UpdateAvailabilityRequest::availabilities)
          .allMatch(each -> each.to().isBefore(TODAY.plusDays(10)));
      assertThat(other.received(UpdatePricesRequest.class)).isEmpty();

      other.received.clear();
      other.answerNext(FakeChannelManager.refusal(10, null, "DBL"));
      fixture.mews.changeAvailability(
          HOUSE, List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 1), 3)));
      fixture.tickUntilIdle();

      assertThat(fixture.mews.isSynchronised("connection-2", "DBL")).isFalse();
      assertThat(fixture.mews.isSynchronised(CONNECTION, "DBL")).isTrue();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(1);
      assertThat(fixture.mews.notices(CONNECTION)).isEmpty();
      assertThat(fixture.mews.notices("connection-2")).hasSize(1);

      connections.disable(CONNECTION);
      fixture.tickUntilIdle();
      assertThat(configuration(fixture, CLIENT, CONNECTION).at("/errors/0/code").asInt())
          .isEqualTo(3);
      assertThat(configuration(fixture, OTHER_CLIENT, "connection-2").at("/success").asBoolean())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aPropertyMayHaveOneConnectionPerSpace(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url);
        FakeChannelManager other = new FakeChannelManager()) {
      ConnectionEditing connections = fixture.mews.editing().connections();
      for (String space : List.of("STE", "DRM")) {
        connections.create(
            connection("space-" + space, HOUSE, OTHER_CLIENT, other, 7), Set.of(space));
        fixture.mews.enable("space-" + space, EnumSet.allOf(InventoryKind.class));
      }
      fixture.tickUntilIdle();

      for (String space : List.of("STE", "DRM")) {
        assertThat(categories(other, "space-" + space)).containsOnly(space);
        JsonNode configuration = configuration(fixture, OTHER_CLIENT, "space-" + space);
        assertThat(configuration.at("/spaceCategories").findValuesAsText("code"))
            .containsExactly(space);
        assertThat(configuration.at("/inventoryMappings").findValuesAsText("spaceTypeCode"))
            .hasSize(5)
            .containsOnly(space);
      }

      other.received.clear();
      fixture.mews.changeAvailability(
          HOUSE, List.of(new AvailabilityChange("DRM", Nights.of(TODAY, 1), 1)));
      fixture.tickUntilIdle();
      assertThat(other.received(UpdateAvailabilityRequest.class))
          .extracting(UpdateAvailabilityRequest::connectionToken)
          .containsExactly("space-DRM");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aClientSeesItsOwnConnectionsOnly(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url);
        FakeChannelManager other = new FakeChannelManager()) {
      PropertyEditing editing = fixture.mews.editing();
      editing.create(PropertyEditingTest.hostel());
      ConnectionEditing connections = editing.connections();
      connections.create(connection("connection-2", HOUSE, OTHER_CLIENT, other, 7), Set.of());
      connections.create(connection("connection-3", HOUSE, OTHER_CLIENT, other, 7), Set.of("STE"));
      connections.create(connection("hostel-1", "north-hostel", OTHER_CLIENT, other, 7), Set.of());

      assertThat(tokens(fixture, CLIENT, "partner@canal-house.example"))
          .containsExactly(CONNECTION);
      assertThat(tokens(fixture, OTHER_CLIENT, "partner@canal-house.example"))
          .containsExactly("connection-2", "connection-3");
      assertThat(tokens(fixture, OTHER_CLIENT, "desk@north-hostel.example"))
          .containsExactly("hostel-1");
      assertThat(tokens(fixture, CLIENT, "desk@north-hostel.example")).isEmpty();
      assertThat(configuration(fixture, CLIENT, "connection-2").at("/errors/0/code").asInt())
          .isEqualTo(8);

      connections.delete("connection-2");
      assertThat(tokens(fixture, OTHER_CLIENT, "partner@canal-house.example"))
          .containsExactly("connection-3");
    }
  }

  private static Set<String> categories(FakeChannelManager channelManager, String token) {
    return Stream.of(
            channelManager.received(UpdateAvailabilityRequest.class).stream()
                .filter(message -> message.connectionToken().equals(token))
                .flatMap(message -> message.availabilities().stream())
                .map(each -> each.spaceTypeCode()),
            channelManager.received(UpdateRestrictionsRequest.class).stream()
                .filter(message -> message.connectionToken().equals(token))
                .flatMap(message -> message.restrictions().stream())
                .map(each -> each.spaceTypeCode()))
        .flatMap(codes -> codes)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static NewConnection connection(
      String token,
      String propertyId,
      String client,
      FakeChannelManager channelManager,
      int horizonDays) {
    return new NewConnection(
        token,
        propertyId,
        "Channel manager of " + client,
        client,
        "mews-to-" + client,
        channelManager.endpoints(),
        false,
        horizonDays,
        7,
        100);
  }

  private static List<String> tokens(MewsFixture fixture, String client, String email) {
    Object answer =
        body(
            new PropertyClient(fixture.caller)
                .getProperties(
                    fixture.address("getProperties"),
                    GetPropertiesRequest.builder().clientToken(client).email(email).build()));
    return Json.mapper().valueToTree(answer).findValuesAsText("token");
  }

  private static JsonNode configuration(MewsFixture fixture, String client, String token) {
    return Json.mapper()
        .valueToTree(
            body(
                new ConfigurationClient(fixture.caller)
                    .getConfiguration(
                        fixture.address("getConfiguration"),
                        GetConfigurationRequest.builder()
                            .clientToken(client)
                            .connectionToken(token)
                            .extent(ConfigurationExtent.builder().build())
                            .build())));
  }
}
