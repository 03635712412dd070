package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.contract.Spec;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page with every role, on one's own and on a foreign case. */
class PageRolesTest {
  /** Anybody who is logged in. */
  private static final String ANYBODY = "whoAmI";

  /** Nobody needs to be logged in. */
  private static final String OPEN = "";

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"(\\w+)\"");
  private static final PageRoute HOME = new PageRoute("GET", "/portal", ANYBODY);
  private static final String SWAGGER = "5.34.1/swagger-ui.css";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<Role, String> FORM_TOKENS = new EnumMap<>(Role.class);

  private static PortalFixture fixture;
  private static String ownCase = "";
  private static String foreignCase = "";

  /**
   * A page, and the operation of the API that the same people may call.
   *
   * @param path as the resource has it, without patterns
   */
  private record PageRoute(String method, String path, String operation) {
    boolean isOpen() {
      return operation.equals(OPEN);
    }

    boolean isOfCase() {
      return path.contains("{id}");
    }

    Set<String> roles() {
      for (JsonNode path : Spec.document("portal.yaml").get("paths")) {
        for (JsonNode each : path) {
          if (each.path("operationId").asText().equals(operation)) {
            Set<String> roles = new TreeSet<>();
            each.path("x-roles").forEach(role -> roles.add(role.asText()));
            return roles;
          }
        }
      }
      throw new AssertionError("the spec has no operation " + operation);
    }

    String of(String caseId) {
      return path.replace("{id}", caseId)
          .replace("{step}", "T22")
          .replace("{environment}", "test")
          .replace("{number}", "1")
          .replace("{instruction}", "1")
          .replace("{spec}", "portal")
          .replace("{file}", "portal.yaml")
          .replace("{version}/{name}", SWAGGER)
          .replaceAll("\\{[^}]+}", "x");
    }
  }

  private static final List<PageRoute> ROUTES =
      List.of(
          new PageRoute("GET", "/", OPEN),
          new PageRoute("GET", "/invitation", OPEN),
          new PageRoute("GET", "/portal/assets/{version}/{name}", OPEN),
          new PageRoute("GET", "/portal/login", OPEN),
          new PageRoute("POST", "/portal/login", OPEN),
          new PageRoute("GET", "/portal/invitation", OPEN),
          new PageRoute("POST", "/portal/invitation", OPEN),
          new PageRoute("GET", "/portal/certificates/{number}", OPEN),
          HOME,
          new PageRoute("GET", "/portal/api-docs", ANYBODY),
          new PageRoute("GET", "/portal/api-docs/{spec}", ANYBODY),
          new PageRoute("GET", "/portal/api-docs/specs/{file}", ANYBODY),
          new PageRoute("GET", "/portal/api-docs/swagger-ui/{version}/{name}", ANYBODY),
          new PageRoute("GET", "/portal/people", "listPeople"),
          new PageRoute("POST", "/portal/people", "invite"),
          new PageRoute("POST", "/portal/people/organisations", "createOrganisation"),
          new PageRoute("GET", "/portal/new-case", "createCase"),
          new PageRoute("POST", "/portal/new-case", "createCase"),
          new PageRoute("GET", "/portal/requests/{id}", "readCase"),
          new PageRoute("POST", "/portal/requests/{id}", "changeRequest"),
          new PageRoute("GET", "/portal/cases/{id}", "readCase"),
          new PageRoute("GET", "/portal/cases/{id}/history", "readHistory"),
          new PageRoute("POST", "/portal/cases/{id}/recommendation", "recommend"),
          new PageRoute("POST", "/portal/cases/{id}/pilot-agreement", "agreeToPilot"),
          new PageRoute("POST", "/portal/cases/{id}/health", "attestHealth"),
          new PageRoute("POST", "/portal/cases/{id}/endpoints/{environment}", "registerEndpoints"),
          new PageRoute(
              "POST", "/portal/cases/{id}/endpoints/{environment}/probe", "probeEndpoints"),
          new PageRoute("POST", "/portal/cases/{id}/mapping/{number}", "declareMapping"),
          new PageRoute("POST", "/portal/cases/{id}/comments", "comment"),
          new PageRoute("POST", "/portal/cases/{id}/issues", "openIssue"),
          new PageRoute("POST", "/portal/cases/{id}/issues/{number}/resolution", "resolveIssue"),
          new PageRoute("POST", "/portal/cases/{id}/steps/{step}", "takeStep"),
          new PageRoute("GET", "/portal/cases/{id}/runs", "listRuns"),
          new PageRoute("POST", "/portal/cases/{id}/runs", "startRun"),
          new PageRoute("GET", "/portal/cases/{id}/runs/{number}", "readRun"),
          new PageRoute("POST", "/portal/cases/{id}/runs/{number}/order", "steerRun"),
          new PageRoute(
              "POST",
              "/portal/cases/{id}/runs/{number}/instructions/{instruction}",
              "replyToInstruction"),
          new PageRoute("GET", "/portal/cases/{id}/runs/{number}/events", "readRun"),
          new PageRoute("GET", "/portal/cases/{id}/runs/{number}/exchanges", "listExchanges"),
          new PageRoute("GET", "/portal/cases/{id}/runs/{number}/files/{name}", "listExchanges"),
          new PageRoute("GET", "/portal/cases/{id}/files", "listFiles"),
          new PageRoute("POST", "/portal/cases/{id}/files", "uploadFile"),
          new PageRoute("POST", "/portal/cases/{id}/files/answers", "fillIn"),
          new PageRoute("GET", "/portal/cases/{id}/call", "readCall"),
          new PageRoute("POST", "/portal/cases/{id}/call/slots", "offerSlot"),
          new PageRoute("POST", "/portal/cases/{id}/call/slots/{slot}/withdrawal", "withdrawSlot"),
          new PageRoute("POST", "/portal/cases/{id}/call/booking", "takeStep"),
          new PageRoute("POST", "/portal/cases/{id}/call/extension", "extendCall"),
          new PageRoute("POST", "/portal/cases/{id}/call/protocol", "writeProtocol"),
          new PageRoute("GET", "/portal/mails", "listOutbox"),
          new PageRoute("GET", "/portal/cases/{id}/mails", "listMails"),
          new PageRoute("POST", "/portal/cases/{id}/secrets/{environment}", "showSecrets"),
          new PageRoute("POST", "/portal/cases/{id}/overrides", "overrideRow"),
          new PageRoute("POST", "/portal/cases/{id}/share-links", "createShareLink"),
          new PageRoute(
              "POST", "/portal/cases/{id}/share-links/{number}/revocation", "revokeShareLink"),
          new PageRoute("GET", "/portal/shared/{token}", OPEN),
          new PageRoute("POST", "/portal/logout", "logOut"));

  @BeforeAll
  static void twoPartnersHaveACaseEach() {
    fixture = new PortalFixture(Databases.inMemory());
    ownCase = create(PortalFixture.OWN);
    foreignCase = create(PortalFixture.FOREIGN);
    fixture.passed(fixture.stored(ownCase), false, List.of("INV-1"), Verdict.PASSED);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void everyPageStandsInTheTable() {
    Set<String> served = new TreeSet<>();
    for (JavaClass each : new ClassFileImporter().importPackages("channelcert.journey.pages")) {
      for (JavaMethod method : each.getMethods()) {
        if (method.isAnnotatedWith(GET.class)) {
          served.add("GET " + path(each, method));
        } else if (method.isAnnotatedWith(POST.class)) {
          served.add("POST " + path(each, method));
        }
      }
    }

    assertThat(served)
        .isEqualTo(
            ROUTES.stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void whoIsNotLoggedInIsSentToTheLogIn() {
    for (PageRoute route : ROUTES) {
      HttpResponse<String> answer = send(route, ownCase, null, "");
      if (!route.isOpen()) {
        assertThat(answer.statusCode()).as(route.toString()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/portal/login");
      }
    }
  }

  @Test
  void aFormOfAnotherSessionIsNotTaken() {
    for (PageRoute route : ROUTES) {
      if (!route.isOpen() && route.method().equals("POST")) {
        assertThat(send(route, ownCase, Role.LEAD_CERTIFIER, "x").statusCode())
            .as(route.toString())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void onlyTheRolesOfTheApiAreHeard() {
    for (PageRoute route : ROUTES) {
      for (Role role : Role.values()) {
        if (!route.isOpen() && !route.operation().equals("logOut")) {
          HttpResponse<String> answer = send(route, ownCase, role, formToken(role));
          int status = answer.statusCode();
          boolean heard = route.roles().contains(role.name());
          assertThat(status == 403)
              .as(route + " by " + role + ": " + answer.body())
              .isEqualTo(!heard);
          assertThat(status).as(route + " by " + role).isNotIn(404, 405, 500);
        }
      }
    }
  }

  @Test
  void theCaseOfAnotherPartnerDoesNotExist() {
    for (PageRoute route : ROUTES) {
      for (Role role : Role.values()) {
        if (route.isOfCase() && !role.isMews() && route.roles().contains(role.name())) {
          assertThat(send(route, foreignCase, role, formToken(role)).statusCode())
              .as(route + " by " + role)
              .isEqualTo(404);
        }
      }
    }
  }

  private static String path(JavaClass resource, JavaMethod method) {
    String root = resource.getAnnotationOfType(Path.class).value();
    String own =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    String whole = (root + "/" + own).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    return whole.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
  }

  private static String create(String partner) {
    return fixture
        .done(
            fixture.as(PortalFixture.email(Role.PARTNER_ADMINISTRATOR, partner)),
            "POST",
            "/api/cases",
            "{'application':'Acme','forManyProperties':false}")
        .path("id")
        .asText();
  }

  private static String formToken(Role role) {
    return FORM_TOKENS.computeIfAbsent(
        role,
        each -> {
          Matcher token = FORM_TOKEN.matcher(send(HOME, "", each, "").body());
          assertThat(token.find()).isTrue();
          return token.group(1);
        });
  }

  private static HttpResponse<String> send(
      PageRoute route, String caseId, @Nullable Role role, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fixture.portal.url() + route.of(caseId)));
    if (role != null) {
      request.header("Cookie", "channelcert-session=" + fixture.as(role));
    }
    if (route.method().equals("POST")) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString("formToken=" + token));
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
