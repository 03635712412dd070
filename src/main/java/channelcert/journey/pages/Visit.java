package channelcert.journey.pages;

import channelcert.http.page.Form;
import channelcert.journey.pages.view.Shell;
import channelcert.journey.people.Login;
import channelcert.journey.people.Person;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One request for a page. */
final class Visit {
  private static final String STATE = Visit.class.getName();

  private final @Nullable State state;
  private final ContainerRequestContext request;

  private Visit(ContainerRequestContext request) {
    this.request = request;
    this.state = (State) request.getProperty(STATE);
  }

  private record State(@Nullable Login login, String version, boolean development, Form posted) {}

  static Visit of(ContainerRequestContext request) {
    return new Visit(request);
  }

  /** Notes who is there and what was posted. */
  static void begin(
      ContainerRequestContext request,
      @Nullable Login login,
      String version,
      boolean development,
      Form posted) {
    request.setProperty(STATE, new State(login, version, development, posted));
  }

  /** What surrounds a page. */
  Shell shell(String title, String section) {
    if (state == null) {
      return new Shell(title, section, null, "", "0", false, null);
    }
    Login login = state.login();
    return new Shell(
        title,
        section,
        login == null ? null : login.person(),
        login == null ? "" : login.formToken(),
        state.version(),
        state.development(),
        Notices.text(query().text("done")));
  }

  boolean isLoggedIn() {
    return state != null && state.login() != null;
  }

  /** Who is logged in. */
  Person person() {
    return Objects.requireNonNull(Objects.requireNonNull(state).login()).person();
  }

  /**
   * Who is logged in, when the spec lets the role do the same by the API.
   *
   * @param api the generated interface
   */
  Person allowed(Class<?> api, String operation) {
    Person person = person();
    if (!may(person, api, operation)) {
      throw Refusal.of(
          403,
          "A %s cannot do this; it is done by: %s."
              .formatted(
                  person.role().words(),
                  String.join(
                      ", ",
                      roles(api, operation).stream()
                          .map(each -> channelcert.journey.workflow.Role.valueOf(each).words())
                          .toList())));
    }
    return person;
  }

  /** Whether the spec lets the role of a person call an operation. */
  static boolean may(Person person, Class<?> api, String operation) {
    return roles(api, operation).contains(person.role().name());
  }

  private static List<String> roles(Class<?> api, String operation) {
    Method method =
        Arrays.stream(api.getMethods())
            .filter(each -> each.getName().equals(operation))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(operation));
    return List.of(Objects.requireNonNull(method.getAnnotation(RolesAllowed.class)).value());
  }

  /** The fields that were posted. */
  Form form() {
    return Objects.requireNonNull(state).posted();
  }

  /** The fields of the address. */
  Form query() {
    return Form.parse(request.getUriInfo().getRequestUri().getRawQuery());
  }
}
