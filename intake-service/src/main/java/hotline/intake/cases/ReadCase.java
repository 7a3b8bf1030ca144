package hotline.intake.cases;

import hotline.access.Role;
import hotline.access.Scope;
import hotline.access.views.ViewLog;
import hotline.access.views.ViewedBy;
import hotline.intake.cases.CaseSiblings.Sibling;
import hotline.intake.cases.CaseView.SameAsView;
import hotline.intake.progress.CaseFollowing;
import hotline.intake.progress.HeldAssignment;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.replies.UnitReplies;
import hotline.intake.replies.UnitReply;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Opens a case for somebody, with as much as that person may see. */
@ApplicationScoped
class ReadCase {
  private static final Role[] CENTRE = {
    Role.OPERATOR,
    Role.SHIFT_LEAD,
    Role.SCREENER,
    Role.DISPATCHER,
    Role.SUPERVISOR,
    Role.CALLBACK_AGENT,
    Role.CALLBACK_LEAD
  };
  private static final Role[] CALLERS = {Role.CALLBACK_AGENT, Role.CALLBACK_LEAD};
  private static final Role[] UNITS = {Role.UNIT_DESK, Role.CLERK, Role.UNIT_LEADER};

  private final CaseRepository cases;
  private final CaseSupplements supplements;
  private final CaseRefusals refusals;
  private final CaseCorrections corrections;
  private final CaseSiblings siblings;
  private final CaseFollowing following;
  private final UnitReplies replies;
  private final CalledInServices calledIn;
  private final ContactVault vault;
  private final ContactRule contactRule;
  private final Directories directories;
  private final ViewLog viewLog;
  private final Clock clock;

  @Inject
  ReadCase(
      CaseRepository cases,
      CaseSupplements supplements,
      CaseRefusals refusals,
      CaseCorrections corrections,
      CaseSiblings siblings,
      CaseFollowing following,
      UnitReplies replies,
      CalledInServices calledIn,
      ContactVault vault,
      ContactRule contactRule,
      Directories directories,
      ViewLog viewLog,
      Clock clock) {
    this.viewLog = viewLog;
    this.cases = cases;
    this.supplements = supplements;
    this.refusals = refusals;
    this.corrections = corrections;
    this.siblings = siblings;
    this.following = following;
    this.replies = replies;
    this.calledIn = calledIn;
    this.vault = vault;
    this.contactRule = contactRule;
    this.directories = directories;
    this.clock = clock;
  }

  /** Refuses with 404 what the actor may not know of. */
  @Transactional
  CaseView read(String idOrNumber, Scope scope) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    HotlineCase found = cases.known(idOrNumber);
    // Nobody else acts for a unit: who reads for the centre costs no statement more.
    List<HeldAssignment> held =
        scope.actor().isAny(UNITS) ? following.assignments(found.id()) : List.of();
    if (!sees(scope, found, held)) {
      throw CaseRepository.unknown();
    }
    String respondentPath =
        directory.unit(found.subject().respondentUnitId()).map(Unit::path).orElse(null);
    boolean confidential = found.reporter().confidential();
    Optional<Contact> reporter =
        scope.seesReporter(confidential, respondentPath)
            ? vault.contact(found.id()).map(contact -> told(contact, found, scope))
            : Optional.empty();
    List<Sibling> others = scope.actor().isAny(CENTRE) ? siblings.of(found) : List.of();
    boolean knowsCall = scope.actor().isAny(CENTRE) && knowsCall(scope, found, others, directory);
    CaseView view =
        CaseView.of(
            found,
            supplements.of(found.id()),
            refusal(scope, found),
            scope.actor().isAny(CENTRE),
            corrections(found, knowsCall),
            reporter.orElse(null),
            scope.seesAddress(confidential, respondentPath),
            found.isCalledBlind() && scope.actor().isAny(CALLERS),
            contactRule.mayAsk(scope, found, held, respondentPath),
            CorrectionPolicy.allows(scope.actor(), found, now),
            CorrectionPolicy.allowsSplit(scope.actor(), found, now),
            knowsCall ? inSight(scope, others) : List.of(),
            replies(scope, found, respondentPath),
            sameAs(scope, found),
            mayTellReporter(scope, found, reporter.orElse(null), now),
            found.mayCallIn() && scope.actor().isAny(Role.OPERATOR, Role.SCREENER, Role.SHIFT_LEAD),
            calledIn(scope, found),
            directory,
            now);
    viewLog.viewed(scope.actor(), ViewedBy.CASE, found.id(), now);
    return view;
  }

  /**
   * Whether somebody may learn which cases are of one call (一诉多求): of two of them the one may be
   * confidential, and the other name who reported both.
   */
  private static boolean knowsCall(
      Scope scope, HotlineCase found, List<Sibling> others, Directory directory) {
    return mayKnow(
            scope, found.reporter().confidential(), found.subject().respondentUnitId(), directory)
        && others.stream()
            .allMatch(one -> mayKnow(scope, one.confidential(), one.respondentUnitId(), directory));
  }

  private static boolean mayKnow(
      Scope scope, boolean confidential, String respondentUnitId, Directory directory) {
    return !confidential
        || scope.seesReporter(true, directory.unit(respondentUnitId).map(Unit::path).orElse(null));
  }

  private List<Correction> corrections(HotlineCase found, boolean knowsCall) {
    List<Correction> all = corrections.of(found);
    return knowsCall || !found.isSplit()
        ? all
        : all.stream().map(Correction::withoutOtherDemands).toList();
  }

  /**
   * The centre reads to its citizen what was answered, whoever calls. A unit reads at dispatch what
   * it has replied itself; and since what was answered may say who reported, nobody reads it here
   * who may not know.
   */
  private List<UnitReply> replies(Scope scope, HotlineCase found, String respondentPath) {
    boolean reads =
        scope.actor().isAny(CENTRE)
            && found.tellsReplies()
            && scope.seesReporter(found.reporter().confidential(), respondentPath);
    return reads ? replies.of(found.id()) : List.of();
  }

  /** Null of a reporter who was erased, or of whom the reader may not know. */
  private static boolean mayTellReporter(
      Scope scope, HotlineCase found, Contact reporter, Instant now) {
    return reporter != null
        && found.mayTellReporter(reporter.hasNumber())
        && CorrectionPolicy.refusal(scope.actor(), found, now).isEmpty();
  }

  /** Only what was handed over in an emergency has any: most cases cost no statement. */
  private List<CalledInService> calledIn(Scope scope, HotlineCase found) {
    boolean handedOver = found.transfer() != null || found.transferDeclinedAt() != null;
    return handedOver && scope.actor().isAny(CENTRE) ? calledIn.of(found.id()) : List.of();
  }

  /** It may have been found to be a report since, or made confidential. */
  private SameAsView sameAs(Scope scope, HotlineCase found) {
    if (found.sameAs() == null || !scope.actor().isAny(CENTRE)) {
      return null;
    }
    return cases
        .findByIdOptional(found.sameAs())
        .filter(other -> !other.isProtected())
        .filter(other -> scope.seesGrid(other.subject().placePath()))
        .map(SameAsView::of)
        .orElse(null);
  }

  private static List<Sibling> inSight(Scope scope, List<Sibling> others) {
    return others.stream().filter(one -> scope.seesGrid(one.placePath())).toList();
  }

  /** What the centre thought of refusing is nothing to the unit that has it afterwards. */
  private List<RefusalStep> refusal(Scope scope, HotlineCase found) {
    return found.refusalSteps() > 0 && scope.actor().isAny(CENTRE)
        ? refusals.of(found.id())
        : List.of();
  }

  /** Two letters of a name and four digits are enough for a unit that knows its callers. */
  private static Contact told(Contact contact, HotlineCase found, Scope scope) {
    return found.reporter().anonymous() && !scope.actor().isAny(CENTRE)
        ? new Contact(null, null, null)
        : contact;
  }

  private static boolean sees(Scope scope, HotlineCase found, List<HeldAssignment> held) {
    if (!scope.seesGrid(found.subject().placePath())) {
      return false;
    }
    return scope.actor().isAny(CENTRE)
        || held.stream().anyMatch(one -> scope.mayActForUnit(one.unitPath()));
  }
}
