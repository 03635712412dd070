package channelcert.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** The addresses that resources serve, with their methods. */
final class Routes {
  private final Map<String, Set<String>> methods = new HashMap<>();
  private final Set<String> streamed = new HashSet<>();
  private final Map<UriTemplate, Set<String>> templates = new LinkedHashMap<>();

  /** Reads the annotations of the resources and of the interfaces that they implement. */
  Routes(Collection<?> resources) {
    for (Object resource : resources) {
      Resource model = Resource.from(resource.getClass());
      if (model != null) {
        add("", model);
      }
    }
  }

  /**
   * Methods of an address; empty when nothing is served there. A last slash makes no difference.
   */
  Set<String> methods(String path) {
    String plain =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Set<String> exact = methods.get(plain);
    return exact == null ? byTemplate(plain) : exact;
  }

  /**
   * The address as resources name it: itself or its template; empty when nothing is served there.
   */
  String name(String path) {
    if (methods.containsKey(path)) {
      return path;
    }
    return templates.keySet().stream()
        .filter(template -> template.match(path, new ArrayList<>()))
        .map(UriTemplate::getTemplate)
        .findFirst()
        .orElse("");
  }

  /** Whether the body of a request to the address is read entry by entry. */
  boolean isStreamed(String path) {
    return streamed.contains(path);
  }

  private Set<String> byTemplate(String path) {
    Set<String> found = new TreeSet<>();
    templates.forEach(
        (template, known) -> {
          if (template.match(path, new ArrayList<>())) {
            found.addAll(known);
          }
        });
    return found;
  }

  private void add(String parent, Resource resource) {
    String path = join(parent, resource.getPath());
    for (ResourceMethod method : resource.getResourceMethods()) {
      known(path.isEmpty() ? "/" : path).add(method.getHttpMethod());
      List<Parameter> parameters = method.getInvocable().getParameters();
      if (parameters.stream().anyMatch(each -> each.getRawType().equals(StreamedJson.class))) {
        streamed.add(path);
      }
    }
    resource.getChildResources().forEach(child -> add(path, child));
  }

  private Set<String> known(String path) {
    return path.contains("{")
        ? templates.computeIfAbsent(new UriTemplate(path), each -> new TreeSet<>())
        : methods.computeIfAbsent(path, each -> new TreeSet<>());
  }

  private static String join(String parent, @Nullable String path) {
    String relative = path == null ? "" : path.replaceAll("^/+|/+$", "");
    return relative.isEmpty() ? parent : parent + "/" + relative;
  }
}
