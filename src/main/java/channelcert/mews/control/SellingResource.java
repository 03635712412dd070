package channelcert.mews.control;

import channelcert.contract.control.DeriveRateCommand;
import channelcert.contract.control.PriceByAgeCommand;
import channelcert.contract.control.PropertyCodeCommand;
import channelcert.contract.control.PutAgeCategoryCommand;
import channelcert.contract.control.PutCategoryCommand;
import channelcert.contract.control.PutProductCommand;
import channelcert.contract.control.PutRatePlanCommand;
import channelcert.contract.control.SellPairCommand;
import channelcert.contract.control.StopSellingCommand;
import channelcert.contract.control.api.SellingApi;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.PropertyEditing;

/** Categories, rate plans, products, age categories, and how prices follow from others. */
public final class SellingResource implements SellingApi {
  private final PropertyEditing editing;
  private final ControlStore store;

  SellingResource(PropertyEditing editing, ControlStore store) {
    this.editing = editing;
    this.store = store;
  }

  @Override
  public void putCategory(PutCategoryCommand command) {
    editing.putCategory(
        store.known(command.propertyId()),
        DescriptionMapper.category(command.category()),
        DescriptionMapper.bedding(command.category()));
  }

  @Override
  public void removeCategory(PropertyCodeCommand command) {
    editing.removeCategory(store.known(command.propertyId()), command.code());
  }

  @Override
  public void putRatePlan(PutRatePlanCommand command) {
    editing.putRatePlan(
        store.known(command.propertyId()), DescriptionMapper.ratePlan(command.ratePlan()));
  }

  @Override
  public void removeRatePlan(PropertyCodeCommand command) {
    editing.removeRatePlan(store.known(command.propertyId()), command.code());
  }

  @Override
  public void putProduct(PutProductCommand command) {
    editing.putProduct(
        store.known(command.propertyId()), DescriptionMapper.product(command.product()));
  }

  @Override
  public void removeProduct(PropertyCodeCommand command) {
    editing.removeProduct(store.known(command.propertyId()), command.code());
  }

  @Override
  public void putAgeCategory(PutAgeCategoryCommand command) {
    editing.putAgeCategory(
        store.known(command.propertyId()), DescriptionMapper.ageCategory(command.ageCategory()));
  }

  @Override
  public void removeAgeCategory(PropertyCodeCommand command) {
    editing.removeAgeCategory(store.known(command.propertyId()), command.code());
  }

  @Override
  public void sellPair(SellPairCommand command) {
    editing.sell(
        store.known(command.propertyId()),
        new Pair(command.ratePlanCode(), command.spaceTypeCode()),
        command.gross());
  }

  @Override
  public void stopSelling(StopSellingCommand command) {
    editing.stopSelling(
        store.known(command.propertyId()),
        new Pair(command.ratePlanCode(), command.spaceTypeCode()));
  }

  @Override
  public void priceByAge(PriceByAgeCommand command) {
    editing.priceByAge(
        store.known(command.propertyId()), DescriptionMapper.agePercent(command.agePrices()));
  }

  @Override
  public void deriveRate(DeriveRateCommand command) {
    editing.derive(
        store.known(command.propertyId()), DescriptionMapper.dependentRate(command.rate()));
  }

  @Override
  public void endDeriving(PropertyCodeCommand command) {
    editing.endDeriving(store.known(command.propertyId()), command.code());
  }
}
