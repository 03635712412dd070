package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Every spec opens in the portal's own Swagger UI, which asks nobody else. */
class ApiDocsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @Test
  void everySpecOpensAndNothingLeavesTheHost() throws IOException {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory());
        TestBrowser browser = TestBrowser.start()) {
      String url = fixture.portal.url().toString();
      BrowserContext context = browser.context(1280, ColorScheme.LIGHT);
      context.addCookies(
          List.of(
              new Cookie("channelcert-session", fixture.as(Role.PARTNER_DEVELOPER)).setUrl(url)));
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.onRequest(
          request -> {
            if (!request.url().startsWith(url)) {
              complaints.add("request to " + request.url());
            }
          });
      page.navigate(url + "/portal/api-docs");
      List<String> specs =
          page.locator("nav[aria-label=APIs] a").all().stream()
              .map(each -> each.getAttribute("href").replaceAll(".*/", ""))
              .toList();
      Assertions.assertThat(specs).hasSize(7);
      for (String spec : specs) {
        page.navigate(url + "/portal/api-docs/" + spec);
        assertThat(page.locator("#swagger-ui .opblock")).hasCount(operations(spec));
        Assertions.assertThat(page.locator("#swagger-ui .errors-wrapper").count()).isZero();
      }
      TestBrowser.picture(page, "api-docs");
      page.navigate(url + "/portal/api-docs/mews-operations");
      page.locator(".opblock-summary-control").first().click();
      assertThat(page.locator(".opblock-body").first()).containsText("clientToken");
      TestBrowser.picture(page, "api-docs-operation");
      Page small = page.context().newPage();
      small.setViewportSize(390, 844);
      small.navigate(url + "/portal/api-docs/ota");
      assertThat(small.locator("#swagger-ui .opblock").first()).isVisible();
      TestBrowser.picture(small, "api-docs-390");
      Assertions.assertThat(small.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
      Assertions.assertThat(complaints).isEmpty();
      Assertions.assertThat(TestBrowser.seriousFindings(page)).isEmpty();
    }
  }

  private static int operations(String spec) throws IOException {
    int operations = 0;
    for (JsonNode path : YAML.readTree(new File("api-spec", spec + ".yaml")).get("paths")) {
      for (String method : METHODS) {
        operations += path.has(method) ? 1 : 0;
      }
    }
    return operations;
  }
}
