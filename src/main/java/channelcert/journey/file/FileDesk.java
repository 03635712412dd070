package channelcert.journey.file;

import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.ReturnedWorkbook;
import channelcert.certification.file.UnusableFile;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import channelcert.journey.cases.Action;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.EndpointStore;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.environment.FileGaps;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Effect;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands certification files out and takes them back. */
public final class FileDesk implements FileGaps {
  private static final String FIELD = "file";

  private final FileStore store;
  private final CaseFile cases;
  private final SigningKeys keys;
  private final Clock clock;

  public FileDesk(
      FileStore store,
      PersonStore people,
      EndpointStore endpoints,
      OutcomeStore outcomes,
      SigningKeys keys,
      Clock clock) {
    this.store = store;
    this.cases = new CaseFile(people, endpoints, outcomes);
    this.keys = keys;
    this.clock = clock;
  }

  /** What the effects of steps do with the file. */
  public Map<Effect, Action> actions() {
    return Map.of(
        Effect.ISSUE_FILE, (found, input, by) -> issue(found, by),
        Effect.FREEZE_FILE, (found, input, by) -> freeze(found));
  }

  /** The versions of a case, oldest first. */
  public List<FileVersion> versions(CertificationCase found) {
    return store.versions(found.id());
  }

  /** The newest version of the attempt. */
  public Optional<FileVersion> newest(CertificationCase found) {
    return versions(found).stream()
        .filter(each -> each.attempt() == found.attempt())
        .reduce((first, second) -> second);
  }

  @Override
  public List<String> of(CertificationCase found) {
    return newest(found)
        .map(version -> version.file().missing())
        .orElse(List.of("the file, which is handed out once the tests are reported"));
  }

  /**
   * Takes a filled-in workbook back.
   *
   * @return whether it made a new version; the same answers make none
   * @throws StepRefused when it cannot be used, saying why and where
   */
  public boolean upload(CaseDesk desk, CertificationCase found, Person by, byte[] workbook) {
    FileVersion answered = answerable(found);
    try {
      ReturnedWorkbook returned = ReturnedWorkbook.read(workbook, answered.file());
      returned
          .complaint()
          .ifPresent(
              complaint -> {
                throw StepRefused.invalid(FIELD, complaint);
              });
      CertificationFile file =
          CertificationFile.of(answered.file().content()).with(returned.answers());
      return take(desk, found, by, answered, file, workbook);
    } catch (UnusableFile e) {
      throw StepRefused.invalid(FIELD, "The file cannot be used: " + e.reason() + ".");
    }
  }

  /**
   * Fills fields in without the workbook.
   *
   * @param answers by the key of the field; a blank one takes an answer away
   * @return whether it made a new version; the same answers make none
   * @throws StepRefused when there is no such field
   */
  public boolean fillIn(
      CaseDesk desk, CertificationCase found, Person by, Map<String, String> answers) {
    FileVersion answered = answerable(found);
    List<String> known = answered.file().fields().stream().map(each -> each.key()).toList();
    for (String key : answers.keySet()) {
      if (!known.contains(key)) {
        throw StepRefused.invalid(key, "The file has no field " + key + ".");
      }
    }
    return take(desk, found, by, answered, answered.file().with(answers), null);
  }

  /** A partner may hand in as often as wanted, until the file is returned. */
  private FileVersion answerable(CertificationCase found) {
    if (found.state() != CaseState.FILE_ISSUED) {
      throw StepRefused.conflict(
          "The certification file is filled in while it is with the partner (FILE_ISSUED); the"
              + " case is in "
              + found.state()
              + ".");
    }
    return newest(found).orElseThrow();
  }

  private boolean take(
      CaseDesk desk,
      CertificationCase found,
      Person by,
      FileVersion answered,
      CertificationFile file,
      byte @Nullable [] workbook) {
    if (file.answers().equals(answered.file().answers())) {
      return false;
    }
    Integer answers =
        answered.answersNumber() == null
            ? Integer.valueOf(answered.number())
            : answered.answersNumber();
    FileVersion version = version(found, answers, file, by);
    desk.change(
        found,
        by,
        "fillInFile",
        Map.of("version", version.number(), "sha256", version.sha256()),
        List.of(FileStore.add(version, workbook)));
    return true;
  }

  /** A file that was given back keeps what the partner had filled in. */
  private Action.Prepared issue(CertificationCase found, @Nullable Person by) {
    int number = store.versions(found.id()).size() + 1;
    CertificationFile fresh = CertificationFile.of(cases.content(found, number, clock.instant()));
    List<String> fields = fresh.fields().stream().map(each -> each.key()).toList();
    Map<String, String> before =
        newest(found)
            .map(version -> version.file().answers())
            .map(Map::copyOf)
            .orElse(Map.of())
            .entrySet()
            .stream()
            .filter(each -> fields.contains(each.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Action.Prepared.of(FileStore.add(version(found, null, fresh.with(before), by), null));
  }

  /** Another version of what was handed out, with what is known now. */
  List<CaseChange> again(CertificationCase found, Person by) {
    return issue(found, by).changes();
  }

  private Action.Prepared freeze(CertificationCase found) {
    return Action.Prepared.of(FileStore.freeze(newest(found).orElseThrow().number()));
  }

  private FileVersion version(
      CertificationCase found,
      @Nullable Integer answers,
      CertificationFile file,
      @Nullable Person by) {
    byte[] content = file.json();
    return new FileVersion(
        found.id(),
        store.versions(found.id()).size() + 1,
        found.attempt(),
        answers,
        file,
        keys.sign(Sort.FILE, content),
        sha256(content),
        by == null ? null : by.id(),
        clock.instant(),
        false);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
