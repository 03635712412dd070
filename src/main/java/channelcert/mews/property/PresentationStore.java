package channelcert.mews.property;

import static channelcert.store.mews.Tables.CANCELLATION_POLICY;
import static channelcert.store.mews.Tables.IMAGE;

import channelcert.mews.property.Presentation.CancellationPolicy;
import channelcert.mews.property.Presentation.Image;
import channelcert.store.mews.tables.records.CancellationPolicyRecord;
import channelcert.store.mews.tables.records.ImageRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** What properties show of themselves. */
final class PresentationStore {
  private final DSLContext dsl;

  PresentationStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Presentation read(String propertyId) {
    return new Presentation(
        dsl.selectFrom(IMAGE)
            .where(IMAGE.PROPERTY_ID.eq(propertyId))
            .orderBy(IMAGE.SORT_ORDER)
            .fetch(row -> new Image(row.getSpaceTypeCode(), row.getImageType(), row.getUrl())),
        dsl.selectFrom(CANCELLATION_POLICY)
            .where(CANCELLATION_POLICY.PROPERTY_ID.eq(propertyId))
            .orderBy(CANCELLATION_POLICY.RATE_PLAN_CODE, CANCELLATION_POLICY.SORT_ORDER)
            .fetchGroups(
                CANCELLATION_POLICY.RATE_PLAN_CODE,
                row ->
                    new CancellationPolicy(
                        row.getApplicability(),
                        row.getMomentShift(),
                        row.getFee(),
                        row.getPriceShare().stripTrailingZeros(),
                        row.getNights())));
  }

  static List<TableRecord<?>> rows(String propertyId, Presentation presentation) {
    List<TableRecord<?>> rows = new ArrayList<>();
    for (Image image : presentation.images()) {
      rows.add(
          new ImageRecord()
              .setPropertyId(propertyId)
              .setSortOrder(rows.size())
              .setSpaceTypeCode(image.spaceTypeCode())
              .setImageType(image.type())
              .setUrl(image.url()));
    }
    presentation
        .cancellation()
        .forEach((rate, policies) -> rows.addAll(policyRows(propertyId, rate, policies)));
    return rows;
  }

  private static List<CancellationPolicyRecord> policyRows(
      String propertyId, String ratePlanCode, List<CancellationPolicy> policies) {
    List<CancellationPolicyRecord> rows = new ArrayList<>();
    for (CancellationPolicy policy : policies) {
      rows.add(
          new CancellationPolicyRecord()
              .setPropertyId(propertyId)
              .setRatePlanCode(ratePlanCode)
              .setSortOrder(rows.size())
              .setApplicability(policy.applicability())
              .setMomentShift(policy.offset())
              .setFee(policy.fee())
              .setPriceShare(policy.share())
              .setNights(policy.nights()));
    }
    return rows;
  }

  void forgetCategory(String propertyId, String code) {
    dsl.deleteFrom(IMAGE)
        .where(IMAGE.PROPERTY_ID.eq(propertyId).and(IMAGE.SPACE_TYPE_CODE.eq(code)))
        .execute();
  }

  void forgetRate(String propertyId, String code) {
    dsl.deleteFrom(CANCELLATION_POLICY)
        .where(
            CANCELLATION_POLICY
                .PROPERTY_ID
                .eq(propertyId)
                .and(CANCELLATION_POLICY.RATE_PLAN_CODE.eq(code)))
        .execute();
  }
}
