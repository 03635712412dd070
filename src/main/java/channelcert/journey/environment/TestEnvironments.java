package channelcert.journey.environment;

import channelcert.journey.cases.Action;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Details;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.EndpointUse;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.RegisteredEndpoint;
import channelcert.journey.people.Person;
import channelcert.journey.people.SecretTokens;
import channelcert.journey.workflow.Effect;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Connection;
import channelcert.mews.property.NewConnection;
import channelcert.mews.property.PricingMode;
import channelcert.mews.property.Property;
import channelcert.mews.property.PropertyChange;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives every case a property, connections and tokens of its own at the Mews side. */
public final class TestEnvironments implements EndpointUse {
  private static final int HORIZON_DAYS = 365;
  private static final int CHUNK_DAYS = 365;
  private static final int MAX_ITEMS = 5000;

  private final MewsControl mews;
  private final ConnectionStore connections;
  private final EndpointStore endpoints;
  private final SecretTokens tokens;

  public TestEnvironments(
      MewsControl mews, ConnectionStore connections, EndpointStore endpoints, SecretTokens tokens) {
    this.mews = mews;
    this.endpoints = endpoints;
    this.connections = connections;
    this.tokens = tokens;
  }

  /** What the effects of steps do at the Mews side. */
  public Map<Effect, Action> actions() {
    Map<Effect, Action> actions = new EnumMap<>(Effect.class);
    actions.put(Effect.PROVISION, (found, input, by) -> provision(found, Environment.TEST, by));
    actions.put(
        Effect.ISSUE_PRODUCTION_TOKEN,
        (found, input, by) -> provision(found, Environment.PRODUCTION, by));
    actions.put(Effect.ENABLE_CONNECTION, (found, input, by) -> enable(found, Environment.TEST));
    actions.put(Effect.START_PILOT, (found, input, by) -> enable(found, Environment.PRODUCTION));
    actions.put(Effect.REVOKE_TOKENS, (found, input, by) -> revoke(found));
    return actions;
  }

  /** The partner sees its token with the step, where the partner takes it. */
  private Action.Prepared provision(
      CertificationCase found, Environment environment, @Nullable Person by) {
    Property property = property(found, environment);
    String client = tokens.next();
    List<CaseChange> changes = new ArrayList<>();
    for (String category : categories(found, property, environment)) {
      int number = changes.size() + 1;
      Connection made =
          mews.editing()
              .connections()
              .create(
                  wanted(found, environment, property, client),
                  category.isEmpty() ? Set.of() : Set.of(category));
      changes.add(
          connections.add(
              new CaseConnection(
                  found.id(),
                  environment,
                  number,
                  property.id(),
                  email(found, environment),
                  category,
                  made.token(),
                  client)));
    }
    if (by == null || by.role().isMews()) {
      return new Action.Prepared(List.copyOf(changes), List.of());
    }
    changes.add(ConnectionStore.shown(environment, by.id()));
    return new Action.Prepared(
        List.copyOf(changes), SecretDesk.secrets(environment, client, email(found, environment)));
  }

  private Property property(CertificationCase found, Environment environment) {
    Property made = mews.createReferenceProperty(PricingMode.GROSS);
    mews.editing().edit(made.id(), new PropertyChange(null, email(found, environment), null, null));
    return mews.property(made.id());
  }

  /**
   * One connection of everything, or one for each category where the partner works that way. The
   * tests need a connection of everything also then: it is the first one.
   */
  private static List<String> categories(
      CertificationCase found, Property property, Environment environment) {
    if (!Details.of(found.details()).get("connectionPerSpace").asBoolean()) {
      return List.of("");
    }
    List<String> categories =
        new ArrayList<>(environment == Environment.TEST ? List.of("") : List.of());
    property.categories().forEach(each -> categories.add(each.code()));
    return categories;
  }

  private static String email(CertificationCase found, Environment environment) {
    return (environment == Environment.TEST ? "demo-" : "live-") + found.id() + "@mews.example";
  }

  private NewConnection wanted(
      CertificationCase found, Environment environment, Property property, String client) {
    Details details = Details.of(found.details());
    return new NewConnection(
        null,
        property.id(),
        found.application(),
        client,
        client,
        endpoints.of(found.id(), environment).stream()
            .collect(Collectors.toMap(RegisteredEndpoint::operation, RegisteredEndpoint::address)),
        details.get("sources").asBoolean(),
        details.get("horizonDays").asInt(HORIZON_DAYS),
        details.get("chunkDays").asInt(CHUNK_DAYS),
        details.get("maxItems").asInt(MAX_ITEMS));
  }

  private Action.Prepared enable(CertificationCase found, Environment environment) {
    for (CaseConnection each : connections.of(found.id(), environment)) {
      mews.enable(each.connectionToken(), EnumSet.allOf(InventoryKind.class));
    }
    return Action.Prepared.of();
  }

  private Action.Prepared revoke(CertificationCase found) {
    for (Environment environment : Environment.values()) {
      for (CaseConnection each : connections.of(found.id(), environment)) {
        mews.editing().connections().revokeClientToken(each.connectionToken(), each.clientToken());
        mews.editing().connections().disable(each.connectionToken());
      }
    }
    return Action.Prepared.of(ConnectionStore.revokeAll());
  }

  @Override
  public void registered(
      CertificationCase found,
      Environment environment,
      Map<String, URI> addresses,
      @Nullable String clientToken) {
    for (CaseConnection each : connections.of(found.id(), environment)) {
      mews.editing().connections().endpoints(each.connectionToken(), addresses);
      if (clientToken != null && !clientToken.isBlank()) {
        mews.editing()
            .connections()
            .tokenTowardsChannelManager(each.connectionToken(), clientToken.strip());
      }
    }
  }
}
