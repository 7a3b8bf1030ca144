package hotline.dispatch.limits;

import hotline.dispatch.limits.LimitPolicy.Limited;
import hotline.dispatch.reference.SeedFile;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.util.Map;

/** The shipped policy, for tests of rules that need limits. */
public final class Policies {

  private Policies() {}

  public static LimitPolicy shipped() {
    LimitPolicy policy = new LimitPolicy("sd-default/1");
    for (Map<String, String> row : SeedFile.rows("limits.csv")) {
      policy.with(
          row.get("kind") == null ? null : CaseKind.valueOf(row.get("kind")),
          Urgency.valueOf(row.get("urgency")),
          Limited.valueOf(row.get("clock")),
          LimitPolicies.rule(row.get("limit"), row.get("start_rule"), row.get("end_rule")),
          LimitPolicies.times(row.get("times")));
    }
    return policy;
  }
}
