package channelcert.contract;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Fails the test during which one of our servers answered otherwise than its spec says. Takes part
 * in every test.
 */
public final class AnswersHeld implements AfterEachCallback, AfterAllCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    check(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check(context);
  }

  private static void check(ExtensionContext context) {
    List<String> found = WrongAnswers.take();
    boolean meant =
        AnnotationSupport.isAnnotated(context.getRequiredTestClass(), AnswersWrongly.class);
    if (!found.isEmpty() && !meant) {
      throw new AssertionError(
          found.size() + " answers against the spec:\n" + String.join("\n", found));
    }
  }
}
