package hotline.dispatch.supervision;

import hotline.access.Violations;
import hotline.lifecycle.SupervisionLevel;
import hotline.lifecycle.SupervisionReason;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a supervisor demands; absent unit is the lead unit of the case. */
@Schema(name = "SupervisionOrderEntry")
public record OrderEntry(
    UUID caseId, String unitId, SupervisionLevel level, SupervisionReason reason, String demand) {

  private static final int LONGEST = 2_000;

  void check() {
    new Violations()
        .require(caseId != null, "caseId", "required", "必填。", "This is required.")
        .require(level != null, "level", "required", "请选择督办级别。", "Choose the level.")
        .require(reason != null, "reason", "required", "请选择督办事由。", "Choose the reason.")
        .required(demand, "demand")
        .atMost(demand, LONGEST, "demand")
        .throwIfAny();
  }
}
