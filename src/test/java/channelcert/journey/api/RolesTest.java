package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.contract.Spec;
import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the spec with every role, on one's own and on a foreign case. */
class RolesTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final Role[] ROLES = Role.values();

  private static PortalFixture fixture;
  private static String ownCase = "";
  private static String foreignCase = "";

  private record Route(String method, String path, JsonNode operation) {
    boolean isOpen() {
      return operation.path("x-open").asBoolean();
    }

    Set<String> roles() {
      Set<String> roles = new TreeSet<>();
      operation.path("x-roles").forEach(role -> roles.add(role.asText()));
      return roles;
    }

    boolean isOfCase() {
      return path.contains("{caseId}");
    }

    String of(String caseId) {
      return path.replace("{caseId}", caseId)
          .replaceAll("\\{number}", "1")
          .replaceAll("\\{instruction}", "1")
          .replaceAll("\\{environment}", "test")
          .replaceAll("\\{step}", "T22")
          .replaceAll("\\{[^}]+}", "x");
    }
  }

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
  void everyRouteSaysWhoMayCallIt() {
    for (Route route : routes()) {
      assertThat(route.isOpen() != route.roles().isEmpty()).as(route.toString()).isFalse();
      assertThat(StreamSupport.stream(List.of(ROLES).spliterator(), false).map(Enum::name).toList())
          .containsAll(route.roles());
    }
  }

  @Test
  void nobodyGetsInWithoutALogIn() {
    for (Route route : routes()) {
      int status = fixture.call(upper(route), route.of(ownCase), bodyOf(route), null).statusCode();
      if (!route.isOpen()) {
        assertThat(status).as(route.toString()).isEqualTo(401);
      }
    }
  }

  @Test
  void aRoleThatIsNotNamedIsRefused() {
    for (Route route : routes()) {
      for (Role role : ROLES) {
        if (!route.isOpen() && !route.roles().contains(role.name())) {
          assertThat(
                  fixture
                      .call(upper(route), route.of(ownCase), bodyOf(route), fixture.as(role))
                      .statusCode())
              .as(route + " by " + role)
              .isEqualTo(403);
        }
      }
    }
  }

  @Test
  void aRoleThatIsNamedIsHeard() {
    for (Route route : routes()) {
      for (Role role : ROLES) {
        if (route.roles().contains(role.name()) && !route.path().equals("/api/session")) {
          assertThat(
                  fixture
                      .call(upper(route), route.of(ownCase), bodyOf(route), fixture.as(role))
                      .statusCode())
              .as(route + " by " + role)
              .isNotIn(401, 404, 405, 500);
        }
      }
    }
  }

  @Test
  void theCaseOfAnotherPartnerDoesNotExist() {
    for (Route route : routes()) {
      for (Role role : ROLES) {
        if (route.isOfCase() && route.roles().contains(role.name()) && !role.isMews()) {
          var answer =
              fixture.call(upper(route), route.of(foreignCase), bodyOf(route), fixture.as(role));
          assertThat(answer.statusCode()).as(route + " by " + role).isEqualTo(404);
          assertThat(PortalFixture.json(answer).path("message").asText())
              .isEqualTo("There is no case " + foreignCase + ".");
        }
      }
    }
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

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        Spec.document("portal.yaml").get("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        if (METHODS.contains(each.getKey())) {
          routes.add(new Route(each.getKey(), path.getKey(), each.getValue()));
        }
      }
    }
    return routes;
  }

  /** The example of the spec, so that nothing but the role and the case is judged. */
  private static @Nullable String bodyOf(Route route) {
    JsonNode examples = route.operation().at("/requestBody/content/application~1json/examples");
    return examples.isMissingNode() ? null : examples.elements().next().path("value").toString();
  }

  private static String upper(Route route) {
    return route.method().toUpperCase(Locale.ROOT);
  }
}
