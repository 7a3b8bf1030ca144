package hotline.intake.track;

import hotline.access.TooManyRequests;
import hotline.access.Violations;
import hotline.intake.cases.CaseNumber;
import hotline.intake.cases.CaseRepository;
import hotline.intake.cases.HotlineCase;
import hotline.intake.cases.QueryCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds a case for who knows its number and its code. */
@ApplicationScoped
class FindOwnCase {
  private final CaseRepository cases;
  private final QueryCode queryCode;
  private final WrongCodes wrongCodes;

  @Inject
  FindOwnCase(CaseRepository cases, QueryCode queryCode, WrongCodes wrongCodes) {
    this.cases = cases;
    this.queryCode = queryCode;
    this.wrongCodes = wrongCodes;
  }

  /** In a transaction of its own: a wrong code counts also when everything else is rolled back. */
  HotlineCase find(String caseNo, String code) {
    Violations violations = new Violations();
    violations.required(caseNo, "caseNo").required(code, "queryCode");
    violations.throwIfAny();
    CaseNumber number = CaseNumber.parse(caseNo, "caseNo");
    HotlineCase found = QuarkusTransaction.requiringNew().call(() -> check(number, code));
    if (found == null) {
      throw new TrackNotFound();
    }
    return found;
  }

  private HotlineCase check(CaseNumber number, String code) {
    HotlineCase found = cases.byNumber(number).orElse(null);
    if (found == null) {
      return null;
    }
    if (wrongCodes.tooMany(found.id())) {
      throw new TooManyRequests(WrongCodes.MINUTES * 60L);
    }
    if (queryCode.fits(found, code)) {
      return found;
    }
    wrongCodes.count(found.id());
    return null;
  }
}
