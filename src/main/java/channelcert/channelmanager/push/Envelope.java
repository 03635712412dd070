package channelcert.channelmanager.push;

/**
 * What every push carries besides its data.
 *
 * @param clientToken by which the sender shows that it is Mews; a secret
 * @param connectionToken which connection it is for; a secret
 * @param messageId the same for a repetition of the same push
 * @param responseUrl where the sender wants a confirmation that comes afterwards
 */
public record Envelope(
    String clientToken, String connectionToken, String messageId, String responseUrl) {
  /** Without the tokens. */
  @Override
  public String toString() {
    return "Envelope[" + messageId + "]";
  }
}
