package channelcert.mews.property;

import java.util.List;

/** What happened to a connection, with the published code of the change notification. */
public enum ChangeType {
  CREATED(0),
  UPDATED(1),
  ACTIVATED(2),
  DEACTIVATED(3),
  DELETED(4);

  private final int code;

  ChangeType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Codes of what is no longer true once this has happened. */
  List<Integer> overtakes() {
    return switch (this) {
      case CREATED, UPDATED -> List.of();
      case ACTIVATED -> List.of(DEACTIVATED.code);
      case DEACTIVATED -> List.of(ACTIVATED.code);
      case DELETED -> List.of(CREATED.code, UPDATED.code, ACTIVATED.code, DEACTIVATED.code);
    };
  }
}
