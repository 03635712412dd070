package channelcert.contract;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test during which one of our servers answered otherwise than its spec says. Takes part
 * in every test.
 */
public final class AnswersHeld implements AfterEachCallback, AfterAllCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  private static void check() {
    List<String> found = WrongAnswers.take();
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.size() + " answers against the spec:\n" + String.join("\n", found));
    }
  }
}
