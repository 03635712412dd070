package channelcert.journey.pages;

import channelcert.certification.file.PartnerField;
import channelcert.contract.portal.api.FilesApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.file.FileDesk;
import channelcert.journey.file.FileVersion;
import channelcert.journey.pages.template.JtefilesGenerated;
import channelcert.journey.pages.view.FilesView;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The certification file of a case: its versions, and what the partner fills in. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}/files")
public final class FilesPageResource {
  private final PageParts parts;
  private final FileDesk files;

  FilesPageResource(PageParts parts) {
    this.parts = parts;
    this.files = parts.papers().files();
  }

  /** The page. */
  @GET
  public Response page(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    Person viewer = visit.allowed(FilesApi.class, "listFiles");
    CertificationCase found = parts.caseOf(viewer, id);
    return page(200, visit, found, stored(found));
  }

  /** Takes a filled-in workbook. */
  @POST
  public Response upload(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return taken(
        Visit.of(request),
        id,
        "uploadFile",
        "uploaded",
        (found, by) -> {
          Form.Upload workbook =
              Visit.of(request)
                  .form()
                  .file("file")
                  .filter(each -> each.bytes().length > 0)
                  .orElseThrow(
                      () -> StepRefused.invalid("file", "Choose the filled-in workbook first."));
          return files.upload(parts.desk(), found, by, workbook.bytes());
        });
  }

  /** Takes answers that were typed on the page. */
  @POST
  @Path("answers")
  public Response fillIn(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return taken(
        Visit.of(request),
        id,
        "fillIn",
        "answered",
        (found, by) -> {
          Form form = Visit.of(request).form();
          Map<String, String> answers = new LinkedHashMap<>();
          for (PartnerField each : fields(found)) {
            if (form.has(each.key())) {
              answers.put(each.key(), form.text(each.key()));
            }
          }
          return files.fillIn(parts.desk(), found, by, answers);
        });
  }

  private Response taken(
      Visit visit,
      String id,
      String operation,
      String done,
      BiPredicate<CertificationCase, Person> work) {
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(FilesApi.class, operation);
    try {
      String said = work.test(found, by) ? done : "unchanged";
      return Html.see("/portal/cases/" + id + "/files?done=" + said);
    } catch (StepRefused refused) {
      Form form = operation.equals("fillIn") ? visit.form() : stored(found);
      return page(CaseResource.note(refused, form), visit, parts.caseOf(by, id), form);
    }
  }

  private List<PartnerField> fields(CertificationCase found) {
    return files.newest(found).map(each -> each.file().fields()).orElse(List.of());
  }

  /** What is filled in so far. */
  private Form stored(CertificationCase found) {
    return Form.of(files.newest(found).map(each -> each.file().answers()).orElseGet(TreeMap::new));
  }

  private Response page(int status, Visit visit, CertificationCase found, Form form) {
    List<FileVersion> versions = files.versions(found).reversed();
    boolean open = found.state() == CaseState.FILE_ISSUED;
    FilesView view =
        new FilesView(
            found,
            versions,
            names(versions),
            files.of(found),
            fields(found).stream()
                .collect(
                    Collectors.groupingBy(
                        each -> each.place().replaceAll("!.*", ""),
                        LinkedHashMap::new,
                        Collectors.toList())),
            open,
            open && Visit.may(visit.person(), FilesApi.class, "fillIn"),
            parts.papers().keys(),
            form);
    return Html.page(
        status,
        (out, tags) ->
            JtefilesGenerated.render(out, tags, visit.shell("Certification file", "home"), view));
  }

  private Map<String, String> names(List<FileVersion> versions) {
    Map<String, String> names = new HashMap<>();
    for (FileVersion each : versions) {
      if (each.personId() != null) {
        names.computeIfAbsent(
            each.personId(), id -> parts.people().find(id).map(Person::name).orElse(id));
      }
    }
    return names;
  }
}
