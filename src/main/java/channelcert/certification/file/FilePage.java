package channelcert.certification.file;

import channelcert.certification.report.Html;
import channelcert.certification.report.ReportFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The certification file as one page that needs nothing else and prints on A4. */
public final class FilePage {
  private static final String STYLE = "certification-file.css";

  private final Html html = new Html();
  private final CertificationFile file;

  private FilePage(CertificationFile file) {
    this.file = file;
  }

  /** The page. */
  public static String of(CertificationFile file) {
    try {
      return new FilePage(file).text();
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks a file of its own", e);
    }
  }

  private String text() throws IOException {
    String css = new String(ReportFolder.resource(STYLE), StandardCharsets.UTF_8);
    String title = "Certification file " + file.content().id();
    html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Html.policy(css));
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", title).style(css).close();
    html.open("body").open("header");
    html.element("p", "Mews channel manager certification", "class", "eyebrow");
    html.element("h1", title).close().open("main");
    for (FileSheets.Sheet sheet : FileSheets.of(file)) {
      section(sheet);
    }
    html.close();
    html.element(
        "footer",
        "Written by Channelcert, a simulator that follows the public documentation; it is not Mews."
            + " The signed form of this file is certification-file.jws.");
    return html.close().close().page();
  }

  private void section(FileSheets.Sheet sheet) {
    String id = sheet.name().toLowerCase(Locale.ROOT).replace(' ', '-');
    html.open("section", "id", id);
    html.element("h2", sheet.name());
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", sheet.name());
    html.open("table").open("thead").open("tr");
    sheet
        .lines()
        .get(sheet.heading())
        .forEach(each -> html.element("th", each.text(), "scope", "col"));
    html.close().close().open("tbody");
    for (List<FileSheets.Cell> line :
        sheet.lines().subList(sheet.heading() + 1, sheet.lines().size())) {
      html.open("tr");
      line.forEach(this::cell);
      html.close();
    }
    html.close().close().close().close();
  }

  private void cell(FileSheets.Cell cell) {
    switch (cell.look()) {
      case HEADING, TITLE -> html.element("th", cell.text(), "scope", "row");
      case PARTNER -> html.element("td", cell.text(), "class", "partner");
      case TEXT -> html.element("td", cell.text(), "class", verdict(cell.text()));
    }
  }

  private static String verdict(String text) {
    return switch (text) {
      case "passed", "failed", "inconclusive" -> text;
      default -> "plain";
    };
  }
}
