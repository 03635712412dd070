package channelcert.mews.reservation;

import channelcert.contract.mews.PaymentCard;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.mews.message.Stored;
import channelcert.mews.reservation.group.GroupMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepted messages as they are kept: JSON of the contract's form without secrets. */
final class ContentMapper {
  private ContentMapper() {}

  /** The message without tokens and CVV, with card numbers masked, also those in comments. */
  static String toContent(ProcessGroupRequest request) {
    ProcessGroupRequest kept =
        request
            .with()
            .clientToken("")
            .connectionToken("")
            .paymentCard(masked(request.paymentCard()))
            .comments(scrubbed(request.comments()))
            .build();
    return Stored.write(kept);
  }

  /** The message that was kept, in the words of the rules. */
  static GroupMessage toMessage(String content) {
    return GroupMapper.toMessage(Stored.read(content, ProcessGroupRequest.class));
  }

  private static @Nullable PaymentCard masked(@Nullable PaymentCard card) {
    return card == null ? null : card.with().number(CardMask.mask(card.number())).cvv(null).build();
  }

  private static @Nullable List<String> scrubbed(@Nullable List<String> comments) {
    return comments == null ? null : comments.stream().map(CardMask::scrub).toList();
  }
}
