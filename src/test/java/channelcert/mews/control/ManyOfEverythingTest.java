package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.http.Json;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.store.DatabaseUrl;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two properties and two channel managers, set up and driven by the control API alone: one
 * connection for the enterprise, one for each of two spaces, one to another property.
 */
class ManyOfEverythingTest {
  private static final String HOSTEL =
      """
      {'propertyId':'north-hostel','name':'North Hostel','employeeEmail':'desk@north-hostel.example',
       'currencyCode':'EUR','timeZone':'Europe/Amsterdam','taxPercent':9,'pricingMode':'NET',
       'place':{'languageCode':'en-GB','addressLine':'Kade 2','city':'Amsterdam','zip':'1011 AB','country':'NL'},
       'categories':[{'code':'BED','name':'Bed','classification':8,'beds':1,'extraBeds':0,'units':20,'synchronised':true}],
       'ratePlans':[{'code':'FLX','name':'Flexible','synchronised':true}],
       'pairs':[{'ratePlanCode':'FLX','spaceTypeCode':'BED','gross':[30.00]}]}
      """;

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void eachConnectionHasItsOwnTokensAddressesMappingAndHorizon(DatabaseUrl url) {
    try (ControlFixture fixture = new ControlFixture(url);
        FakeChannelManager second = new FakeChannelManager()) {
      fixture.done("createProperty", "{'pricingMode':'GROSS'}");
      fixture.done("defineProperty", HOSTEL);
      FakeChannelManager first = fixture.channelManager;
      connect(fixture, "enterprise", "canal-house", "one", first, 30, "");
      connect(fixture, "suite", "canal-house", "two", second, 7, ",'categories':['STE']");
      connect(fixture, "dorm", "canal-house", "two", second, 8, ",'categories':['DRM']");
      connect(fixture, "hostel", "north-hostel", "two", second, 10, "");
      fixture.tickUntilIdle();

      assertThat(nights(first, "enterprise")).hasSize(30).contains("2027-01-30");
      assertThat(categories(first, "enterprise"))
          .containsExactly("BED", "DBL", "DRM", "SGL", "STE", "TWN");
      assertThat(categories(second, "suite")).containsExactly("STE");
      assertThat(nights(second, "suite")).hasSize(7);
      assertThat(categories(second, "dorm")).containsExactly("DRM");
      assertThat(nights(second, "dorm")).hasSize(8);
      assertThat(categories(second, "hostel")).containsExactly("BED");
      assertThat(nights(second, "hostel")).hasSize(10);
      assertThat(pushes(first)).allMatch(push -> push.clientToken().equals("mews-to-one"));
      assertThat(pushes(second)).allMatch(push -> push.clientToken().equals("mews-to-two"));

      first.received.clear();
      second.received.clear();
      fixture.done(
          "setAvailability",
          "{'propertyId':'canal-house','changes':[{'spaceTypeCode':'DRM','from':'2027-01-08',"
              + "'to':'2027-01-20','units':1}]}");
      fixture.tickUntilIdle();
      assertThat(nights(first, "enterprise")).hasSize(13);
      assertThat(nights(second, "dorm")).containsExactly("2027-01-08");
      assertThat(pushes(second)).hasSize(1);

      assertThat(seen(fixture, "one", "partner@canal-house.example")).containsExactly("enterprise");
      assertThat(seen(fixture, "two", "partner@canal-house.example"))
          .containsExactlyInAnyOrder("suite", "dorm");
      assertThat(seen(fixture, "two", "desk@north-hostel.example")).containsExactly("hostel");
      assertThat(fixture.done("listConnections", "{}").get("connections")).hasSize(4);
      assertThat(
              fixture.done("listConnections", "{'propertyId':'north-hostel'}").get("connections"))
          .hasSize(1);
    }
  }

  private static void connect(
      ControlFixture fixture,
      String token,
      String property,
      String client,
      FakeChannelManager channelManager,
      int horizon,
      String more) {
    fixture.done(
        "connect",
        """
        {'propertyId':'%s','channelManagerName':'Manager %s','connectionToken':'%s','clientToken':'mews-to-%s',
         'mewsClientToken':'%s','endpoints':%s,'horizonDays':%d%s}
        """
            .formatted(
                property,
                client,
                token,
                client,
                client,
                endpoints(channelManager.endpoints()),
                horizon,
                more));
    fixture.done("enableKinds", "{'connection':'%s','kinds':['AVAILABILITY']}".formatted(token));
  }

  private static String endpoints(Map<String, URI> endpoints) {
    return endpoints.entrySet().stream()
        .map(each -> "'%s':'%s'".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<UpdateAvailabilityRequest> pushes(FakeChannelManager channelManager) {
    return channelManager.received(UpdateAvailabilityRequest.class);
  }

  private static List<Availability> entries(FakeChannelManager channelManager, String token) {
    return pushes(channelManager).stream()
        .filter(push -> push.connectionToken().equals(token))
        .flatMap(push -> push.availabilities().stream())
        .toList();
  }

  private static Set<String> categories(FakeChannelManager channelManager, String token) {
    return entries(channelManager, token).stream()
        .map(Availability::spaceTypeCode)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> nights(FakeChannelManager channelManager, String token) {
    return entries(channelManager, token).stream()
        .flatMap(each -> each.from().datesUntil(each.to().plusDays(1)))
        .map(LocalDate::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> seen(ControlFixture fixture, String client, String email) {
    Object answer =
        MewsFixture.body(
            new PropertyClient(fixture.caller)
                .getProperties(
                    fixture.address("getProperties"),
                    GetPropertiesRequest.builder().clientToken(client).email(email).build()));
    return Json.mapper().valueToTree(answer).findValuesAsText("token");
  }
}
