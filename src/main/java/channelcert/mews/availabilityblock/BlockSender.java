package channelcert.mews.availabilityblock;

import channelcert.contract.Caller;
import channelcert.contract.channelmanager.AvailabilityBlockStatusToChm;
import channelcert.contract.channelmanager.AvailabilityBlockToChm;
import channelcert.contract.channelmanager.ProcessAvailabilityBlockToChmRequest;
import channelcert.contract.channelmanager.client.AvailabilityBlockClient;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.message.CodeStore;
import channelcert.mews.message.Outgoing;
import channelcert.mews.message.OutgoingResult;
import channelcert.mews.message.OutgoingSender;
import channelcert.mews.message.ResultMapper;
import channelcert.mews.message.Stored;
import channelcert.mews.property.ConnectionDetails;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends blocks to channel managers. */
final class BlockSender implements OutgoingSender {
  private static final Set<ErrorCode> OF_CATEGORY =
      EnumSet.of(ErrorCode.CATEGORY_ERROR, ErrorCode.SPACE_NOT_FOUND);

  private static final String CONFIRMATION =
      channelcert.contract.mews.client.AvailabilityBlockClient
          .PROCESS_AVAILABILITY_BLOCK_CONFIRMATION
          .path();

  private final AvailabilityBlockClient client;
  private final Supplier<URI> mewsUrl;
  private final Function<Outgoing, Optional<String>> codes;

  /**
   * Makes a sender.
   *
   * @param mewsUrl root address of the Mews side as channel managers must call it
   * @param codes what the channel manager calls the block of a message
   */
  BlockSender(Caller caller, Supplier<URI> mewsUrl, Function<Outgoing, Optional<String>> codes) {
    this.client = new AvailabilityBlockClient(caller);
    this.mewsUrl = mewsUrl;
    this.codes = codes;
  }

  @Override
  public String operation() {
    return BlockStore.OPERATION;
  }

  @Override
  public OutgoingResult send(
      ConnectionDetails connection, URI address, Outgoing message, CodeStore.Codes known) {
    String code = codes.apply(message).orElse(null);
    ProcessAvailabilityBlockToChmRequest stored =
        Stored.read(message.content(), ProcessAvailabilityBlockToChmRequest.class);
    AvailabilityBlockToChm block = stored.availabilityBlock();
    if (block.status() == AvailabilityBlockStatusToChm.CANCEL && code == null) {
      return new OutgoingResult.Needless();
    }
    return ResultMapper.sent(
        client.processAvailabilityBlock(
            address,
            stored
                .with()
                .clientToken(connection.tokenTowardsChannelManager())
                .connectionToken(connection.token())
                .messageId(Objects.requireNonNull(message.messageId()))
                .responseUrl(mewsUrl.get() + CONFIRMATION)
                .availabilityBlock(block.with().code(code).status(status(block, code)).build())
                .build()));
  }

  /** A block without code is new to the channel manager, whatever became of earlier messages. */
  private static AvailabilityBlockStatusToChm status(
      AvailabilityBlockToChm block, @Nullable String code) {
    if (block.status() == AvailabilityBlockStatusToChm.CANCEL) {
      return AvailabilityBlockStatusToChm.CANCEL;
    }
    return code == null ? AvailabilityBlockStatusToChm.CREATE : AvailabilityBlockStatusToChm.UPDATE;
  }

  /** Categories that the channel manager does not know are left out, when others are left. */
  @Override
  public Optional<String> rest(String content, List<Refusal> refusals) {
    Set<String> excluded =
        refusals.stream()
            .filter(refusal -> OF_CATEGORY.contains(refusal.code()))
            .flatMap(refusal -> Optional.ofNullable(refusal.categoryCode()).stream())
            .collect(Collectors.toSet());
    boolean onlyCategories =
        refusals.stream().allMatch(refusal -> OF_CATEGORY.contains(refusal.code()));
    return onlyCategories ? BlockContentMapper.without(content, excluded) : Optional.empty();
  }
}
