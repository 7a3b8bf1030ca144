package hotline.lifecycle;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every fact of the lifecycle topic: its wire name, who says it, its record, and its place in the
 * event dictionary.
 */
public enum EventType {
  CASE_REGISTERED(
      "hotline.case.registered.v1",
      Source.INTAKE,
      CaseRegistered.class,
      "登记",
      "A request was registered and has a case number",
      "登记完成、已有工单编号时",
      "when the request is complete and has its number",
      "0.1.0"),
  SCREENING_APPROACHING(
      "hotline.screening.approaching.v1",
      Source.INTAKE,
      ScreeningApproaching.class,
      "预审临期",
      "A case waits for screening and its clock has turned yellow",
      "预审时限转为黄灯时，每个到期时间一次",
      "when the light of the screening turns yellow, once for each due time",
      "0.1.0"),
  SCREENING_MISSED(
      "hotline.screening.missed.v1",
      Source.INTAKE,
      ScreeningMissed.class,
      "预审超期",
      "A case was not screened in time",
      "预审时限到期而工单未受理时",
      "when the screening clock runs out",
      "0.1.0"),
  SCREENING_MOVED(
      "hotline.screening.moved.v1",
      Source.INTAKE,
      ScreeningMoved.class,
      "预审时限变更",
      "The screening of a case is due at another moment, by another calendar",
      "启用新的工作日历后，尚未到期的预审时限变动时",
      "when a new calendar moves the due time of a screening that lies ahead",
      "0.1.0"),
  CASE_ACCEPTED(
      "hotline.case.accepted.v1",
      Source.INTAKE,
      CaseAccepted.class,
      "受理",
      "Screening accepted the request; it waits for dispatch",
      "预审通过、等待派单时",
      "when screening accepts the request",
      "0.1.0"),
  CASE_SUPPLEMENTED(
      "hotline.case.supplemented.v1",
      Source.INTAKE,
      CaseSupplemented.class,
      "补充",
      "The citizen added something to an open case; the text is in the case file",
      "诉求人补充材料时",
      "when the citizen adds something",
      "0.1.0"),
  CASE_URGED(
      "hotline.case.urged.v1",
      Source.INTAKE,
      CaseUrged.class,
      "催办",
      "The citizen urged an open case",
      "诉求人催办时",
      "when the citizen urges",
      "0.1.0"),
  CASE_MARKED(
      "hotline.case.marked.v1",
      Source.INTAKE,
      CaseMarked.class,
      "标签变更",
      "What makes the case one to be watched was said",
      "中心为工单设置或取消群体性、敏感等标签时",
      "when the centre sets or takes back marks of a case, such as mass or sensitive",
      "0.1.0"),
  CASE_WITHDRAWN(
      "hotline.case.withdrawn.v1",
      Source.INTAKE,
      CaseWithdrawn.class,
      "撤诉",
      "The citizen withdrew the request",
      "诉求人撤诉时",
      "when the citizen withdraws",
      "0.1.0"),
  CASE_DISPATCHED(
      "hotline.case.dispatched.v1",
      Source.DISPATCH,
      CaseDispatched.class,
      "派单",
      "A round of handling has its units",
      "每一轮确定承办单位时",
      "when a round of handling gets its units",
      "0.1.0"),
  ASSIGNMENT_CREATED(
      "hotline.assignment.created.v1",
      Source.DISPATCH,
      AssignmentCreated.class,
      "生成承办任务",
      "A unit was given the case for one round, with its clocks",
      "每个承办单位收到任务时",
      "once per unit and round",
      "0.1.0"),
  ASSIGNMENT_SIGNED(
      "hotline.assignment.signed.v1",
      Source.DISPATCH,
      AssignmentSigned.class,
      "签收",
      "The unit signed for the assignment",
      "承办单位签收时",
      "when the unit signs",
      "0.1.0"),
  ASSIGNMENT_CONTACT_ATTEMPTED(
      "hotline.assignment.contact-attempted.v1",
      Source.DISPATCH,
      AssignmentContactAttempted.class,
      "先行联系",
      "The unit tried to reach the citizen",
      "每次先行联系后",
      "after each attempt to reach the citizen",
      "0.1.0"),
  ASSIGNMENT_REPLY_SUBMITTED(
      "hotline.assignment.reply-submitted.v1",
      Source.DISPATCH,
      AssignmentReplySubmitted.class,
      "提交答复",
      "The unit submitted its reply; the text stays with the dispatch service",
      "每次提交答复时",
      "each time a reply is submitted",
      "0.1.0"),
  ASSIGNMENT_REPLY_REJECTED(
      "hotline.assignment.reply-rejected.v1",
      Source.DISPATCH,
      AssignmentReplyRejected.class,
      "答复驳回",
      "The reviewer sent the reply back; the clock resumes where it stopped",
      "审核驳回答复时",
      "when the reviewer rejects a reply",
      "0.1.0"),
  ASSIGNMENT_COMPLETED(
      "hotline.assignment.completed.v1",
      Source.DISPATCH,
      AssignmentCompleted.class,
      "答复审核通过",
      "The reviewer passed the reply; the unit is done with this round",
      "审核通过答复时",
      "when the reviewer passes a reply",
      "0.1.0"),
  ASSIGNMENT_CANCELLED(
      "hotline.assignment.cancelled.v1",
      Source.DISPATCH,
      AssignmentCancelled.class,
      "承办任务取消",
      "An open assignment ended without a reply",
      "撤诉等原因使任务终止时",
      "when the case ended under an open assignment",
      "0.1.0"),
  ASSIGNMENT_RETURN_REQUESTED(
      "hotline.assignment.return-requested.v1",
      Source.DISPATCH,
      AssignmentReturnRequested.class,
      "退单申请",
      "The unit asks to give the assignment back; the clock of the reply keeps running",
      "承办单位在退单期限内申请退单时",
      "when the unit asks for a return within its window",
      "0.1.0"),
  ASSIGNMENT_RETURNED(
      "hotline.assignment.returned.v1",
      Source.DISPATCH,
      AssignmentReturned.class,
      "退单",
      "The centre took the assignment back at the request of the unit",
      "派单员同意退单时",
      "when a return is granted",
      "0.1.0"),
  ASSIGNMENT_RETURN_REFUSED(
      "hotline.assignment.return-refused.v1",
      Source.DISPATCH,
      AssignmentReturnRefused.class,
      "退单驳回",
      "The return was refused; the original due time stands",
      "派单员不同意退单时",
      "when a return is refused",
      "0.1.0"),
  ASSIGNMENT_EXTENSION_REQUESTED(
      "hotline.assignment.extension-requested.v1",
      Source.DISPATCH,
      AssignmentExtensionRequested.class,
      "延期申请",
      "The unit asks for more time; nothing moves until it is granted",
      "承办单位在到期前申请延期时",
      "when the unit asks for more time before the due time",
      "0.1.0"),
  ASSIGNMENT_EXTENDED(
      "hotline.assignment.extended.v1",
      Source.DISPATCH,
      AssignmentExtended.class,
      "延期",
      "More time was granted; a due time that had passed stays missed",
      "批准延期时",
      "when an extension is granted",
      "0.1.0"),
  ASSIGNMENT_EXTENSION_REFUSED(
      "hotline.assignment.extension-refused.v1",
      Source.DISPATCH,
      AssignmentExtensionRefused.class,
      "延期驳回",
      "No more time was granted; the due time stays",
      "不批准延期时",
      "when an extension is refused",
      "0.1.0"),
  ASSIGNMENT_HOLD_REQUESTED(
      "hotline.assignment.hold-requested.v1",
      Source.DISPATCH,
      AssignmentHoldRequested.class,
      "挂起申请",
      "The unit asks to let its clock stand still until a day",
      "承办单位申请挂起时",
      "when the unit asks for a hold",
      "0.1.0"),
  ASSIGNMENT_HELD(
      "hotline.assignment.held.v1",
      Source.DISPATCH,
      AssignmentHeld.class,
      "挂起",
      "The clock of the reply stands still until it is resumed",
      "批准挂起时",
      "when a hold is granted",
      "0.1.0"),
  ASSIGNMENT_HOLD_REFUSED(
      "hotline.assignment.hold-refused.v1",
      Source.DISPATCH,
      AssignmentHoldRefused.class,
      "挂起驳回",
      "The hold was refused; the clock runs on",
      "不批准挂起时",
      "when a hold is refused",
      "0.1.0"),
  ASSIGNMENT_RESUMED(
      "hotline.assignment.resumed.v1",
      Source.DISPATCH,
      AssignmentResumed.class,
      "恢复办理",
      "The clock of the reply runs again with the remaining work time that it had",
      "挂起到期或中心提前恢复时",
      "when a hold runs out or the centre ends it",
      "0.1.0"),
  ASSIGNMENT_RECALLED(
      "hotline.assignment.recalled.v1",
      Source.DISPATCH,
      AssignmentRecalled.class,
      "改派收回",
      "The centre took an open assignment back; no fault of the unit",
      "派单员收回承办任务时",
      "when a dispatcher recalls an assignment",
      "0.1.0"),
  DEADLINE_APPROACHING(
      "hotline.deadline.approaching.v1",
      Source.DISPATCH,
      DeadlineApproaching.class,
      "临期",
      "A clock of an assignment has turned yellow",
      "时限转为黄灯时，每个到期时间一次",
      "when the light turns yellow, once for each due time",
      "0.1.0"),
  DEADLINE_MISSED(
      "hotline.deadline.missed.v1",
      Source.DISPATCH,
      DeadlineMissed.class,
      "超期",
      "A clock of an assignment ran out",
      "时限到期而动作未完成时，每个时限一次",
      "once per clock that runs out",
      "0.1.0"),
  DEADLINE_MOVED(
      "hotline.deadline.moved.v1",
      Source.DISPATCH,
      DeadlineMoved.class,
      "时限变更",
      "A clock of an assignment ends at another moment, by another calendar or limit",
      "启用新的工作日历或时限规则后，尚未到期的时限重新计算而变动时",
      "when a new calendar or limit policy moves a due time that lies ahead",
      "0.1.0"),
  SUPERVISION_URGED(
      "hotline.supervision.urged.v1",
      Source.DISPATCH,
      SupervisionUrged.class,
      "中心催办",
      "The centre urged whoever holds the case",
      "督办员催办时",
      "when a supervisor urges",
      "0.1.0"),
  SUPERVISION_OPENED(
      "hotline.supervision.opened.v1",
      Source.DISPATCH,
      SupervisionOpened.class,
      "发出督办单",
      "A unit was put under supervision",
      "督办员或规则发出督办单时",
      "when a supervisor or a rule opens an order",
      "0.1.0"),
  SUPERVISION_ANSWERED(
      "hotline.supervision.answered.v1",
      Source.DISPATCH,
      SupervisionAnswered.class,
      "整改反馈",
      "The unit reported what it has rectified; the text stays with the dispatch service",
      "被督办单位反馈整改时",
      "each time the unit reports",
      "0.1.0"),
  SUPERVISION_SENT_BACK(
      "hotline.supervision.sent-back.v1",
      Source.DISPATCH,
      SupervisionSentBack.class,
      "整改退回",
      "The supervisor sent the rectification back",
      "督办员退回整改时",
      "when the supervisor is not content",
      "0.1.0"),
  SUPERVISION_CLOSED(
      "hotline.supervision.closed.v1",
      Source.DISPATCH,
      SupervisionClosed.class,
      "督办销号",
      "The supervisor accepted the rectification",
      "督办员认可整改时",
      "when the supervisor accepts",
      "0.1.0"),
  SUPERVISION_OVERDUE(
      "hotline.supervision.overdue.v1",
      Source.DISPATCH,
      SupervisionOverdue.class,
      "整改超期",
      "The rectification was not reported in time",
      "整改时限到期而未反馈时，每单一次",
      "once per order that runs out",
      "0.1.0"),
  SUPERVISION_MOVED(
      "hotline.supervision.moved.v1",
      Source.DISPATCH,
      SupervisionMoved.class,
      "整改时限变更",
      "A rectification is due at another moment, by another calendar",
      "启用新的工作日历后，尚未到期的整改时限变动时",
      "when a new calendar moves the due time of a rectification that lies ahead",
      "0.1.0"),
  CENTRE_APPROACHING(
      "hotline.centre.approaching.v1",
      Source.DISPATCH,
      CentreApproaching.class,
      "中心环节临期",
      "The clock of the centre's own duty has turned yellow",
      "派单或审核时限转为黄灯时，每个到期时间一次",
      "when dispatching or reviewing turns yellow, once for each due time",
      "0.1.0"),
  CENTRE_MISSED(
      "hotline.centre.missed.v1",
      Source.DISPATCH,
      CentreMissed.class,
      "中心环节超期",
      "The centre did not do its own duty in time",
      "派单或审核时限到期而未办时，每段时限一次",
      "when dispatching or reviewing runs out, once for each clock",
      "0.1.0"),
  CASE_ESCALATED(
      "hotline.case.escalated.v1",
      Source.DISPATCH,
      CaseEscalated.class,
      "升级",
      "A rule moved the matter up one tier",
      "规则命中时，每条规则对每个时限的每一层级一次",
      "once per rule, clock and tier",
      "0.1.0"),
  INSTRUCTION_GIVEN(
      "hotline.instruction.given.v1",
      Source.DISPATCH,
      InstructionGiven.class,
      "领导批示",
      "A leader gave an instruction about the case",
      "领导批示工单时；先有批示后有工单的，在关联时",
      "when a leader gives it, or when it is linked to the case",
      "0.1.0"),
  INSTRUCTION_READ(
      "hotline.instruction.read.v1",
      Source.DISPATCH,
      InstructionRead.class,
      "批示签阅",
      "A unit read the instruction",
      "收到批示的单位签阅时，每个单位一次",
      "once per unit",
      "0.1.0"),
  INSTRUCTION_ANSWERED(
      "hotline.instruction.answered.v1",
      Source.DISPATCH,
      InstructionAnswered.class,
      "批示反馈",
      "A unit reported what it did about the instruction; the text stays with the dispatch service",
      "单位反馈批示落实情况时",
      "each time the unit reports",
      "0.1.0"),
  INSTRUCTION_ACCEPTED(
      "hotline.instruction.accepted.v1",
      Source.DISPATCH,
      InstructionAccepted.class,
      "批示反馈认可",
      "The feedback of a unit was accepted",
      "领导或督办员认可反馈时",
      "when the leader or a supervisor accepts",
      "0.1.0"),
  INSTRUCTION_SENT_BACK(
      "hotline.instruction.sent-back.v1",
      Source.DISPATCH,
      InstructionSentBack.class,
      "批示反馈退回",
      "The feedback of a unit was sent back",
      "领导或督办员退回反馈时",
      "when the leader or a supervisor is not content",
      "0.1.0"),
  INSTRUCTION_OVERDUE(
      "hotline.instruction.overdue.v1",
      Source.DISPATCH,
      InstructionOverdue.class,
      "批示反馈超期",
      "A unit did not answer the instruction in time",
      "批示时限到期而未反馈时，每个单位一次",
      "once per unit whose time runs out",
      "0.1.0"),
  INSTRUCTION_MOVED(
      "hotline.instruction.moved.v1",
      Source.DISPATCH,
      InstructionMoved.class,
      "批示时限变更",
      "A unit's answer to an instruction is due at another moment, by another calendar",
      "启用新的工作日历后，尚未到期的批示反馈时限变动时",
      "when a new calendar moves the due time of an answer that lies ahead",
      "0.1.0"),
  OWNER_ASSIGNED(
      "hotline.owner.assigned.v1",
      Source.DISPATCH,
      OwnerAssigned.class,
      "领导包案",
      "A leader owns the case to its end",
      "确定包案领导时",
      "when an owner is assigned",
      "0.1.0"),
  OWNER_VISITED(
      "hotline.owner.visited.v1",
      Source.DISPATCH,
      OwnerVisited.class,
      "包案领导走访",
      "The owner met people about the case",
      "包案领导登记接访、下访时",
      "each time the owner records a visit",
      "0.1.0"),
  OWNER_HANDED_OVER(
      "hotline.owner.handed-over.v1",
      Source.DISPATCH,
      OwnerHandedOver.class,
      "包案移交",
      "With the approval of a leader somebody else owns the case",
      "领导批准移交时",
      "when a leader approves it",
      "0.1.0"),
  OWNER_SIGNED_OFF(
      "hotline.owner.signed-off.v1",
      Source.DISPATCH,
      OwnerSignedOff.class,
      "包案销号",
      "The owner declares the matter settled",
      "包案领导销号时",
      "when the owner signs off",
      "0.1.0"),
  OWNER_RESUMED(
      "hotline.owner.resumed.v1",
      Source.DISPATCH,
      OwnerResumed.class,
      "包案恢复",
      "Another round was ordered, so the signing off does not hold any more",
      "销号后工单退回二次办理时",
      "when a round is ordered after the signing off",
      "0.1.0"),
  OWNER_RELEASED(
      "hotline.owner.released.v1",
      Source.DISPATCH,
      OwnerReleased.class,
      "包案解除",
      "The owner has signed off and the citizen has answered",
      "领导已销号且诉求人已评价（或撤诉）时",
      "once both have happened, in either order",
      "0.1.0"),
  NOTICE_ISSUED(
      "hotline.notice.issued.v1",
      Source.DISPATCH,
      NoticeIssued.class,
      "发出六联责任单",
      "A responsibility notice with six copies went out",
      "督办员或领导就疑难工单发出责任单时",
      "when a supervisor or a leader issues a notice about a hard case",
      "0.1.0"),
  NOTICE_DELIVERED(
      "hotline.notice.delivered.v1",
      Source.DISPATCH,
      NoticeDelivered.class,
      "责任单送达",
      "A copy of the notice came to its recipient",
      "每一联送达时",
      "once per copy, when it is delivered",
      "0.1.0"),
  NOTICE_RECEIPTED(
      "hotline.notice.receipted.v1",
      Source.DISPATCH,
      NoticeReceipted.class,
      "责任单签收",
      "The recipient of a copy confirmed it",
      "每一联签收时",
      "once per copy, when it is confirmed",
      "0.1.0"),
  NOTICE_CLOSED(
      "hotline.notice.closed.v1",
      Source.DISPATCH,
      NoticeClosed.class,
      "责任单办结",
      "Six receipts are in and the citizen has rated the result",
      "六联全部签收且诉求人评价办结时",
      "when the last of the six receipts and the rated result are there",
      "0.1.0"),
  NOTICE_WITHDRAWN(
      "hotline.notice.withdrawn.v1",
      Source.DISPATCH,
      NoticeWithdrawn.class,
      "责任单撤回",
      "The notice was taken back; its reason stays with the dispatch service",
      "督办员或领导说明原因撤回时",
      "when a supervisor or a leader takes it back",
      "0.1.0"),
  SUPERVISION_CRITICISED(
      "hotline.supervision.criticised.v1",
      Source.DISPATCH,
      SupervisionCriticised.class,
      "通报批评",
      "A unit was criticised by name; the words stay with the dispatch service",
      "通报所依据的每件工单各一次",
      "once per case that the record rests on",
      "0.1.0"),
  SUPERVISION_TALKED(
      "hotline.supervision.talked.v1",
      Source.DISPATCH,
      SupervisionTalked.class,
      "约谈",
      "A unit was summoned to a talk; the words stay with the dispatch service",
      "约谈所依据的每件工单各一次",
      "once per case that the record rests on",
      "0.1.0"),
  CALLBACK_OPENED(
      "hotline.callback.opened.v1",
      Source.EVALUATION,
      CallbackOpened.class,
      "生成回访任务",
      "A callback task was opened for a completed round",
      "答复审核通过后",
      "after a lead assignment was completed",
      "0.1.0"),
  CALLBACK_APPROACHING(
      "hotline.callback.approaching.v1",
      Source.EVALUATION,
      CallbackApproaching.class,
      "回访临期",
      "A callback waits and its clock has turned yellow",
      "回访时限转为黄灯时，每个到期时间一次",
      "when the light of the callback turns yellow, once for each due time",
      "0.1.0"),
  CALLBACK_MISSED(
      "hotline.callback.missed.v1",
      Source.EVALUATION,
      CallbackMissed.class,
      "回访超期",
      "A callback was not made in time",
      "回访时限到期而诉求人未评价时",
      "when the callback clock runs out",
      "0.1.0"),
  CALLBACK_MOVED(
      "hotline.callback.moved.v1",
      Source.EVALUATION,
      CallbackMoved.class,
      "回访时限变更",
      "A callback is due at another moment, by another calendar",
      "启用新的工作日历后，尚未到期的回访时限变动时",
      "when a new calendar moves the due time of a callback that lies ahead",
      "0.1.0"),
  CALLBACK_ATTEMPTED(
      "hotline.callback.attempted.v1",
      Source.EVALUATION,
      CallbackAttempted.class,
      "回访",
      "The citizen was called back",
      "每次回访后",
      "after each callback",
      "0.1.0"),
  EVALUATION_RECORDED(
      "hotline.evaluation.recorded.v1",
      Source.EVALUATION,
      EvaluationRecorded.class,
      "评价",
      "The citizen rated the round",
      "诉求人评价时",
      "when the citizen rates",
      "0.1.0"),
  EVALUATION_UNREACHABLE(
      "hotline.evaluation.unreachable.v1",
      Source.EVALUATION,
      EvaluationUnreachable.class,
      "未评价",
      "The citizen was not reached, or was not to be called; every answer is unknown",
      "回访次数用尽，或诉求人不需要回访、未留电话时",
      "when callback attempts are exhausted, or the citizen wants no callback or left no number",
      "0.1.0"),
  CASE_REHANDLE_ORDERED(
      "hotline.case.rehandle-ordered.v1",
      Source.EVALUATION,
      CaseRehandleOrdered.class,
      "二次办理",
      "The case goes back to its unit for another round",
      "因承办单位原因未解决或不满意时",
      "when the rating names a reason on the unit side",
      "0.1.0"),
  CASE_CLOSED(
      "hotline.case.closed.v1",
      Source.EVALUATION,
      CaseClosed.class,
      "办结",
      "The final result is fixed",
      "最终结果确定时",
      "when the final result is fixed",
      "0.1.0"),
  CASE_REOPEN_REQUESTED(
      "hotline.case.reopen-requested.v1",
      Source.INTAKE,
      CaseReopenRequested.class,
      "申请重开",
      "Somebody wants the closed case to be handled again",
      "诉求人、代其申请的工作人员或督办员在重开期内申请时",
      "when the citizen, somebody for the citizen, or a supervisor asks within the window",
      "0.1.0"),
  CASE_REOPENED(
      "hotline.case.reopened.v1",
      Source.EVALUATION,
      CaseReopened.class,
      "重开",
      "The closed case is handled once more",
      "收到重开申请时",
      "when reopening was asked for",
      "0.1.0");

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));

  private final String wireName;
  private final Source source;
  private final Class<? extends LifecycleEvent> record;
  private final String zh;
  private final String en;
  private final String whenZh;
  private final String whenEn;
  private final String since;

  EventType(
      String wireName,
      Source source,
      Class<? extends LifecycleEvent> record,
      String zh,
      String en,
      String whenZh,
      String whenEn,
      String since) {
    this.wireName = wireName;
    this.source = source;
    this.record = record;
    this.zh = zh;
    this.en = en;
    this.whenZh = whenZh;
    this.whenEn = whenEn;
    this.since = since;
  }

  /** The CloudEvents type, such as {@code hotline.case.registered.v1}. */
  public String wireName() {
    return wireName;
  }

  public Source source() {
    return source;
  }

  public Class<? extends LifecycleEvent> record() {
    return record;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  public String whenZh() {
    return whenZh;
  }

  public String whenEn() {
    return whenEn;
  }

  /** The release that said it first. */
  public String since() {
    return since;
  }

  /** The type of that wire name; empty for one that this version does not know yet. */
  public static Optional<EventType> of(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}
