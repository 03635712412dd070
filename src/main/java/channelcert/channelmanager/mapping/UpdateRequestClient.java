package channelcert.channelmanager.mapping;

import channelcert.contract.Caller;
import channelcert.contract.Reply;
import channelcert.contract.mews.RequestAriUpdateRequest;
import channelcert.contract.mews.client.InventoryClient;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.SimpleResponse;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Asks Mews to send everything again. */
public final class UpdateRequestClient {
  private final InventoryClient client;
  private final URI address;
  private final String mewsClientToken;

  /**
   * Makes a client.
   *
   * @param mewsUrl base of the Mews side
   * @param mewsClientToken what we present to Mews
   */
  public UpdateRequestClient(Caller caller, URI mewsUrl, String mewsClientToken) {
    this.client = new InventoryClient(caller);
    this.address = URI.create(mewsUrl + InventoryClient.REQUEST_ARI_UPDATE.path());
    this.mewsClientToken = mewsClientToken;
  }

  /**
   * Asks for the nights from the first to the last one; answers the last night once Mews agreed.
   */
  public Lookup<LocalDate> request(Connection connection, LocalDate first, LocalDate last) {
    RequestAriUpdateRequest request =
        RequestAriUpdateRequest.builder()
            .clientToken(mewsClientToken)
            .connectionToken(connection.token())
            .from(first)
            .to(last)
            .build();
    return switch (client.requestAriUpdate(address, request)) {
      case Reply.Failed<SimpleResponse>(String reason) -> new Lookup.Missed<>(reason);
      case Reply.Answered<SimpleResponse>(SimpleResponse answer) ->
          answer.success() ? new Lookup.Found<>(last) : new Lookup.Missed<>(reason(answer));
    };
  }

  private static String reason(SimpleResponse answer) {
    List<Error> errors = answer.errors() == null ? List.of() : answer.errors();
    return errors.stream().map(Error::message).collect(Collectors.joining("; "));
  }
}
