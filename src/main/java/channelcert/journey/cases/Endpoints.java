package channelcert.journey.cases;

import channelcert.journey.endpoint.AddressRules;
import channelcert.journey.endpoint.EndpointProbe;
import channelcert.journey.people.Person;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registering and probing the addresses of a case. */
public final class Endpoints {
  /** Operations that every channel manager hosts. */
  static final List<String> MANDATORY =
      List.of("updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup");

  private static final List<String> OPTIONAL =
      List.of(
          "changeNotificaton",
          "processGroup",
          "processAvailabilityBlock",
          "processAvailabilityBlockConfirmation");

  private final CaseStore cases;
  private final EndpointStore store;
  private final AddressRules rules;
  private final EndpointProbe probe;
  private final EndpointUse use;
  private final Clock clock;

  public Endpoints(
      CaseStore cases,
      EndpointStore store,
      AddressRules rules,
      EndpointProbe probe,
      EndpointUse use,
      Clock clock) {
    this.cases = cases;
    this.store = store;
    this.rules = rules;
    this.probe = probe;
    this.use = use;
    this.clock = clock;
  }

  /** Every operation that can be registered, the mandatory ones first. */
  public static List<String> operations() {
    return Stream.concat(MANDATORY.stream(), OPTIONAL.stream()).toList();
  }

  /** Whether every channel manager hosts the operation. */
  public static boolean isMandatory(String operation) {
    return MANDATORY.contains(operation);
  }

  /** The addresses of an environment. */
  public List<RegisteredEndpoint> of(String caseId, Environment environment) {
    return store.of(caseId, environment);
  }

  /**
   * Registers addresses by operation, all of them or none.
   *
   * @param clientToken what Mews is to send as client token; absent leaves it as it is
   * @throws StepRefused naming the first address that is not allowed
   */
  public void register(
      CertificationCase found,
      Environment environment,
      Map<String, String> addresses,
      @Nullable String clientToken,
      Person by) {
    Map<String, URI> others = others(found, environment);
    Set<URI> taken = new HashSet<>(others.values());
    of(found.id(), environment).stream()
        .filter(each -> !addresses.containsKey(each.operation()))
        .forEach(each -> taken.add(each.address()));
    List<CaseChange> changes = new ArrayList<>();
    for (Map.Entry<String, String> each : addresses.entrySet()) {
      URI address = allowed(each.getKey(), each.getValue(), taken);
      taken.add(address);
      changes.add(EndpointStore.register(environment, each.getKey(), address));
    }
    refuseUsedElsewhere(found, addresses);
    Told told = new Told("registerEndpoints", environment.name(), addresses.keySet());
    if (!cases.change(found, changes, told.by(by), clock.instant())) {
      throw StepRefused.conflict("Somebody changed the case meanwhile; read it again.");
    }
    Map<String, URI> all = new HashMap<>();
    of(found.id(), environment).forEach(each -> all.put(each.operation(), each.address()));
    use.registered(found, environment, all, clientToken);
  }

  private static URI address(String text) {
    return URI.create(text);
  }

  private URI allowed(String operation, String text, Set<URI> taken) {
    String field = "endpoints." + operation;
    if (!MANDATORY.contains(operation) && !OPTIONAL.contains(operation)) {
      throw StepRefused.invalid(
          field,
          "There is no operation "
              + operation
              + "; a channel manager hosts "
              + String.join(", ", MANDATORY)
              + ", and if it wants "
              + String.join(", ", OPTIONAL)
              + ".");
    }
    rules
        .problem(text)
        .ifPresent(
            problem -> {
              throw StepRefused.invalid(field, "The address of " + operation + ": " + problem);
            });
    URI address = address(text);
    if (taken.contains(address)) {
      throw StepRefused.invalid(
          field,
          "The address of "
              + operation
              + " is registered for another operation or environment; each needs its own.");
    }
    return address;
  }

  /** A case may go on with the addresses of those that it certifies again. */
  private void refuseUsedElsewhere(CertificationCase found, Map<String, String> addresses) {
    Set<String> own = new HashSet<>(Set.of(found.id()));
    Optional<String> before = Optional.ofNullable(found.predecessor());
    while (before.isPresent() && own.add(before.get())) {
      before = before.flatMap(cases::find).map(CertificationCase::predecessor);
    }
    List<URI> wanted = addresses.values().stream().map(Endpoints::address).toList();
    Set<URI> used = store.usedElsewhere(own, wanted);
    addresses.forEach(
        (operation, address) -> {
          if (used.contains(address(address))) {
            throw StepRefused.invalid(
                "endpoints." + operation,
                "The address of "
                    + operation
                    + " is registered in another case; every case needs its own.");
          }
        });
  }

  private Map<String, URI> others(CertificationCase found, Environment environment) {
    Environment other = environment == Environment.TEST ? Environment.PRODUCTION : Environment.TEST;
    Map<String, URI> addresses = new HashMap<>();
    of(found.id(), other).forEach(each -> addresses.put(each.operation(), each.address()));
    return addresses;
  }

  /** Calls every address of the environment once and notes what is wrong with it. */
  public void probe(CertificationCase found, Environment environment, Person by) {
    List<CaseChange> changes = new ArrayList<>();
    for (RegisteredEndpoint each : of(found.id(), environment)) {
      Optional<String> problem = probe.problem(each.operation(), each.address());
      changes.add(EndpointStore.probed(environment, each.operation(), problem.orElse(null)));
    }
    Told told = new Told("probeEndpoints", environment.name(), Set.of());
    if (!cases.change(found, changes, told.by(by), clock.instant())) {
      throw StepRefused.conflict("Somebody changed the case meanwhile; probe again.");
    }
  }

  /** What is wrong with the addresses of an environment, in sentences; empty when nothing is. */
  public List<String> problems(String caseId, Environment environment) {
    Map<String, RegisteredEndpoint> registered = new HashMap<>();
    of(caseId, environment).forEach(each -> registered.put(each.operation(), each));
    List<String> problems = new ArrayList<>();
    for (String operation : MANDATORY) {
      RegisteredEndpoint endpoint = registered.get(operation);
      if (endpoint == null) {
        problems.add("The address of " + operation + " is missing.");
      } else if (endpoint.problem() != null) {
        problems.add("The address of " + operation + ": " + endpoint.problem());
      } else if (endpoint.reachedAt() == null) {
        problems.add("The address of " + operation + " was not reached yet; probe it.");
      }
    }
    return problems;
  }

  /** Whether the mandatory operations all have an address. */
  boolean areCreated(String caseId) {
    return store.of(caseId, Environment.TEST).stream()
        .map(RegisteredEndpoint::operation)
        .toList()
        .containsAll(MANDATORY);
  }

  private record Told(String action, String environment, Set<String> operations) {
    CaseStore.Told by(Person person) {
      return History.told(
          person, action, Map.of("environment", environment, "operations", operations));
    }
  }
}
