package hotline.intake.cases;

import hotline.access.Refusal;

/** The request from elsewhere is registered already; names the case. */
public class ExternalRefKnown extends Refusal {
  private static final long serialVersionUID = 1L;

  ExternalRefKnown(CaseRef known) {
    super(
        "external-ref-known",
        409,
        "该来源编号已登记",
        "Registered already",
        "同一来源编号的诉求已登记，工单编号见 caseNo。",
        "A request with this source and reference is registered; its number is in caseNo.");
    with("caseId", known.caseId().toString());
    with("caseNo", known.caseNo());
    with("caseStatus", known.status().name());
    with("version", known.version());
  }
}
