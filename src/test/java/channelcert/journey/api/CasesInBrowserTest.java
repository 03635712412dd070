package channelcert.journey.api;

/** Whole cases by mouse, on pages in which axe finds nothing serious. */
class CasesInBrowserTest extends WholeCases {
  CasesInBrowserTest() {
    super(new Clicks());
  }
}
