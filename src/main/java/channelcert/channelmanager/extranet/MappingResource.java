package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtemappingGenerated;
import channelcert.channelmanager.extranet.view.MappingView;
import channelcert.channelmanager.extranet.view.Words;
import channelcert.channelmanager.mapping.Offer;
import channelcert.channelmanager.mapping.OfferedCategory;
import channelcert.channelmanager.mapping.OfferedRate;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Profile;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which pairs are mapped. */
@Path("/extranet/c/{id:\\d{1,18}}/mapping")
public final class MappingResource {
  private final ExtranetParts parts;

  MappingResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The table. */
  @GET
  public Response table(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Profile profile = parts.profile(id);
    MappingView view = view(id);
    return Html.page(
        (out, tags) ->
            JtemappingGenerated.render(
                out, tags, Visit.of(request).shell("Mapping", "mapping", profile), view));
  }

  /** Maps what is ticked; pairs that Mews does not offer any more stay unless they are unticked. */
  @POST
  public Response save(@Context ContainerRequestContext request, @PathParam("id") long id) {
    parts.profile(id);
    Set<String> ticked = new HashSet<>(Visit.of(request).form().all("pair"));
    Set<Pair> known = new LinkedHashSet<>(parts.offers().offer(id).pairs());
    known.addAll(parts.configurations().pairs(id));
    parts
        .configurations()
        .replacePairs(
            id, known.stream().filter(pair -> ticked.contains(Words.value(pair))).toList());
    return Html.see("/extranet/c/" + id + "/mapping?done=mapped");
  }

  private MappingView view(long id) {
    Offer offer = parts.offers().offer(id);
    Set<Pair> offered = new HashSet<>(offer.pairs());
    List<Pair> pairs = parts.configurations().pairs(id);
    Set<Pair> mapped = new HashSet<>(pairs);
    Set<Pair> withheld = parts.modes().withheld(id);
    List<MappingView.Row> rows =
        offer.categories().stream()
            .map(
                category ->
                    new MappingView.Row(
                        category,
                        offer.ratePlans().stream()
                            .map(rate -> cell(rate, category, offered, mapped, withheld))
                            .toList()))
            .toList();
    List<MappingView.Cell> gone =
        pairs.stream()
            .filter(pair -> !offered.contains(pair))
            .map(pair -> new MappingView.Cell(Words.value(pair), name(pair), false, true, false))
            .toList();
    int unmapped = (int) offered.stream().filter(pair -> !mapped.contains(pair)).count();
    return new MappingView(offer.ratePlans(), rows, gone, mapped.size(), unmapped);
  }

  private static MappingView.Cell cell(
      OfferedRate rate,
      OfferedCategory category,
      Set<Pair> offered,
      Set<Pair> mapped,
      Set<Pair> withheld) {
    Pair pair = new Pair(rate.code(), category.code());
    return new MappingView.Cell(
        Words.value(pair),
        category.name() + " under " + rate.name(),
        offered.contains(pair),
        mapped.contains(pair),
        withheld.contains(pair));
  }

  private static String name(Pair pair) {
    return pair.spaceTypeCode() + " under " + pair.ratePlanCode();
  }
}
