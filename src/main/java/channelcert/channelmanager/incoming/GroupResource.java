package channelcert.channelmanager.incoming;

import channelcert.channelmanager.mapping.Admission;
import channelcert.channelmanager.mapping.AnswerMapper;
import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import channelcert.channelmanager.mapping.Gate;
import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.contract.channelmanager.ProcessGroupToChmRequest;
import channelcert.contract.channelmanager.api.GroupDeliveryApi;
import channelcert.contract.shared.SimpleResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Process group from Mews: checked and stored before the answer, confirmed after it, and only to
 * the Mews that this channel manager knows.
 */
public final class GroupResource implements GroupDeliveryApi {
  private final Gate gate;
  private final ConfigurationStore configurations;
  private final IncomingStore store;
  private final URI mewsUrl;
  private final Clock clock;
  private final Runnable wakeWorker;

  /**
   * Wires the work.
   *
   * @param mewsUrl base of the Mews that may be confirmed to
   * @param wakeWorker told when there is something to confirm
   */
  public GroupResource(
      Gate gate,
      ConfigurationStore configurations,
      IncomingStore store,
      URI mewsUrl,
      Clock clock,
      Runnable wakeWorker) {
    this.gate = gate;
    this.configurations = configurations;
    this.store = store;
    this.mewsUrl = mewsUrl;
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  @Override
  public SimpleResponse processGroup(ProcessGroupToChmRequest request) {
    return switch (gate.admitActive(request.clientToken(), request.connectionToken())) {
      case Admission.Refused(Refusal refusal) -> AnswerMapper.answer(List.of(refusal));
      case Admission.Admitted(Connection connection) -> take(connection, request);
    };
  }

  private SimpleResponse take(Connection connection, ProcessGroupToChmRequest request) {
    if (!isKnownMews(request.responseUrl())) {
      return AnswerMapper.answer(
          List.of(
              Refusal.of(
                  RefusalCode.VALIDATION,
                  "responseUrl: '"
                      + request.responseUrl()
                      + "' is not an address of the Mews that this channel manager knows ("
                      + mewsUrl
                      + "); confirmations go nowhere else.")));
    }
    List<Refusal> wrong =
        GroupCheckMapper.refusals(request, configurations.mapping(connection.id()));
    List<Refusal> refusals =
        wrong.isEmpty()
            ? store.take(connection.id(), IncomingMapper.message(request), clock.instant())
            : wrong;
    if (!refusals.isEmpty()) {
      return AnswerMapper.answer(refusals);
    }
    wakeWorker.run();
    return SimpleResponse.builder().success(true).asyncConfirmation(true).build();
  }

  /** Same scheme, host and port as the Mews that is known. */
  private boolean isKnownMews(String responseUrl) {
    try {
      URI given = URI.create(responseUrl);
      return lower(given.getScheme()).equals(lower(mewsUrl.getScheme()))
          && lower(given.getHost()).equals(lower(mewsUrl.getHost()))
          && given.getRawUserInfo() == null
          && port(given) == port(mewsUrl);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return lower(address.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
