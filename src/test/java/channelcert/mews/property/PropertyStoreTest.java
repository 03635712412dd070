package channelcert.mews.property;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.shared.ErrorCode;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyStoreTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void makesTheReferencePropertyAndItsTwin(DatabaseUrl url) {
    try (Database database = Database.open(url, Part.MEWS)) {
      PropertyStore store = new PropertyStore(database);
      Property property = store.createReference(PricingMode.GROSS);
      Property twin = store.createReference(PricingMode.NET);

      assertThat(store.property("canal-house"))
          .usingRecursiveComparison()
          .ignoringCollectionOrder()
          .isEqualTo(property);
      assertThat(property.pairs()).hasSize(36);
      assertThat(twin.id()).isEqualTo("canal-house-net");
      assertThat(store.createReference(PricingMode.GROSS).id()).isEqualTo("canal-house-2");
      assertThat(store.details("canal-house").standingGross().get(new Property.Pair("FLX", "DBL")))
          .containsExactly(
              new BigDecimal("100.00"), new BigDecimal("120.00"), new BigDecimal("140.00"));
      assertThat(store.details("canal-house").presentation())
          .isEqualTo(ReferenceProperty.with(PricingMode.GROSS, "canal-house").presentation());
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void opensAConnectionOnlyToTheClientItBelongsTo(DatabaseUrl url) {
    try (Database database = Database.open(url, Part.MEWS)) {
      PropertyStore store = new PropertyStore(database);
      ConnectionStore connections = new ConnectionStore(database);
      String id = store.createReference(PricingMode.GROSS).id();
      connections.create(connection(id, "their-token"), "connection-1");
      connections.create(connection(id, "other-token"), "connection-2");

      assertThat(store.authenticate("their-token", "connection-1"))
          .isInstanceOf(Access.Granted.class);
      assertThat(store.authenticate("their-token", "connection-2"))
          .isInstanceOfSatisfying(
              Access.Denied.class,
              denied ->
                  assertThat(denied.refusal().code()).isEqualTo(ErrorCode.INVALID_AUTHENTICATION));
      assertThat(connections.listings("partner@canal-house.example", "their-token"))
          .singleElement()
          .satisfies(
              listing -> assertThat(listing.connectionTokens()).containsExactly("connection-1"));
    }
  }

  private static NewConnection connection(String propertyId, String clientToken) {
    return new NewConnection(
        null,
        propertyId,
        "Example channel manager",
        clientToken,
        "mews-token",
        Map.of("updatePrices", URI.create("http://127.0.0.1:1/updatePrices")),
        false,
        365,
        365,
        5000);
  }
}
