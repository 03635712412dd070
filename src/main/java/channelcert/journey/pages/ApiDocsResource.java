package channelcert.journey.pages;

import channelcert.http.page.Html;
import channelcert.http.page.PageHeaders;
import channelcert.journey.pages.template.JteapidocsGenerated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The specs of every API here, shown by a Swagger UI that this server brings along. */
@Path("/portal/api-docs")
public final class ApiDocsResource {
  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css;charset=UTF-8",
          "swagger-ui-bundle.js", "text/javascript;charset=UTF-8");
  private static final Map<String, String> SPECS = specs();

  private static Map<String, String> specs() {
    Map<String, String> specs = new LinkedHashMap<>();
    specs.put("portal", "Certification portal");
    specs.put("mews-operations", "Mews Channel Manager API, hosted by Mews");
    specs.put("channel-manager-operations", "Mews Channel Manager API, hosted by channel managers");
    specs.put("candidate-driver", "Test hooks of a channel manager");
    specs.put("mews-control", "Control of the Mews test environment");
    specs.put("ota", "Selling by the reference channel manager");
    specs.put("management", "Health, readiness and metrics");
    return Collections.unmodifiableMap(specs);
  }

  /** The spec of the portal, with a way to the others. */
  @GET
  public Response first(@Context ContainerRequestContext request) {
    return page(request, "portal");
  }

  /** A spec. */
  @GET
  @Path("{spec:[a-z-]{1,40}}")
  public Response page(@Context ContainerRequestContext request, @PathParam("spec") String spec) {
    String title = SPECS.get(spec);
    if (title == null) {
      throw Refusal.of(404, "There is no such API; those that there are stand on the first page.");
    }
    Response page =
        Html.page(
            (out, tags) ->
                JteapidocsGenerated.render(
                    out,
                    tags,
                    Visit.of(request).shell("APIs", "api-docs"),
                    SPECS,
                    spec,
                    title,
                    swaggerVersion()));
    return Response.fromResponse(page)
        .header("Content-Security-Policy", PageHeaders.WITH_PICTURES_IN_STYLES)
        .build();
  }

  /** A spec as it is written, and what it refers to. */
  @GET
  @Path("specs/{file:(?:shared/)?[a-z-]{1,40}\\.yaml}")
  public Response spec(@PathParam("file") String file) {
    return file("api-spec/" + file, "application/yaml;charset=UTF-8", "no-cache");
  }

  /** Script and style sheet of Swagger UI; the address changes with its version. */
  @GET
  @Path("swagger-ui/{version}/{name}")
  public Response swagger(@PathParam("version") String version, @PathParam("name") String name) {
    if (!TYPES.containsKey(name) || !version.equals(swaggerVersion())) {
      return Response.status(404).build();
    }
    return file(
        WEBJAR + version + "/" + name, TYPES.get(name), "public, max-age=31536000, immutable");
  }

  private static Response file(String path, String type, String caching) {
    InputStream file = ApiDocsResource.class.getClassLoader().getResourceAsStream(path);
    return file == null
        ? Response.status(404).build()
        : Response.ok(file).type(type).header("Cache-Control", caching).build();
  }

  /** Written by the library itself, so that its address is known without saying it twice. */
  private static String swaggerVersion() {
    Properties written = new Properties();
    try (InputStream file =
        ApiDocsResource.class
            .getClassLoader()
            .getResourceAsStream("META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      written.load(Objects.requireNonNull(file, "Swagger UI is not on the class path"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return written.getProperty("version", "");
  }
}
