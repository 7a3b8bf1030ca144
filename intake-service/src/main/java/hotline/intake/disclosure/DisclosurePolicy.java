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
    /** The unit has an open assignment. */
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
    Optional<Basis> basis = basis(scope, about.status(), about.registeredBy(), held);
    if (basis.isEmpty()) {
      return new Decision(null, DisclosureRefused.notInCharge());
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

  private static Optional<Basis> basis(
      Scope scope, CaseStatus status, String registeredBy, List<HeldAssignment> held) {
    boolean over = CaseMoves.over(status);
    boolean holdsOpen =
        held.stream()
            .anyMatch(
                one -> !AssignmentMoves.over(one.status()) && scope.mayActForUnit(one.unitPath()));
    if (!over && holdsOpen) {
      return Optional.of(Basis.OPEN_ASSIGNMENT);
    }
    if (status == CaseStatus.PENDING_CALLBACK
        && scope.actor().isAny(Role.CALLBACK_AGENT, Role.CALLBACK_LEAD)) {
      return Optional.of(Basis.PENDING_CALLBACK);
    }
    if (!over && scope.actor().is(Role.OPERATOR) && scope.actor().userId().equals(registeredBy)) {
      return Optional.of(Basis.OWN_REGISTRATION);
    }
    return Optional.empty();
  }
}
