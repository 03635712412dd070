package channelcert.mews.control;

import channelcert.contract.control.Kind;
import channelcert.contract.control.Lane;
import channelcert.contract.control.Push;
import channelcert.mews.inventory.LaneState;
import channelcert.mews.inventory.PushedMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Pushes in the words of the control API. */
final class PushMapper {
  private PushMapper() {}

  static Lane lane(LaneState lane) {
    return Lane.builder()
        .kind(Kind.valueOf(lane.kind().name()))
        .waiting(lane.waiting())
        .held(lane.held())
        .failures(lane.failures())
        .notBefore(time(lane.notBefore()))
        .awaitedMessage(lane.awaitedMessage())
        .build();
  }

  static Push push(PushedMessage message) {
    return Push.builder()
        .kind(Kind.valueOf(message.kind().name()))
        .messageId(message.messageId())
        .items(message.items())
        .sentAt(message.sentAt().atOffset(ZoneOffset.UTC))
        .finishedAt(time(message.finishedAt()))
        .result(message.result())
        .confirmed(message.confirmed())
        .build();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
