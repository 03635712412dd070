package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;

/**
 * Somebody without a mouse: the tabulator, Enter, space, the arrows, and typing into what has the
 * focus. At every stop it is named, shown, in the window and in the order of the page. The dialogue
 * in which a file is chosen belongs to the system: it is opened by a key and answered for them.
 */
final class Keys implements Hands {
  private static final int MOST_STOPS = 250;

  /** A message, or a refused field that has the focus and names what is wrong with it. */
  private static final String SAID =
      "main [role=status], main [role=alert], .field:has(:focus[aria-invalid=true]) .error";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMddyyyy", Locale.US);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("hhmma", Locale.US);

  private final Set<String> seen = new HashSet<>();

  @Override
  public void press(Locator within, String button) {
    Page page = within.page();
    String title = page.title();
    reach(within, "button", button);
    leave(page);
    if (page.title().equals(title)
        && page.locator(SAID).allInnerTexts().stream().allMatch(String::isBlank)) {
      throw new AssertionError(
          "after " + button + " nothing on " + path(page) + " says what happened");
    }
  }

  @Override
  public void follow(Locator within, String link) {
    reach(within, "link", link);
    leave(within.page());
  }

  @Override
  public Download save(Locator within, String link) {
    reach(within, "link", link);
    Page page = within.page();
    return page.waitForDownload(() -> page.keyboard().press("Enter"));
  }

  @Override
  public void unfold(Locator within, String summary) {
    reach(within, "summary", summary);
    within.page().keyboard().press("Enter");
    assertThat(within.page().locator("details[open] > summary:focus, [aria-expanded=true]:focus"))
        .isAttached();
  }

  @Override
  public void fill(Locator within, String field, String text) {
    reach(within, "field", field);
    Locator at = focused(within);
    Keyboard keyboard = within.page().keyboard();
    if ("datetime-local".equals(at.getAttribute("type"))) {
      LocalDateTime moment = LocalDateTime.parse(text);
      keyboard.type(DAY.format(moment));
      keyboard.press("ArrowRight");
      keyboard.type(TIME.format(moment));
    } else {
      keyboard.type(text);
    }
    assertThat(at).hasValue(text);
  }

  @Override
  public void choose(Locator within, String list, String option) {
    reach(within, "list", list);
    Locator at = focused(within);
    int options = at.locator("option").count();
    for (int tried = 0; tried < options; tried++) {
      if (at.evaluate("list => list.selectedOptions[0].label").equals(option)) {
        return;
      }
      within.page().keyboard().press("ArrowDown");
    }
    throw new AssertionError("the arrows never come to " + option + " of " + list);
  }

  @Override
  public void tick(Locator within, String box) {
    reach(within, "box", box);
    Locator at = focused(within);
    if (!at.isChecked()) {
      within.page().keyboard().press("Space");
    }
    assertThat(at).isChecked();
  }

  /** Listens before the way there, because the browser begins to listen in its own time. */
  @Override
  public void hand(Locator within, String field, FilePayload file) {
    Page page = within.page();
    List<FileChooser> opened = new ArrayList<>();
    Consumer<FileChooser> dialogue = opened::add;
    page.onFileChooser(dialogue);
    reach(within, "file", field);
    page.keyboard().press("Space");
    page.waitForCondition(() -> !opened.isEmpty());
    page.offFileChooser(dialogue);
    opened.getFirst().setFiles(file);
  }

  /** The tabulator comes to everything that can be used, and out of it again, both ways. */
  @Override
  public void look(Page page, String name) {
    if (!seen.add(name)) {
      return;
    }
    Set<String> passed = new LinkedHashSet<>();
    toTheFirst(page, passed);
    page.evaluate("() => window.passed = new Set([document.activeElement])");
    page.keyboard().press("Tab");
    passed.clear();
    passed.add(stop(page).toString());
    toTheFirst(page, passed);
    Assertions.assertThat((List<?>) page.evaluate(Stop.MISSED))
        .as("what the tabulator never comes to on " + path(page) + "; it stops at " + passed)
        .isEmpty();
    page.keyboard().press("Shift+Tab");
    Assertions.assertThat(page.evaluate("document.activeElement.matches('.skip')"))
        .as("the way back on " + path(page))
        .isEqualTo(false);
  }

  private static void toTheFirst(Page page, Set<String> passed) {
    for (int tabs = 0; tabs < MOST_STOPS; tabs++) {
      page.keyboard().press("Tab");
      Stop stop = stop(page);
      passed.add(stop.toString());
      if (stop.isFirst()) {
        return;
      }
    }
    throw new AssertionError("the tabulator stays on " + path(page) + " in " + passed);
  }

  /** Goes on with the tabulator until something of that kind and name has the focus. */
  static void reach(Locator within, String kind, String name) {
    Page page = within.page();
    Set<String> passed = new LinkedHashSet<>();
    for (int tabs = 0; tabs < MOST_STOPS; tabs++) {
      page.keyboard().press("Tab");
      Stop stop = stop(page);
      if (stop.is(kind, name) && focused(within).count() == 1) {
        return;
      }
      passed.add(stop.toString());
    }
    throw new AssertionError(
        "the tabulator never comes to the %s '%s' on %s; it stops at %s"
            .formatted(kind, name, path(page), passed));
  }

  private static Stop stop(Page page) {
    Stop stop = Stop.of(page);
    if (!stop.wrong().isEmpty()) {
      TestBrowser.picture(page, "keys-wrong");
      throw new AssertionError(stop + " on " + path(page) + " " + stop.wrong());
    }
    return stop;
  }

  private static Locator focused(Locator within) {
    return within.locator(":focus");
  }

  /** Presses Enter, and waits for the page that comes. */
  private static void leave(Page page) {
    List<Page> come = new ArrayList<>();
    Consumer<Page> arrival = come::add;
    page.onLoad(arrival);
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !come.isEmpty());
    page.offLoad(arrival);
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }
}
