package hotline.intake.disclosure;

import hotline.access.Role;
import hotline.access.Scope;
import hotline.intake.cases.HotlineCase;
import hotline.intake.progress.HeldAssignment;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import java.util.List;
import java.util.Optional;

/** Who may be told how to reach a reporter, and on what ground. */
final class DisclosurePolicy {

  /** The ground on which a contact is given. */
  enum Basis {
    /** The unit has an open assignment, and the reporter did not report anonymously. */
    OPEN_ASSIGNMENT,
    /** The case waits for its callback. */
    PENDING_CALLBACK,
    /** Who registered the case calls back about it. */
    OWN_REGISTRATION
  }

  /** Given on a basis, or refused. */
  record Decision(Basis basis, DisclosureRefused refusal) {}

  private DisclosurePolicy() {}

  /**
   * @param respondentPath the unit that the case complains about, or null
   */
  static Decision decide(
      Scope scope, HotlineCase about, List<HeldAssignment> held, String respondentPath) {
    boolean over = CaseMoves.over(about.status());
    boolean handles = !over && holdsOpen(scope, held);
    boolean anonymous = about.reporter().anonymous();
    Optional<Basis> basis =
        handles && !anonymous
            ? Optional.of(Basis.OPEN_ASSIGNMENT)
            : centre(scope, about.status(), over, about.registeredBy());
    if (basis.isEmpty()) {
      return new Decision(
          null, handles ? DisclosureRefused.anonymous() : DisclosureRefused.notInCharge());
    }
    if (scope.seesReporter(about.reporter().confidential(), respondentPath)) {
      return new Decision(basis.get(), null);
    }
    return new Decision(
        null,
        scope.seesReporter(about.reporter().confidential(), null)
            ? DisclosureRefused.respondent()
            : DisclosureRefused.confidential());
  }

  private static boolean holdsOpen(Scope scope, List<HeldAssignment> held) {
    return held.stream()
        .anyMatch(
            one -> !AssignmentMoves.over(one.status()) && scope.mayActForUnit(one.unitPath()));
  }

  /** The hotline centre knows who reported anonymously too: it alone speaks with the reporter. */
  private static Optional<Basis> centre(
      Scope scope, CaseStatus status, boolean over, String registeredBy) {
    if ((status == CaseStatus.PENDING_CALLBACK || status == CaseStatus.ANSWERED_DIRECT)
        && scope.actor().isAny(Role.CALLBACK_AGENT, Role.CALLBACK_LEAD)) {
      return Optional.of(Basis.PENDING_CALLBACK);
    }
    if (!over && scope.actor().is(Role.OPERATOR) && scope.actor().userId().equals(registeredBy)) {
      return Optional.of(Basis.OWN_REGISTRATION);
    }
    return Optional.empty();
  }
}
