package channelcert.certification.stage;

/** One thing that a row does; what happens is recorded, and judged afterwards. */
@FunctionalInterface
public interface Step {
  void perform(Stage stage) throws InterruptedException;
}
