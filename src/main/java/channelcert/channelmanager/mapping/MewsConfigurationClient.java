package channelcert.channelmanager.mapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import channelcert.channelmanager.mapping.Lookup.Found;
import channelcert.channelmanager.mapping.Lookup.Missed;
import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.mews.ConfigurationExtent;
import channelcert.contract.mews.ConnectionInfo;
import channelcert.contract.mews.GetChannelsRequest;
import channelcert.contract.mews.GetChannelsResponse;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.GetConfigurationResponse;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.GetPropertiesResponse;
import channelcert.contract.mews.InventoryMapping;
import channelcert.contract.mews.Product;
import channelcert.contract.mews.PropertyInfo;
import channelcert.contract.mews.RatePlan;
import channelcert.contract.mews.SetInventoryRequest;
import channelcert.contract.mews.SpaceCategory;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.contract.shared.Channel;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks Mews what there is to map. */
public final class MewsConfigurationClient {
  private static final String PREFIX = "/api/channelManager/v1/";
  private static final ConfigurationExtent EVERYTHING =
      ConfigurationExtent.builder()
          .includeUnsynchronizedRates(true)
          .includeUnsynchronizedCategories(true)
          .includeProducts(true)
          .includeAgeCategories(true)
          .build();

  private final PropertyClient properties;
  private final ConfigurationClient configurations;
  private final URI mewsUrl;
  private final String mewsClientToken;

  /**
   * Makes a client.
   *
   * @param mewsUrl base of the Mews side
   * @param mewsClientToken what we present to Mews
   */
  public MewsConfigurationClient(Caller caller, URI mewsUrl, String mewsClientToken) {
    this.properties = new PropertyClient(caller);
    this.configurations = new ConfigurationClient(caller);
    this.mewsUrl = mewsUrl;
    this.mewsClientToken = mewsClientToken;
  }

  /** Tokens of every connection that an employee of a property may see. */
  public Lookup<Set<String>> connectionTokens(String email) {
    GetPropertiesRequest request =
        GetPropertiesRequest.builder().clientToken(mewsClientToken).email(email).build();
    return read(
        properties.getProperties(address("getProperties"), request),
        GetPropertiesResponse.class,
        answer ->
            answer.properties().stream()
                .map(PropertyInfo::connections)
                .flatMap(MewsConfigurationClient::stream)
                .map(ConnectionInfo::token)
                .collect(toSet()));
  }

  /** Rates, categories, pairs and products of a connection, unsynchronized ones included. */
  public Lookup<PropertyConfiguration> configuration(String connectionToken) {
    GetConfigurationRequest request =
        GetConfigurationRequest.builder()
            .clientToken(mewsClientToken)
            .connectionToken(connectionToken)
            .extent(EVERYTHING)
            .build();
    return read(
        configurations.getConfiguration(address("getConfiguration"), request),
        GetConfigurationResponse.class,
        MewsConfigurationClient::configuration);
  }

  /** Names of the channels known to Mews, by code. */
  public Lookup<Map<Integer, String>> channels() {
    GetChannelsRequest request = GetChannelsRequest.builder().clientToken(mewsClientToken).build();
    return read(
        configurations.getChannels(address("getChannels"), request),
        GetChannelsResponse.class,
        answer ->
            answer.channels().stream()
                .collect(toMap(Channel::code, Channel::name, (one, other) -> other)));
  }

  /** Sends the complete set of sellable pairs; answers the same pairs once Mews took them. */
  public Lookup<List<Pair>> replaceInventory(String connectionToken, List<Pair> pairs) {
    SetInventoryRequest request =
        SetInventoryRequest.builder()
            .clientToken(mewsClientToken)
            .connectionToken(connectionToken)
            .inventoryMappings(pairs.stream().map(MewsConfigurationClient::mapping).toList())
            .build();
    return switch (configurations.setInventory(address("setInventory"), request)) {
      case Reply.Failed<SimpleResponse>(String reason) -> new Missed<>(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) -> {
        @Nullable String failure = failure(answer);
        yield failure == null ? new Found<>(pairs) : new Missed<>(failure);
      }
    };
  }

  private static InventoryMapping mapping(Pair pair) {
    return InventoryMapping.builder()
        .ratePlanCode(pair.ratePlanCode())
        .spaceTypeCode(pair.spaceTypeCode())
        .build();
  }

  private URI address(String operation) {
    return URI.create(mewsUrl + PREFIX + operation);
  }

  private static PropertyConfiguration configuration(GetConfigurationResponse answer) {
    List<Pair> pairs =
        answer.inventoryMappings().stream()
            .map(each -> new Pair(each.ratePlanCode(), each.spaceTypeCode()))
            .distinct()
            .toList();
    Map<String, Integer> products =
        stream(answer.products())
            .collect(toMap(Product::code, each -> each.pricing().wire(), (one, other) -> other));
    return new PropertyConfiguration(
        answer.property().name(),
        pairs,
        products,
        stream(answer.ratePlans()).map(MewsConfigurationClient::offered).toList(),
        stream(answer.spaceCategories()).map(MewsConfigurationClient::offered).toList());
  }

  private static OfferedRate offered(RatePlan rate) {
    return new OfferedRate(
        rate.code(), rate.name(), rate.currencyCode(), Boolean.TRUE.equals(rate.isSynchronized()));
  }

  private static OfferedCategory offered(SpaceCategory category) {
    Integer units = category.spaceCount();
    return new OfferedCategory(
        category.code(),
        category.name(),
        units == null ? 0 : units,
        Boolean.TRUE.equals(category.isSynchronized()));
  }

  /** The answer is either what was asked for or the published failure; only its content tells. */
  private static <A, T> Lookup<T> read(
      Reply<Object> reply, Class<A> form, Function<A, T> translation) {
    return switch (reply) {
      case Reply.Failed<Object>(String reason) -> new Missed<>(reason);
      case Reply.Answered<Object>(Object body) -> {
        try {
          @Nullable String failure =
              failure(Json.mapper().convertValue(body, SimpleResponse.class));
          yield failure == null
              ? new Found<>(translation.apply(Json.mapper().convertValue(body, form)))
              : new Missed<>(failure);
        } catch (IllegalArgumentException | NullPointerException wrongForm) {
          yield new Missed<>("Mews answered something that is no " + form.getSimpleName());
        }
      }
    };
  }

  private static @Nullable String failure(SimpleResponse answer) {
    if (Boolean.TRUE.equals(answer.success()) || answer.errors() == null) {
      return null;
    }
    return answer.errors().stream()
        .map(error -> error.message() + " (code " + error.code().wire() + ")")
        .collect(joining("; "));
  }

  private static <T> Stream<T> stream(@Nullable List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }
}
