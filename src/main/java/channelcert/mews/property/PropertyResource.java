package channelcert.mews.property;

import channelcert.contract.mews.ConnectionInfo;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.GetPropertiesResponse;
import channelcert.contract.mews.PropertyInfo;
import channelcert.contract.mews.api.PropertyApi;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.AnswerMapper;
import channelcert.mews.Refusal;
import channelcert.mews.property.ConnectionStore.Listing;
import java.util.List;

/** Lists the properties of an employee with the connections of the calling client. */
public final class PropertyResource implements PropertyApi {
  private final ConnectionStore connections;

  public PropertyResource(ConnectionStore connections) {
    this.connections = connections;
  }

  @Override
  public Object getProperties(GetPropertiesRequest request) {
    if (!connections.knowsClient(request.clientToken())) {
      return denied(
          "The client token is unknown; send the one that Mews issued for this environment.");
    }
    List<Listing> listings = connections.listings(request.email(), request.clientToken());
    if (listings.isEmpty()) {
      return denied(
          "No property has an employee with the verified e-mail '"
              + request.email()
              + "'; ask the property for the address that its employee uses in Mews.");
    }
    return GetPropertiesResponse.builder()
        .success(true)
        .properties(listings.stream().map(PropertyResource::property).toList())
        .build();
  }

  private static Object denied(String message) {
    return AnswerMapper.refused(Refusal.of(ErrorCode.INVALID_AUTHENTICATION, message));
  }

  private static PropertyInfo property(Listing listing) {
    List<ConnectionInfo> connections =
        listing.connectionTokens().stream()
            .map(token -> ConnectionInfo.builder().token(token).build())
            .toList();
    return PropertyInfo.builder()
        .id(listing.propertyId())
        .name(listing.name())
        .connections(connections.isEmpty() ? null : connections)
        .build();
  }
}
