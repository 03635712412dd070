package channelcert.store;

import org.jspecify.annotations.Nullable;

/** A database that cannot be worked with as it is; the message says why, and what to do. */
public final class UnusableDatabase extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnusableDatabase(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
