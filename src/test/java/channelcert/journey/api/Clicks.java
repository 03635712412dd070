package channelcert.journey.api;

import channelcert.browser.TestBrowser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Somebody with a mouse. */
final class Clicks implements Hands {
  private final Set<String> seen = new HashSet<>();

  @Override
  public void press(Locator within, String button) {
    named(within, AriaRole.BUTTON, button).click();
  }

  @Override
  public void follow(Locator within, String link) {
    named(within, AriaRole.LINK, link).click();
  }

  @Override
  public Download save(Locator within, String link) {
    return within.page().waitForDownload(() -> follow(within, link));
  }

  @Override
  public void unfold(Locator within, String summary) {
    within.locator("summary").getByText(summary, exactly()).click();
  }

  @Override
  public void fill(Locator within, String field, String text) {
    labelled(within, field).fill(text);
  }

  @Override
  public void choose(Locator within, String list, String option) {
    named(within, AriaRole.COMBOBOX, list).selectOption(option);
  }

  @Override
  public void tick(Locator within, String box) {
    labelled(within, box).check();
  }

  @Override
  public void hand(Locator within, String field, FilePayload file) {
    labelled(within, field).setInputFiles(file);
  }

  /** Keeps a picture; nothing serious is found by axe, and nothing lies beside the window. */
  @Override
  public void look(Page page, String name) {
    if (seen.add(name)) {
      TestBrowser.picture(page, "case-" + name);
      Assertions.assertThat(TestBrowser.seriousFindings(page)).as(name).isEmpty();
      Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("width of " + name)
          .isEqualTo(page.viewportSize().width);
    }
  }

  private static Locator named(Locator within, AriaRole role, String name) {
    return visible(
        within.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true)));
  }

  private static Locator labelled(Locator within, String label) {
    return visible(within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)));
  }

  private static Locator visible(Locator found) {
    return found.filter(new Locator.FilterOptions().setVisible(true)).first();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
