package hotline.lifecycle;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the samples tell: one case from the call to its archive, and what may happen to such a case
 * on the way. Analysts copy samples, so no sample says what no service would say.
 */
final class SampleStory {

  /** Says that the sample leaves this field out. */
  static final Object ABSENT = new Object();

  /** Says that a further sample has the field that the first one leaves out. */
  static final Object THERE = new Object();

  /** A second sample of an event: what excludes fields of the first, told apart by a word. */
  record Other(String word, String zh, String en, Map<String, Object> fields) {}

  private static final Instant REPLY_DUE = Instant.parse("2026-03-09T09:30:00Z");
  private static final Instant LATER_DUE = Instant.parse("2026-03-12T09:30:00Z");
  private static final Instant CLOSED_AT = Instant.parse("2026-03-06T02:30:00Z");
  private static final String CENTRE = "center";

  /** What a field says in every sample that does not say otherwise. */
  private static final Map<String, Object> FIELDS =
      Map.ofEntries(
          // The call and its screening, on a Monday morning.
          at("receivedAt", "2026-03-02T01:12:00Z"),
          at("receivedAtBefore", "2026-03-02T01:12:00Z"),
          at("screeningSince", "2026-03-02T01:15:30Z"),
          at("screenDue", "2026-03-02T03:15:30Z"),
          at("handedAt", "2026-03-02T01:14:00Z"),
          at("acknowledgeDue", "2026-03-02T03:14:00Z"),
          at("acknowledgedAt", "2026-03-02T02:05:00Z"),
          at("originalDue", "2026-03-04T09:30:00Z"),
          // The round of handling.
          at("signDue", "2026-03-02T07:10:00Z"),
          at("contactDue", "2026-03-03T01:40:00Z"),
          at("returnUntil", "2026-03-04T01:40:00Z"),
          at("openedAt", "2026-03-04T01:00:00Z"),
          at("heldAt", "2026-03-04T02:00:00Z"),
          at("resumeAt", "2026-03-11T01:00:00Z"),
          at("repliedAt", "2026-03-05T06:20:00Z"),
          Map.entry("endorseBy", REPLY_DUE),
          Map.entry("replyDue", REPLY_DUE),
          Map.entry("replyDueBefore", REPLY_DUE),
          // Beside it: supervision, instruction, owner, notice.
          at("givenAt", "2026-03-03T02:00:00Z"),
          at("startedAt", "2026-03-02T01:20:00Z"),
          at("dueBefore", "2026-03-11T09:30:00Z"),
          Map.entry("dueAt", LATER_DUE),
          at("since", "2026-03-09T09:30:00Z"),
          at("visitDue", "2026-03-13T09:30:00Z"),
          at("signedOffAt", "2026-03-05T09:00:00Z"),
          at("receiptsDueAt", "2026-03-05T09:30:00Z"),
          at("deliveredAt", "2026-03-03T03:00:00Z"),
          // The citizen's answer and what comes after it.
          at("callbackDue", "2026-03-09T08:05:00Z"),
          Map.entry("answeredAt", CLOSED_AT),
          Map.entry("closedAt", CLOSED_AT),
          at("reopenUntil", "2026-04-05T02:30:00Z"),
          at("checkedAt", "2026-03-18T02:00:00Z"),
          at("retentionUntil", "2031-12-31T16:00:00Z"),
          Map.entry("retentionYears", 5),
          Map.entry("kind", CaseKind.HELP),
          Map.entry("kindBefore", CaseKind.HELP),
          Map.entry("urgency", Urgency.NORMAL),
          Map.entry("urgencyBefore", Urgency.NORMAL),
          Map.entry("coUnitIds", List.of("jt")),
          Map.entry("unitIds", List.of("cg")),
          Map.entry("readerUnitIds", List.of("jt")),
          Map.entry("concernedUnitIds", List.of("cg", "jt")),
          Map.entry("fields", List.of(CorrectedField.CATEGORY)),
          Map.entry("backTo", AssignmentStatus.CONTACTED),
          Map.entry("standsAt", AssignmentStatus.CONTACTED),
          Map.entry("deadline", DeadlineKind.REPLY),
          Map.entry("attempts", 3),
          Map.entry("workDays", 3),
          Map.entry("calendarVersion", 2),
          Map.entry("wantsCallback", true),
          Map.entry("claimedSolved", true),
          Map.entry("automatic", true),
          Map.entry("mustAnswer", true),
          Map.entry("inSystem", true),
          Map.entry("ended", true),
          Map.entry("workMinutes", 1410L),
          Map.entry("conferredMinutes", 210L));

  private static final List<String> OF_OTHER_WAYS_IN =
      List.of(
          "externalSource",
          "externalRef",
          "splitFrom",
          "screeningSince",
          "enteredAs",
          "originalDue",
          "formerUnitId",
          "formerExtensions");

  // Last of the constants: it is made of the others.
  private static final Map<EventType, Map<String, Object>> EVENTS = events();

  private SampleStory() {}

  /** Null when the story says nothing of that field. */
  static Object of(String field) {
    return FIELDS.get(field);
  }

  /** What this event says otherwise. */
  static Map<String, Object> of(EventType type) {
    return EVENTS.getOrDefault(type, Map.of());
  }

  /** The further samples of an event, in the order of the dictionary. */
  static List<Other> others(EventType type) {
    return switch (type) {
      case CASE_REGISTERED ->
          List.of(
              new Other(
                  "split",
                  "由来电拆分出的工单",
                  "split out of another request of the same call",
                  registered("splitFrom", "screeningSince")),
              new Other(
                  "upstream",
                  "由外部系统导入的工单",
                  "imported from another system",
                  with(
                      registered("externalSource", "externalRef"),
                      Map.of("channel", Channel.UPSTREAM))),
              new Other(
                  "paper",
                  "系统中断期间的纸质登记，事后补录；来电时间即预审起算时间",
                  "taken down on paper during an outage and typed in afterwards",
                  with(
                      registered(),
                      Map.of(
                          "enteredAs",
                          EnteredAs.PAPER,
                          "screeningSince",
                          FIELDS.get("receivedAt")))),
              new Other(
                  "old-system",
                  "切换日由旧系统转入的在办工单",
                  "handed over open by the system before this one",
                  with(
                      registered("externalSource", "externalRef", "originalDue", "formerUnitId"),
                      Map.of(
                          "enteredAs",
                          EnteredAs.OLD_SYSTEM,
                          "externalSource",
                          "old-hotline",
                          "externalRef",
                          "GD-2026-004211",
                          "formerExtensions",
                          1,
                          "receivedAt",
                          Instant.parse("2026-02-25T03:20:00Z")))));
      case CASE_TRANSFERRED_OUT ->
          List.of(
              new Other(
                  "emergency",
                  "三方通话转 110，对方编号未告知",
                  "handed to the police in a call of three; no number there was told",
                  Map.of(
                      "target",
                      TransferTarget.POLICE_110,
                      "threePartyCall",
                      true,
                      "externalRef",
                      ABSENT)));
      case CASE_RATED ->
          List.of(
              new Other(
                  "dissatisfied",
                  "短信评价：未解决、不满意，附原因；未问及的为未知",
                  "by a text message: not solved, with the reason that it then has; what was not asked is unknown",
                  with(
                      dissatisfied(),
                      Map.of(
                          "channel",
                          Channel.SMS,
                          "responded",
                          Answer.UNKNOWN,
                          "requestTrue",
                          Answer.UNKNOWN))));
      case EVALUATION_RECORDED ->
          List.of(
              new Other(
                  "dissatisfied",
                  "未解决、不满意，因承办单位原因：随后二次办理",
                  "not solved, by the unit's fault: another round is ordered",
                  dissatisfied()));
      case CASE_CLOSED ->
          List.of(
              new Other(
                  "unreachable",
                  "未联系上诉求人：各项均为未知，不是满意",
                  "the citizen was not reached: every answer is unknown, none is yes",
                  Map.of(
                      "closedBy", ClosedBy.UNREACHABLE,
                      "responded", Answer.UNKNOWN,
                      "solved", Solved.UNKNOWN,
                      "satisfied", Answer.UNKNOWN,
                      "requestTrue", Answer.UNKNOWN,
                      "firstSolved", Solved.UNKNOWN,
                      "firstSatisfied", Answer.UNKNOWN)),
              new Other(
                  "second-round",
                  "首轮未解决、二次办理后解决",
                  "not solved in the first round, and then solved in the second",
                  Map.of("rounds", 2, "firstSolved", Solved.NO, "firstSatisfied", Answer.NO)));
      case CASE_REOPENED ->
          List.of(
              new Other(
                  "direct",
                  "重开中心直接答复的工单：无前承办单位，由派单员确定",
                  "of a direct answer: no unit had it, a dispatcher chooses its first",
                  Map.of("round", 1, "unitId", ABSENT)));
      default -> List.of();
    };
  }

  private static Map<EventType, Map<String, Object>> events() {
    Map<EventType, Map<String, Object>> events = new EnumMap<>(EventType.class);
    events.put(EventType.CASE_REGISTERED, registered());
    events.put(
        EventType.SCREENING_MOVED,
        Map.of(
            "dueBefore",
            Instant.parse("2026-03-02T03:15:30Z"),
            "screenDue",
            Instant.parse("2026-03-02T05:45:30Z")));
    Map<String, Object> petition =
        Map.of(
            "target",
            TransferTarget.PETITION,
            "threePartyCall",
            ABSENT,
            "externalRef",
            "XF-2026-000456");
    events.put(EventType.CASE_TRANSFERRED_OUT, petition);
    events.put(
        EventType.CASE_TRANSFER_ACKNOWLEDGED,
        Map.of("target", TransferTarget.PETITION, "externalRef", "XF-2026-000456"));
    events.put(
        EventType.CASE_TRANSFER_DECLINED,
        Map.of(
            "target", TransferTarget.PETITION, "screenDue", Instant.parse("2026-03-02T06:30:00Z")));
    events.put(EventType.CASE_ANSWERED_DIRECT, Map.of("unitId", CENTRE, "unitPath", "/center"));
    events.put(EventType.CASE_MARKED, Map.of("marksBefore", List.of()));
    events.put(
        EventType.CASE_CORRECTED,
        Map.of("placeCodeBefore", "370281001", "placePathBefore", "/3702/370281/370281001"));
    events.put(EventType.ASSIGNMENT_CONTACT_ATTEMPTED, Map.of("result", ContactResult.REACHED));
    events.put(EventType.ASSIGNMENT_COMPLETED, Map.of("replyNo", 2));
    events.put(EventType.ASSIGNMENT_EXTENDED, Map.of("replyDue", LATER_DUE));
    Instant afterHold = Instant.parse("2026-03-16T09:30:00Z");
    events.put(EventType.ASSIGNMENT_HELD, Map.of("replyDue", afterHold));
    events.put(EventType.ASSIGNMENT_RESUMED, Map.of("replyDue", afterHold));
    events.put(
        EventType.ASSIGNMENT_RETURN_REFUSED,
        Map.of("signDue", ABSENT, "backTo", AssignmentStatus.SIGNED));
    Map<String, Object> withoutBasis = Map.of("refusal", RequestRefusal.LACK_OF_BASIS);
    events.put(EventType.ASSIGNMENT_EXTENSION_REFUSED, withoutBasis);
    events.put(EventType.ASSIGNMENT_HOLD_REFUSED, withoutBasis);
    events.put(
        EventType.DISPUTE_OPENED,
        Map.of("requestNo", 2, "returnsAsked", 2, "signDue", ABSENT, "contactDue", ABSENT));
    events.put(EventType.DISPUTE_OPINION_STATED, Map.of("stance", DutyStance.NOT_OURS));
    events.put(EventType.DISPUTE_RULED, Map.of("opinions", 2, "createdRuleId", ABSENT));
    events.put(
        EventType.ASSIGNMENT_SUB_DISPATCHED,
        Map.of("replyDue", Instant.parse("2026-03-06T09:30:00Z")));
    events.put(
        EventType.ASSIGNMENT_SUB_DISPATCH_ENDED, Map.of("backTo", AssignmentStatus.HANDLING));
    events.put(EventType.DEADLINE_APPROACHING, Map.of("dueAt", REPLY_DUE));
    events.put(EventType.DEADLINE_MISSED, Map.of("dueAt", REPLY_DUE));
    events.put(
        EventType.DEADLINE_MOVED,
        Map.of("dueBefore", REPLY_DUE, "dueAt", Instant.parse("2026-03-10T09:30:00Z")));
    events.put(EventType.SUPERVISION_OPENED, Map.of("ruleId", "E-OVERDUE"));
    events.put(EventType.SUPERVISION_TALKED, Map.of("paperNo", "YT2026-0001", "cases", 3));
    events.put(EventType.SUPERVISION_CRITICISED, Map.of("cases", 3));
    Map<String, Object> dispatchDue = Map.of("dueAt", Instant.parse("2026-03-02T05:50:00Z"));
    events.put(EventType.CENTRE_APPROACHING, dispatchDue);
    events.put(EventType.CENTRE_MISSED, dispatchDue);
    events.put(
        EventType.CASE_ESCALATED,
        Map.of(
            "ruleId", "E-OVERDUE",
            "cause", EscalationCause.OVERDUE,
            "threshold", "1wh",
            "fromUnitId", "cg",
            "toUnitId", CENTRE,
            "toUnitPath", "/center"));
    events.put(EventType.OWNER_RESUMED, Map.of("round", 2));
    events.put(EventType.NOTICE_DELIVERED, Map.of("copy", NoticeCopy.ORGANISATION_DEPARTMENT));
    events.put(EventType.NOTICE_RECEIPTED, Map.of("copy", NoticeCopy.ORGANISATION_DEPARTMENT));
    events.put(EventType.NOTICE_WITHDRAWN, Map.of("receipts", 3));
    events.put(
        EventType.CALLBACK_MOVED,
        Map.of(
            "dueBefore",
            FIELDS.get("callbackDue"),
            "callbackDue",
            Instant.parse("2026-03-10T08:05:00Z")));
    events.put(EventType.EVALUATION_RECORDED, Map.of("reason", ABSENT));
    events.put(EventType.CASE_REHANDLE_ORDERED, Map.of("round", 2));
    events.put(EventType.CASE_REOPENED, Map.of("round", 2));
    events.put(
        EventType.CASE_RATED,
        Map.of("reason", ABSENT, "via", RatedVia.SELF_SERVICE, "channel", Channel.WEB));
    events.put(EventType.SPOT_CHECK_DRAWN, Map.of("dueAt", Instant.parse("2026-03-20T09:30:00Z")));
    return events;
  }

  /** A call as it comes in; the named fields are told as well. */
  private static Map<String, Object> registered(String... told) {
    Map<String, Object> fields = new HashMap<>();
    for (String field : OF_OTHER_WAYS_IN) {
      fields.put(field, ABSENT);
    }
    for (String field : told) {
      fields.put(field, THERE);
    }
    return fields;
  }

  private static Map<String, Object> dissatisfied() {
    return Map.of(
        "solved", Solved.NO, "satisfied", Answer.NO, "reason", DissatisfactionReason.UNIT);
  }

  private static Map<String, Object> with(Map<String, Object> fields, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(fields);
    all.putAll(more);
    return all;
  }

  private static Map.Entry<String, Object> at(String field, String time) {
    return Map.entry(field, Instant.parse(time));
  }
}
