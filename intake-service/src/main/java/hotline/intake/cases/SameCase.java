package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.lifecycle.CaseKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The open case of another citizen that a request is proposed to be handled with (并入): a hint to
 * the dispatcher, who compares the two and decides. Whether it is still open then, dispatch says.
 */
@ApplicationScoped
class SameCase {
  private final CaseRepository cases;

  @Inject
  SameCase(CaseRepository cases) {
    this.cases = cases;
  }

  /** Null when none was named. What may not be known is refused as what does not exist. */
  @Transactional
  UUID of(String typed, Registration registration, Scope scope) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (registration.confidential() || registration.kind() == CaseKind.REPORT) {
      throw new Invalid(
          "sameAs",
          "protected",
          "举报件和保密件不并入其他工单，请取消并入后再登记。",
          "A report or a confidential request joins no other case; register it without.");
    }
    String text = typed.strip();
    HotlineCase named =
        CaseNumber.isOne(text)
            ? cases.byNumber(CaseNumber.parse(text, "sameAs")).orElse(null)
            : null;
    if (named == null || named.isProtected() || !scope.seesGrid(named.subject().placePath())) {
      throw new Invalid(
          "sameAs",
          "unknown-case",
          "没有可以并入的这件工单，请核对工单编号，或取消并入后再登记。",
          "There is no such case to join; check its number, or register without it.");
    }
    return named.id();
  }
}
