package channelcert.journey.workflow;

/** Where a certification case stands (domain reference 8.2). */
public enum CaseState {
  DRAFT("The partner fills in the request."),
  REQUESTED("The request waits for Mews."),
  PROVISIONED("A test property, its user and a demo client token exist."),
  ENDPOINTS_SHARED("The four mandatory test endpoints are registered and were reached."),
  TOKEN_RETRIEVED("Get properties was seen with the test connection."),
  CONFIGURED("Get configuration was seen for the test connection."),
  MAPPED("Every sold pair is mapped at the partner."),
  SELF_TESTING("The partner runs the inventory and reservation tests."),
  FILE_ISSUED("The certification file is with the partner."),
  FILE_RETURNED("The certification file is complete and returned."),
  CALL_SCHEDULED("A slot of 90 minutes is booked."),
  CALL_RUNNING("The call goes on; the inventory tests are shown."),
  RESERVATION_TESTS("The reservation tests are under review."),
  ERROR_TESTS("The error tests are under review."),
  EVALUATION("Mews decides."),
  FAILED("Issues are open; the certification starts over when they are resolved."),
  CERTIFIED("Certified; production may be prepared."),
  PRODUCTION_SETUP("Production endpoints are in, the production client token is issued."),
  PILOT("The connection is live at the pilot property."),
  MONITORING("The live connection is watched for about four weeks."),
  LIVE("Released to other properties."),
  RECERTIFICATION_REQUIRED("The certificate is revoked; a new case has to be opened."),
  WITHDRAWN("Ended by either side; its tokens are revoked.");

  private final String meaning;

  CaseState(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether nothing can be done with the case any more. */
  public boolean isFinal() {
    return this == WITHDRAWN;
  }
}
