package channelcert.journey.api;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;

/**
 * What has the focus.
 *
 * @param kind "button", "link", "summary", "field", "list", "box", "file", "region", or "page"
 *     where nothing on the page has it
 * @param wrong what is wrong with it; empty when nothing is
 */
record Stop(String kind, String name, String wrong) {
  /** Looks only; what was passed is noted for {@link #MISSED}. */
  private static final String LOOK =
      """
      () => {
        const at = document.activeElement;
        const before = window.stoodAt;
        window.passed ??= new Set();
        if (!at || at === document.body || at === document.documentElement) {
          window.stoodAt = null;
          return {kind: 'page', name: '', wrong: ''};
        }
        window.stoodAt = at;
        window.passed.add(at);
        const kinds = {A: 'link', BUTTON: 'button', SUMMARY: 'summary', SELECT: 'list',
          TEXTAREA: 'field', INPUT: {checkbox: 'box', radio: 'box', file: 'file'}[at.type] ?? 'field'};
        const label = document.getElementById(at.getAttribute('aria-labelledby'));
        const scrolls = !kinds[at.tagName] && !at.hasAttribute('tabindex');
        const name = (at.getAttribute('aria-label') || label?.textContent || [...at.labels ?? []][0]?.textContent
          || (kinds[at.tagName] ? at.textContent : '') || at.title
          || (scrolls ? 'what scrolls' : '')).replace(/\\s+/g, ' ').trim();
        const style = getComputedStyle(at);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          && !/, 0\\)$/.test(style.outlineColor) || style.boxShadow !== 'none';
        const box = at.getBoundingClientRect();
        const first = at.matches('.skip');
        const wrong = !name ? 'has no name'
          : !ring ? 'does not show that it has the focus'
          : !box.width || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight
            || box.left >= innerWidth ? 'lies beside the window'
          : before?.isConnected && before !== at && !first
            && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)
            ? 'stands before what had the focus last'
          : '';
        return {kind: at.ariaExpanded ? 'summary' : kinds[at.tagName] ?? 'region', name, wrong};
      }
      """;

  /** What can be used and was not passed. */
  static final String MISSED =
      """
      () => [...document.querySelectorAll(
          "a[href], button, input:not([type=hidden]), select, textarea, summary, .scroll")]
        .filter(each => each.checkVisibility() && !each.matches(':disabled') && !window.passed.has(each)
          && !each.matches('#swagger-ui [tabindex="-1"]') // does what the heading beside it does
          && !(each.type === 'radio' && [...window.passed].some(other => other.name === each.name)))
        .map(each => each.getAttribute('aria-label') || each.labels?.[0]?.textContent.trim()
          || each.textContent.trim())
      """;

  static Stop of(Page page) {
    Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(page.evaluate(LOOK));
    return new Stop(text(found, "kind"), text(found, "name"), text(found, "wrong"));
  }

  private static String text(Map<?, ?> found, String member) {
    return String.valueOf(found.get(member));
  }

  boolean isPage() {
    return kind.equals("page");
  }

  boolean isFirst() {
    return kind.equals("link") && name.equals("Skip to content");
  }

  boolean is(String someKind, String someName) {
    return kind.equals(someKind) && name.equals(someName);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "the " + kind : kind + " '" + name + "'";
  }
}
