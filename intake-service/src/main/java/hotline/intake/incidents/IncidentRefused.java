package hotline.intake.incidents;

import hotline.access.IllegalMove;
import java.util.UUID;

/** What cannot be done with an incident, or not with this case. */
public final class IncidentRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private IncidentRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static IncidentRefused ended() {
    return new IncidentRefused(
        "incident-ended",
        "该突发事件已结束。如又发生，请从一件在办工单重新发起。",
        "This incident has ended. If it happens again, declare another from an open case.");
  }

  static IncidentRefused toldOften(int most) {
    return new IncidentRefused(
        "told-often",
        "该突发事件已群发 " + most + " 次短信，不再群发；请在话术中说明最新情况。",
        "Its callers were written to " + most + " times; tell what is new in the script.");
  }

  static IncidentRefused textingOff() {
    return new IncidentRefused(
        "texting-off",
        "本中心未开通短信，不能群发；请在话术中说明。",
        "This centre sends no text messages; tell it in the script.");
  }

  static IncidentRefused protectedCase() {
    return new IncidentRefused(
        "protected-case",
        "举报件和保密件不能作为主单，请选另一件在办工单发起。",
        "A report or a confidential case is not the parent of others; declare it from another open"
            + " case.");
  }

  static IncidentRefused notOpen() {
    return new IncidentRefused(
        "case-not-open",
        "该工单已办结、已并入其他工单或已由外部机构接手，请选另一件在办工单发起。",
        "This case has ended, was merged into another, or another body has it; declare the incident"
            + " from another open case.");
  }

  static IncidentRefused known(UUID incident) {
    IncidentRefused refused =
        new IncidentRefused(
            "incident-known",
            "该工单已发起过突发事件，请打开该事件更新话术；已结束的请选另一件在办工单发起。",
            "An incident was declared from this case before: open it and update its script, or"
                + " declare another from another open case once it has ended.");
    refused.with("incidentId", incident.toString());
    return refused;
  }
}
