package hotline.intake.disclosure;

import hotline.access.Actor;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.HotlineCase;
import hotline.intake.disclosure.DisclosurePolicy.Basis;
import hotline.intake.disclosure.DisclosurePolicy.Decision;
import hotline.intake.progress.CaseFollowing;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.ContactVault.Opened;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.DirectoryEntry.Unit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells somebody in charge how to reach the reporter (查看联系方式): written down first, then told. */
@ApplicationScoped
class DiscloseContact {

  /** How to reach the reporter; mentioned holds what masking took out of the texts. */
  public record Disclosed(
      String name, String phone, String altPhone, String address, List<String> mentioned) {}

  private final CaseRepository cases;
  private final CaseFollowing following;
  private final ContactVault vault;
  private final AccessLog log;
  private final ViewLog viewLog;
  private final Directories directories;
  private final Clock clock;
  private final int perHour;

  @Inject
  DiscloseContact(
      CaseRepository cases,
      CaseFollowing following,
      ContactVault vault,
      AccessLog log,
      ViewLog viewLog,
      Directories directories,
      Clock clock,
      @ConfigProperty(name = "hotline.disclosure.per-hour") int perHour) {
    this.cases = cases;
    this.following = following;
    this.vault = vault;
    this.log = log;
    this.viewLog = viewLog;
    this.directories = directories;
    this.clock = clock;
    this.perHour = perHour;
  }

  Disclosed disclose(UUID caseId, String reason, Scope scope) {
    // A transaction of its own, committed before anything is told: there is no telling without
    // trace.
    Ruled ruled = QuarkusTransaction.requiringNew().call(() -> decideAndLog(caseId, reason, scope));
    if (ruled.refusal() != null) {
      throw ruled.refusal();
    }
    return ruled.told();
  }

  /** What is told once it is written down, or why nothing is. */
  private record Ruled(Disclosed told, Refusal refusal) {}

  private Ruled decideAndLog(UUID caseId, String reason, Scope scope) {
    Directory directory = directories.current();
    HotlineCase about = cases.known(caseId);
    String respondentPath =
        directory.unit(about.subject().respondentUnitId()).map(Unit::path).orElse(null);
    Decision decision =
        DisclosurePolicy.decide(scope, about, following.assignments(caseId), respondentPath);
    Actor actor = scope.actor();
    Refusal refusal = decision.refusal();
    if (refusal == null && log.givenWithinAnHour(actor.userId()) >= perHour) {
      refusal = new TooManyDisclosures(perHour);
    }
    // Opened before it is written down: of a person who was erased nothing is told to anybody.
    Disclosed told = refusal == null ? told(about, decision.basis()).orElse(null) : null;
    if (refusal == null && told == null) {
      refusal = new ContactErased();
    }
    log.write(
        new AccessLog.Entry(
            caseId,
            actor.userId(),
            actor.unitId(),
            TextMask.mask(reason, null).text(),
            refusal == null ? decision.basis().name() : null,
            refusal == null ? null : refusal.slug(),
            clock.instant()));
    if (refusal == null) {
      viewLog.viewed(actor, ViewedBy.CONTACT, caseId, clock.instant());
    }
    return new Ruled(told, refusal);
  }

  /** Empty when the person was erased. */
  private Optional<Disclosed> told(HotlineCase about, Basis basis) {
    return vault.open(about.id()).map(opened -> told(about, basis, opened));
  }

  private static Disclosed told(HotlineCase about, Basis basis, Opened opened) {
    Contact contact = opened.contact();
    Map<String, String> texts = opened.texts();
    List<String> mentioned =
        texts.entrySet().stream()
            // What the citizen says of a unit is not for the one that it is about.
            .filter(
                text ->
                    basis != Basis.OPEN_ASSIGNMENT
                        || !text.getKey().startsWith(ContactVault.OF_A_RATING))
            .flatMap(text -> TextMask.mask(text.getValue(), null).found().stream())
            .distinct()
            .toList();
    return new Disclosed(
        contact.name(),
        dialable(contact.phone()),
        dialable(contact.altPhone()),
        texts.getOrDefault("address", about.subject().address()),
        mentioned);
  }

  private static String dialable(PhoneNumber phone) {
    return phone == null ? null : phone.dialable();
  }
}
