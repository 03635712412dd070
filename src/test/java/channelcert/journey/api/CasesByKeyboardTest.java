package channelcert.journey.api;

/** The same whole cases by keyboard alone. */
class CasesByKeyboardTest extends WholeCases {
  CasesByKeyboardTest() {
    super(new Keys());
  }
}
