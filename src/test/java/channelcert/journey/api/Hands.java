package channelcert.journey.api;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** How somebody works pages; everything goes by the name that is announced, in full. */
interface Hands {
  /** A button; the page that comes says what happened. */
  void press(Locator within, String button);

  /** A link to another page. */
  void follow(Locator within, String link);

  /** A link to a file. */
  Download save(Locator within, String link);

  /** Opens what is folded up. */
  void unfold(Locator within, String summary);

  /** Replaces the text of a field; a moment is written as {@code 2027-01-02T10:30}. */
  void fill(Locator within, String field, String text);

  void choose(Locator within, String list, String option);

  /** A box, or one of several. */
  void tick(Locator within, String box);

  /** Chooses a file. */
  void hand(Locator within, String field, FilePayload file);

  /** Holds a page against what every page has to keep, once for each name. */
  void look(Page page, String name);

  default void press(Page page, String button) {
    press(page.locator("body"), button);
  }

  default void follow(Page page, String link) {
    follow(page.locator("body"), link);
  }

  default Download save(Page page, String link) {
    return save(page.locator("body"), link);
  }

  default void unfold(Page page, String summary) {
    unfold(page.locator("body"), summary);
  }

  default void fill(Page page, String field, String text) {
    fill(page.locator("body"), field, text);
  }

  default void choose(Page page, String list, String option) {
    choose(page.locator("body"), list, option);
  }

  default void tick(Page page, String box) {
    tick(page.locator("body"), box);
  }

  default void hand(Page page, String field, FilePayload file) {
    hand(page.locator("body"), field, file);
  }
}
