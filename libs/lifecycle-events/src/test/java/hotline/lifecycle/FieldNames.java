package hotline.lifecycle;

import java.util.Map;

/** What each field name means, once for all events that carry it. */
final class FieldNames {

  /** Meaning in both languages; the example is that of text fields. */
  record Meaning(String zh, String en, String example) {}

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          entry("kind", "诉求类型", "What the citizen wants"),
          entry("urgency", "紧急程度", "How fast it must be acted upon"),
          entry("channel", "来源渠道", "How it came in"),
          entry("categoryCode", "诉求分类代码（登记时）", "Category code as filed", "010102"),
          entry("placeCode", "事发地区划代码", "Code of the place", "370281001"),
          entry(
              "placePath", "事发地区划路径（登记时）", "Path of the place as filed", "/3702/370281/370281001"),
          entry("receivedAt", "诉求到达时间", "When the request reached the centre"),
          entry("anonymous", "是否匿名", "Whether the reporter gave no name"),
          entry("confidential", "是否要求保密", "Whether the reporter asked for secrecy"),
          entry(
              "sameAs",
              "疑似重复的他人工单",
              "Case of another citizen that this one may be the same matter as"),
          entry("reachable", "是否留有电话", "Whether the reporter left a number"),
          entry("wantsCallback", "是否需要回访", "Whether the reporter wants to be called back"),
          entry(
              "callerRef",
              "诉求人假名（同一号码相同，不可反推）",
              "Pseudonym of the reporter: same for the same number, not reversible",
              "c_6f1ed002ab559585"),
          entry("externalSource", "外部来源", "System that the request was imported from", "province"),
          entry("externalRef", "外部编号", "Its number there", "SD-2026-000123"),
          entry(
              "knowledgeItem",
              "所依据的知识条目编号",
              "Item of knowledge that the answer rests on",
              "KB-0123"),
          entry("knowledgeVersion", "该条目的版本", "Version of that item", "7"),
          entry("supplementNo", "第几次补充", "Number of the supplement, from 1"),
          entry("urgeCount", "累计催办次数", "Urges so far"),
          entry("reason", "原因代码", "Reason code"),
          entry(
              "round",
              "办理轮次，首办为 1，中心直接答复为 0",
              "Round of handling, 1 is the first; 0 is a direct answer of the centre"),
          entry("leadUnitId", "主办单位", "Lead unit", "cg"),
          entry("coUnitIds", "协办单位", "Co-handling units"),
          entry("automatic", "是否自动派单", "Whether a rule dispatched it"),
          entry(
              "ruleId",
              "命中的规则：派单目录条目或升级规则",
              "Rule that matched: of the routing catalogue, or of escalation",
              "0101-370281"),
          entry("catalogueVersion", "派单目录版本", "Version of the routing catalogue", "3"),
          entry("assignmentId", "承办任务编号", "Assignment"),
          entry("role", "主办或协办", "Lead or co-handler"),
          entry("unitId", "单位代码", "Unit", "cg"),
          entry("unitPath", "单位路径（当时）", "Path of the unit at that time", "/center/cg"),
          entry("signDue", "签收时限", "Due time of the signature"),
          entry("contactDue", "先行联系时限", "Due time of the first contact"),
          entry("replyDue", "答复时限", "Due time of the reply"),
          entry("policyVersion", "时限规则版本", "Version of the limit policy", "sd-default-1"),
          entry("late", "是否超期", "Whether it came after the due time"),
          entry("attemptNo", "第几次", "Number of the attempt, from 1"),
          entry("result", "结果代码", "Result code"),
          entry("replyNo", "第几次答复", "Number of the reply, from 1"),
          entry("claimedSolved", "单位自称已解决", "Whether the unit claims to have solved it"),
          entry("workMinutes", "答复时钟已走的工作分钟", "Working minutes that the reply clock has run"),
          entry(
              "handlerRef",
              "办理人假名",
              "Pseudonym of the handler",
              "0b5c9f0e-6a0d-4a53-9a3b-1f2e3d4c5b6a"),
          entry(
              "reviewerRef",
              "审核人假名",
              "Pseudonym of the reviewer",
              "7d2a4c1b-3e5f-4a6b-8c7d-9e0f1a2b3c4d"),
          entry("repliedAt", "答复时间", "When the reply was submitted"),
          entry("requestNo", "该任务的第几次申请", "Number of the request of this assignment, from 1"),
          entry("suggestedUnitId", "退单单位建议的承办单位", "Unit that the returning unit suggests", "jt"),
          entry("returnUntil", "退单期限", "End of the return window"),
          entry("returnCount", "工单累计退单次数", "Returns of the case so far"),
          entry("refusal", "不予批准原因代码", "Reason code of the refusal"),
          entry("backTo", "回到的任务状态", "Status in which the assignment stands again"),
          entry("disputeNo", "该工单的第几次会商", "Number of the dispute of this case, from 1"),
          entry("returnsAsked", "该工单主办单位申请退单的次数", "How often a lead unit asked to return the case"),
          entry(
              "concernedUnitIds",
              "参加会商的单位",
              "Units that are asked for their opinion, the lead as well"),
          entry("standsAt", "任务所处的状态", "Status from which the unit acts meanwhile"),
          entry("opinionNo", "该次会商的第几条意见", "Number of the opinion in the dispute, from 1"),
          entry("stance", "对本单位职责的意见", "What the unit says about its own duty"),
          entry("opinions", "裁定前的意见条数", "Opinions stated before the ruling"),
          entry(
              "conferredMinutes", "从会商到裁定的工作分钟", "Working minutes from the opening to the ruling"),
          entry(
              "createdRuleId",
              "裁定新设的派单目录条目",
              "Routing rule that the ruling created",
              "0101-370281"),
          entry("openedAt", "会商开始时间", "When the dispute was opened"),
          entry("draftNo", "该任务的第几次送签", "Number of the draft of this assignment, from 1"),
          entry("act", "送签事项", "What waits for the signature"),
          entry("endorseBy", "最迟签发时间", "By when it must be signed to be in time"),
          entry("endorsement", "签发结果", "What became of the draft"),
          entry("partAssignmentId", "下级单位的任务", "Assignment of the unit below"),
          entry("partUnitId", "承接下派的单位", "Unit below that gets a part", "cg-1"),
          entry("workDays", "申请或批准的工作日数", "Work days asked for or granted"),
          entry("replyDueBefore", "延期前的答复时限", "Due time of the reply before the extension"),
          entry("resumeAt", "挂起至（到时恢复计时）", "When the clock runs again"),
          entry("heldAt", "挂起时间", "When the clock was stopped"),
          entry("resumedBy", "恢复方式", "What ended the hold"),
          entry("deadline", "哪个时限", "Which clock"),
          entry("dueAt", "时限", "Due time"),
          entry("duty", "中心环节", "Which duty of the centre"),
          entry("startedAt", "起算时间", "Since when the clock runs"),
          entry("dueBefore", "变更前的时限", "Due time before the change"),
          entry("change", "时限变更原因", "What moved the due time"),
          entry("calendarVersion", "工作日历版本", "Version of the work calendar"),
          entry("urgeNo", "中心第几次催办", "Number of the centre's urge, from 1"),
          entry("form", "催办方式", "Form of the urge"),
          entry("orderId", "督办单", "Supervision order"),
          entry("orderNo", "督办单编号", "Number of the supervision order", "DB2026-0001"),
          entry("level", "督办级别", "Level of supervision"),
          entry("answerNo", "第几次整改反馈", "Number of the rectification report, from 1"),
          entry("escalationNo", "第几次升级", "Number of the escalation, from 1"),
          entry("cause", "升级原因", "What the rule saw"),
          entry("fromUnitId", "办理单位", "Unit whose task it is about", "s370281001"),
          entry("toUnitId", "升级到的单位", "Unit that coordinates from now on", "d370281"),
          entry("toUnitPath", "其路径（当时）", "Its path at that time", "/center/d370281"),
          entry("toLevel", "其层级，中心为 1", "Its level, 1 is the centre"),
          entry("threshold", "规则的限度", "Limit of the rule", "1wd"),
          entry(
              "since",
              "限度从何时起算；临近时限的，从该时限倒数",
              "From when that limit counts; backwards from a due time that is near"),
          entry("instructionId", "批示件", "Instruction"),
          entry("instructionNo", "批示件编号", "Number of the instruction", "PS2026-0001"),
          entry("onPaper", "是否由督办员录入的纸质批示", "Whether a supervisor typed what came on paper"),
          entry("unitIds", "应反馈的单位", "Units that must answer"),
          entry("readerUnitIds", "阅知的单位", "Units that only read it"),
          entry("givenAt", "批示时间", "When the instruction was given"),
          entry("mustAnswer", "该单位是否应反馈", "Whether the unit must answer"),
          entry("feedbackNo", "该单位第几次反馈", "Number of the feedback of this unit, from 1"),
          entry("ended", "批示件是否办结", "Whether the instruction is done"),
          entry("ownershipId", "包案编号", "Ownership of the case"),
          entry(
              "ownerRef",
              "包案领导假名",
              "Pseudonym of the owner",
              "3d1c8a70-52b4-4d0e-9c61-7a8b9c0d1e2f"),
          entry(
              "previousOwnerRef",
              "移交前的包案领导假名",
              "Pseudonym of the owner before",
              "5e2f9b81-63c5-4e1f-8d72-8b9c0d1e2f3a"),
          entry("previousUnitId", "移交前包案领导的单位", "Unit of the owner before", "zj"),
          entry("visitNo", "第几次走访", "Number of the visit, from 1"),
          entry("visitDue", "下次走访时限", "Due time of the next visit"),
          entry("visits", "走访次数", "Visits so far"),
          entry("signedOffAt", "销号时间", "When the owner signed off"),
          entry("answeredAt", "诉求人评价或撤诉的时间", "When the citizen answered or withdrew"),
          entry("noticeId", "六联责任单", "Responsibility notice"),
          entry("noticeNo", "责任单编号", "Number of the responsibility notice", "ZR2026-0001"),
          entry("ground", "发责任单或会商的事由", "Why a notice was issued or the units were convened"),
          entry("receiptsDueAt", "六联签收时限", "Due time of the six receipts"),
          entry("copy", "联次", "Copy of the notice"),
          entry("recipientUnitId", "收件单位", "Unit that the copy is for", "zzb"),
          entry("delivery", "送达方式", "How the copy was delivered"),
          entry("deliveredAt", "送达时间", "When the copy was delivered"),
          entry("inSystem", "是否由收件方在系统中签收", "Whether the recipient confirmed it in the system"),
          entry("receipts", "已签收联数", "Receipts that are in"),
          entry("recordId", "通报或约谈记录", "Record of the criticism or the talk"),
          entry("paperNo", "文书编号", "Number of the paper", "TB2026-0001"),
          entry("cases", "所依据的工单数", "Cases that it rests on"),
          entry("mainCaseId", "并入的主单", "Main case that it is handled with"),
          entry("incidentId", "因哪起突发事件一并并单", "Incident whose calls were merged together"),
          entry(
              "splitFrom",
              "拆分自哪一件工单（来电最初登记的工单）",
              "Request as which the call was registered, of one that was split out of it"),
          entry(
              "screeningSince",
              "预审时限自何时起计（拆分的工单自来电登记时起，补录的自来电时起）",
              "From when the screening counts: of a request that was split from the registration of"
                  + " the call, of a paper form from its receipt"),
          entry(
              "enteredAs", "补登方式：真实时间之后才登记的诉求", "How it came to be registered after its true time"),
          entry("originalDue", "原系统承诺的办结时限", "By when the old system had promised to close it"),
          entry("formerUnitId", "原系统中的承办单位", "Unit that had it in the old system", "cg"),
          entry("formerExtensions", "原系统中已延期次数", "Times it was extended in the old system"),
          entry("splitInto", "拆出的工单", "Requests that were split off"),
          entry("newCases", "拆出件数", "How many were split off"),
          entry("callbackId", "回访任务编号", "Callback task"),
          entry("correctionNo", "第几次更正", "Number of the correction, from 1"),
          entry("fields", "更正的项目", "What was corrected"),
          entry("kindBefore", "更正前的诉求类型", "Kind before the correction"),
          entry("urgencyBefore", "更正前的紧急程度", "Urgency before the correction"),
          entry("channelBefore", "更正前的来源渠道", "Channel before the correction"),
          entry(
              "categoryCodeBefore", "更正前的诉求分类代码", "Category code before the correction", "010201"),
          entry(
              "placeCodeBefore",
              "更正前的区划代码",
              "Code of the place before the correction",
              "370281002"),
          entry(
              "placePathBefore",
              "更正前的区划路径",
              "Path of the place before the correction",
              "/3702/370281/370281002"),
          entry("receivedAtBefore", "更正前的到达时间", "Time of receipt before the correction"),
          entry("marksBefore", "变更前的标签", "Marks before the change"),
          entry("marks", "标签", "Marks"),
          entry("target", "转出对象", "Body outside that takes it over"),
          entry("handedAt", "转交时间", "When it was handed over"),
          entry("acknowledgeDue", "对方回执时限", "Due time of the acknowledgement"),
          entry("acknowledgedAt", "对方回执时间", "When the body acknowledged it"),
          entry("threePartyCall", "是否三方通话", "Whether caller, operator and body spoke together"),
          entry("screenDue", "预审时限", "Due time of the screening"),
          entry("callbackDue", "回访时限", "Due time of the callback"),
          entry("responded", "单位是否联系（诉求人说）", "Did the unit contact you, as the citizen says"),
          entry("solved", "是否解决（诉求人说）", "Solved, as the citizen says"),
          entry("satisfied", "是否满意", "Satisfied"),
          entry("requestTrue", "诉求是否属实", "Whether the request was true"),
          entry("via", "评价方式", "How the rating was given"),
          entry("attempts", "回访次数", "Callback attempts"),
          entry("closedBy", "办结原因", "What closed the case"),
          entry("rounds", "办理轮数", "Rounds of handling"),
          entry("firstSolved", "首轮是否解决", "Solved in the first round"),
          entry("firstSatisfied", "首轮是否满意", "Satisfied in the first round"),
          entry("reopenUntil", "可申请重开至", "Until when it may be reopened"),
          entry(
              "citizenMayReopen",
              "诉求人可否申请重开（末轮或不重办的类型不可）",
              "Whether the citizen may ask for it: not in the last round, nor of kinds that are not"
                  + " handled again"),
          entry("by", "由谁申请", "Who asked for it"),
          entry("closedAt", "办结时间", "When the case was closed"),
          entry("exclusionId", "剔除申请", "Application for the exclusion"),
          entry("appealId", "考核申诉", "Appeal"),
          entry("retentionYears", "保管年限（自办结次年起整年计）", "Full years after that of the closing"),
          entry(
              "retentionUntil",
              "保管至（届时如有法律保留则继续保管）",
              "Until when the record is kept, unless a legal hold stands then"),
          entry("holdId", "法律保留编号", "Legal hold"),
          entry("othersStand", "是否另有法律保留", "Whether another legal hold stands"),
          entry("checkId", "抽查任务编号", "Spot check"),
          entry("drawId", "抽样编号", "Draw that it belongs to"),
          entry("basis", "抽样方式", "How it was drawn"),
          entry("finding", "核查结果", "What was found"),
          entry("contacted", "承办单位是否联系过诉求人（核查所知）", "Whether the unit had contacted the citizen"),
          entry("checkedAt", "现场核查时间", "When the checker was there"));

  private FieldNames() {}

  static Meaning of(String field) {
    Meaning meaning = MEANINGS.get(field);
    if (meaning == null) {
      throw new IllegalStateException("Say in FieldNames what the field " + field + " means");
    }
    return meaning;
  }

  private static Map.Entry<String, Meaning> entry(String name, String zh, String en) {
    return entry(name, zh, en, "");
  }

  private static Map.Entry<String, Meaning> entry(
      String name, String zh, String en, String example) {
    return Map.entry(name, new Meaning(zh, en, example));
  }
}
