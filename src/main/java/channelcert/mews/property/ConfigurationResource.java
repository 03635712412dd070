package channelcert.mews.property;

import channelcert.contract.mews.GetChannelsRequest;
import channelcert.contract.mews.GetChannelsResponse;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.InventoryMapping;
import channelcert.contract.mews.SetInventoryRequest;
import channelcert.contract.mews.api.ConfigurationApi;
import channelcert.contract.shared.Channel;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything needed for mapping, and the mapped pairs. */
public final class ConfigurationResource implements ConfigurationApi {
  private final PropertyStore properties;
  private final ConnectionStore connections;
  private final MappingStore mappings;
  private final Channels channels;
  private final Function<Access.Granted, Nights> horizon;

  /**
   * Makes the resource.
   *
   * @param horizon nights that a connection is told of
   */
  public ConfigurationResource(
      PropertyStore properties,
      ConnectionStore connections,
      MappingStore mappings,
      Channels channels,
      Function<Access.Granted, Nights> horizon) {
    this.properties = properties;
    this.connections = connections;
    this.mappings = mappings;
    this.channels = channels;
    this.horizon = horizon;
  }

  @Override
  public Object getChannels(GetChannelsRequest request) {
    if (!connections.knowsClient(request.clientToken())) {
      return AnswerMapper.refused(
          Refusal.of(
              ErrorCode.INVALID_AUTHENTICATION,
              "The client token is unknown; send the one that Mews issued for this environment."));
    }
    return GetChannelsResponse.builder()
        .success(true)
        .channels(
            channels.known().stream()
                .map(known -> Channel.builder().code(known.code()).name(known.name()).build())
                .toList())
        .build();
  }

  @Override
  public Object getConfiguration(GetConfigurationRequest request) {
    return switch (properties.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied denied -> AnswerMapper.refused(denied.refusal());
      case Access.Granted granted ->
          new ConfigurationMapper(
                  properties.details(granted.property().id()),
                  mappings.mapping(request.connectionToken()),
                  channels.known())
              .configuration(request.connectionToken(), request.extent());
    };
  }

  @Override
  public SimpleResponse setInventory(SetInventoryRequest request) {
    return switch (properties.authenticate(request.clientToken(), request.connectionToken())) {
      case Access.Denied denied -> AnswerMapper.refused(denied.refusal());
      case Access.Granted granted -> setInventory(granted, pairs(request.inventoryMappings()));
    };
  }

  private static Set<Pair> pairs(List<InventoryMapping> mappings) {
    return mappings.stream()
        .map(mapping -> new Pair(mapping.ratePlanCode(), mapping.spaceTypeCode()))
        .collect(Collectors.toSet());
  }

  private SimpleResponse setInventory(Access.Granted granted, Set<Pair> wanted) {
    String token = granted.connection().token();
    Mapping mapping = mappings.mapping(token);
    List<Refusal> refusals =
        wanted.stream().flatMap(pair -> unknown(pair, mapping)).distinct().toList();
    if (!refusals.isEmpty()) {
      return AnswerMapper.refused(refusals);
    }
    mappings.replacePairs(token, wanted, horizon.apply(granted));
    return AnswerMapper.accepted();
  }

  private static Stream<Refusal> unknown(Pair pair, Mapping mapping) {
    boolean rate = mapping.ratePlans().containsKey(pair.ratePlanCode());
    boolean category = mapping.categories().containsKey(pair.spaceTypeCode());
    String rest =
        " is not mapped on the connection, so nothing was changed; read the"
            + " configuration for the codes in use.";
    if (rate && category) {
      return Stream.empty();
    }
    if (rate) {
      String message = "Category '" + pair.spaceTypeCode() + "'" + rest;
      return Stream.of(new Refusal(ErrorCode.CATEGORY_ERROR, message, null, pair.spaceTypeCode()));
    }
    if (category) {
      String message = "Rate '" + pair.ratePlanCode() + "'" + rest;
      return Stream.of(new Refusal(ErrorCode.RATE_ERROR, message, pair.ratePlanCode(), null));
    }
    String message =
        "Neither rate '" + pair.ratePlanCode() + "' nor category '" + pair.spaceTypeCode() + "'";
    return Stream.of(
        new Refusal(
            ErrorCode.RATE_CATEGORY_ERROR,
            message + rest,
            pair.ratePlanCode(),
            pair.spaceTypeCode()));
  }
}
