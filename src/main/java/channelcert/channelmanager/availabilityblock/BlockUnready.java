package channelcert.channelmanager.availabilityblock;

/** An order about a block that cannot be carried out as things stand; nothing was changed. */
public final class BlockUnready extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BlockUnready(String message) {
    super(message);
  }
}
