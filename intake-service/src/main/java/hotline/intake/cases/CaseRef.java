package hotline.intake.cases;

import hotline.lifecycle.CaseStatus;
import java.util.UUID;

/** Which case, and where it stands. */
public record CaseRef(UUID caseId, String caseNo, CaseStatus status, long version) {}
