package channelcert.mews;

import channelcert.contract.mews.ProcessAvailabilityBlockRequest;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.mews.api.AvailabilityBlockApi;
import channelcert.contract.mews.api.ReservationApi;
import channelcert.contract.shared.SimpleResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * The other addresses of the two operations behind the card proxy: those of production, and direct
 * ones for tools that know no proxy.
 */
@Path("")
@Consumes("application/json")
@Produces("application/json")
public final class ProxyAliasResource {
  static final String GROUP = "/v1/push/0426f19b66715a93";
  static final String GROUP_IN_PRODUCTION = "/v1/push/b2721c9a0351d553";
  static final String GROUP_DIRECT = "/api/channelManager/v1/processGroup";
  static final String BLOCK = "/v1/push/4ef00bba562b5622";
  static final String BLOCK_IN_PRODUCTION = "/v1/push/9eaa344245feed7f";
  static final String BLOCK_DIRECT = "/api/channelManager/v1/processAvailabilityBlock";

  private final ReservationApi reservations;
  private final AvailabilityBlockApi blocks;

  ProxyAliasResource(ReservationApi reservations, AvailabilityBlockApi blocks) {
    this.reservations = reservations;
    this.blocks = blocks;
  }

  @POST
  @Path(GROUP_IN_PRODUCTION)
  public SimpleResponse processGroupInProduction(ProcessGroupRequest request) {
    return reservations.processGroup(request);
  }

  @POST
  @Path(GROUP_DIRECT)
  public SimpleResponse processGroupDirectly(ProcessGroupRequest request) {
    return reservations.processGroup(request);
  }

  @POST
  @Path(BLOCK_IN_PRODUCTION)
  public SimpleResponse processBlockInProduction(ProcessAvailabilityBlockRequest request) {
    return blocks.processAvailabilityBlock(request);
  }

  @POST
  @Path(BLOCK_DIRECT)
  public SimpleResponse processBlockDirectly(ProcessAvailabilityBlockRequest request) {
    return blocks.processAvailabilityBlock(request);
  }
}
