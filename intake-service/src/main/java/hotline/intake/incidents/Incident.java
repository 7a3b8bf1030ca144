package hotline.intake.incidents;

import hotline.access.Violations;
import hotline.intake.cases.FormText;
import hotline.intake.cases.HotlineCase;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.CaseMoves;
import hotline.lifecycle.CaseStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that many call about at once, such as a burst main (突发事件): one open case is its parent,
 * one script is read to all who call about it. Its texts are read out and sent: nothing of a person
 * stands in them.
 *
 * @param caseId the parent case, with which those of the callers are proposed to be handled
 * @param area where, in words that are read out
 * @param categoryCode null where none was told
 * @param scriptNo number of the script that is read now, from 1
 * @param messages how many times all callers were written to
 * @param endedBy null while it is in force, as are the two beside it
 */
record Incident(
    UUID id,
    UUID caseId,
    String name,
    String area,
    String categoryCode,
    int scriptNo,
    int messages,
    String declaredBy,
    Instant declaredAt,
    String endedBy,
    Instant endedAt,
    String closingNote,
    long version) {
  /** Whoever is written to more often stops the messages, those about their own case too. */
  static final int MOST_MESSAGES = 5;

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_AREA = 200;
  private static final int LONGEST_SCRIPT = 1000;
  private static final int LONGEST_NOTE = 500;

  /** With signature and number of the case it fits into one message of several parts. */
  private static final int LONGEST_MESSAGE = 300;

  /** Only from a case that the city still has, and that others may be handled with. */
  static void requireParent(HotlineCase parent) {
    if (parent.isProtected()) {
      throw IncidentRefused.protectedCase();
    }
    if (parent.status() == CaseStatus.MERGED
        || parent.isElsewhere()
        || CaseMoves.over(parent.status())) {
      throw IncidentRefused.notOpen();
    }
  }

  static Incident declare(
      UUID id, UUID caseId, String name, String area, String categoryCode, String by, Instant now) {
    return new Incident(id, caseId, name, area, categoryCode, 1, 0, by, now, null, null, null, 1);
  }

  static String checkName(Violations violations, String typed) {
    return text(violations, typed, LONGEST_NAME, "name");
  }

  static String checkArea(Violations violations, String typed) {
    return text(violations, typed, LONGEST_AREA, "area");
  }

  static String checkScript(Violations violations, String typed) {
    return text(violations, typed, LONGEST_SCRIPT, "script");
  }

  static String checkMessage(Violations violations, String typed) {
    return text(violations, typed, LONGEST_MESSAGE, "message");
  }

  static String checkNote(Violations violations, String typed) {
    return text(violations, typed, LONGEST_NOTE, "closingNote");
  }

  private static String text(Violations violations, String typed, int longest, String field) {
    String text = FormText.require(violations, typed, longest, field);
    violations.require(
        text == null || !TextMask.maskAnswer(text, null).changed(),
        field,
        "number-of-a-person",
        "该内容会念给或发给所有来电人，请删去个人手机号、身份证号等个人信息（单位座机可保留）。",
        "This is read or sent to every caller: take out mobile numbers, identity cards and the like;"
            + " the landline of an office may stay.");
    return text;
  }

  boolean inForce() {
    return endedAt == null;
  }

  /** Another script is read from now on. */
  Incident rewriteScript() {
    requireInForce();
    return next(scriptNo + 1, messages, null, null, null);
  }

  /** All callers are written to; also once it is over, such as that the water is back. */
  Incident tellCallers() {
    if (messages >= MOST_MESSAGES) {
      throw IncidentRefused.toldOften(MOST_MESSAGES);
    }
    return next(scriptNo, messages + 1, endedBy, endedAt, closingNote);
  }

  Incident end(String note, String by, Instant now) {
    requireInForce();
    return next(scriptNo, messages, by, now, note);
  }

  private Incident next(int script, int told, String by, Instant at, String note) {
    return new Incident(
        id,
        caseId,
        name,
        area,
        categoryCode,
        script,
        told,
        declaredBy,
        declaredAt,
        by,
        at,
        note,
        version + 1);
  }

  private void requireInForce() {
    if (!inForce()) {
      throw IncidentRefused.ended();
    }
  }
}
