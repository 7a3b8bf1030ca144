package hotline.intake.track;

import hotline.lifecycle.ContactResult;
import hotline.lifecycle.EventType;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.UnreachableReason;

/** What a fact means to the citizen, in words of every day. */
final class CitizenWords {
  private CitizenWords() {}

  /**
   * An attempt is told by what came of it: only who was reached or met was contacted, and who was
   * not to be called was not unreachable.
   *
   * @param result a ContactResult, CallbackResult, UnreachableReason or RatedVia, the round of a
   *     reopening; null where it is not known
   */
  static String zh(EventType type, String result) {
    if (isNotAsked(type, result)) {
      return "您不需要回访或未留电话，未作回访";
    }
    if (type == EventType.CASE_REOPENED && result != null) {
      return zh(type) + "，第 " + result + " 轮办理";
    }
    if (isOwnRating(type, result)) {
      return "您在网上作了评价";
    }
    if (isByText(type, result)) {
      return "您以短信作了评价";
    }
    if (!isInVain(type, result)) {
      return zh(type);
    }
    return type == EventType.CALLBACK_ATTEMPTED ? "热线中心尝试回访" : "承办单位尝试与您联系";
  }

  static String en(EventType type, String result) {
    if (isNotAsked(type, result)) {
      return "You wanted no callback or left no number, so none was made";
    }
    if (type == EventType.CASE_REOPENED && result != null) {
      return en(type) + ", round " + result;
    }
    if (isOwnRating(type, result)) {
      return "You rated the result online";
    }
    if (isByText(type, result)) {
      return "You rated the result by text message";
    }
    if (!isInVain(type, result)) {
      return en(type);
    }
    return type == EventType.CALLBACK_ATTEMPTED
        ? "The hotline tried to call you back"
        : "The unit tried to contact you";
  }

  /** Why a request was not accepted, without a reproach. */
  static String zh(RefusalReason reason) {
    return switch (reason) {
      case OUTSIDE_AREA -> "您反映的事项不属于本市管辖范围。";
      case LEGAL_PROCEDURE -> "您反映的事项已进入或应当通过诉讼、仲裁、行政复议、信访等法定途径解决。";
      case AGAINST_LAW_OR_POLICY -> "您的诉求与法律法规或政策规定不符。";
      case SECRETS_PRIVACY_MORALS -> "您反映的事项涉及国家秘密、商业秘密、个人隐私或公序良俗，热线不能办理。";
      case NOT_TRUE -> "经核实，未发现您所反映的情况。";
      case BEYOND_REASON -> "您的诉求超出合理范围，热线不能办理。";
      case RULED_BY_HEARING -> "您反映的事项已经听证等程序作出结论。";
      case ENDED_ALREADY -> "您反映的事项此前已办结，没有新的事实和理由。";
      case FALSE_REPORT -> "经核实，您反映的情况与事实不符。";
    };
  }

  static String en(RefusalReason reason) {
    return switch (reason) {
      case OUTSIDE_AREA -> "This matter is outside the area of the city.";
      case LEGAL_PROCEDURE ->
          "This matter is in, or belongs to, a legal procedure: a court, arbitration,"
              + " administrative review or petition.";
      case AGAINST_LAW_OR_POLICY -> "What you ask for is not possible by law or policy.";
      case SECRETS_PRIVACY_MORALS ->
          "This matter touches secrets, privacy or public morals; the hotline cannot handle it.";
      case NOT_TRUE -> "It was checked, and what you reported was not found.";
      case BEYOND_REASON -> "What you ask for goes beyond what the hotline can do.";
      case RULED_BY_HEARING -> "This matter was decided by a hearing.";
      case ENDED_ALREADY -> "This matter was closed before, and there is nothing new.";
      case FALSE_REPORT -> "It was checked, and the facts are different.";
    };
  }

  private static boolean isNotAsked(EventType type, String result) {
    return type == EventType.EVALUATION_UNREACHABLE
        && UnreachableReason.NOT_ASKED.name().equals(result);
  }

  private static boolean isOwnRating(EventType type, String result) {
    return type == EventType.EVALUATION_RECORDED && RatedVia.SELF_SERVICE.name().equals(result);
  }

  private static boolean isByText(EventType type, String result) {
    return type == EventType.EVALUATION_RECORDED && RatedVia.SMS.name().equals(result);
  }

  private static boolean isInVain(EventType type, String result) {
    return (type == EventType.ASSIGNMENT_CONTACT_ATTEMPTED || type == EventType.CALLBACK_ATTEMPTED)
        && !ContactResult.REACHED.name().equals(result)
        && !ContactResult.ON_SITE.name().equals(result);
  }

  static String zh(EventType type) {
    return switch (type) {
      case CASE_REGISTERED -> "诉求已登记";
      case SCREENING_APPROACHING -> "受理时限临近";
      case SCREENING_MISSED -> "受理超过时限";
      case SCREENING_MOVED -> "受理时限已调整";
      case CASE_ACCEPTED -> "诉求已受理";
      case CASE_ANSWERED_DIRECT -> "热线已直接答复";
      case CASE_REFUSED -> "诉求不予受理";
      case CASE_TRANSFERRED_OUT -> "已转交其他机构";
      case CASE_TRANSFER_ACKNOWLEDGED -> "对方已接收";
      case CASE_TRANSFER_DECLINED -> "对方未接收，重新审核";
      case CASE_SUPPLEMENTED -> "您补充了内容";
      case CASE_URGED -> "您催办了诉求";
      case CASE_MARKED -> "诉求已标注";
      case CASE_CORRECTED -> "工单信息已更正";
      case CASE_SPLIT -> "您反映的多项诉求已分别登记";
      case CASE_WITHDRAWN -> "您撤回了诉求";
      case CASE_DISPATCHED, ASSIGNMENT_CREATED -> "已转交承办单位";
      case ASSIGNMENT_SIGNED -> "承办单位已签收";
      case ASSIGNMENT_CONTACT_ATTEMPTED -> "承办单位与您联系";
      case ASSIGNMENT_REPLY_SUBMITTED -> "承办单位已提交办理结果";
      case ASSIGNMENT_REPLY_REJECTED -> "办理结果退回完善";
      case ASSIGNMENT_COMPLETED -> "办理结果审核通过";
      case ASSIGNMENT_CANCELLED -> "承办任务已取消";
      case ASSIGNMENT_RETURN_REQUESTED -> "承办单位申请退单";
      case ASSIGNMENT_RETURNED -> "承办单位退回，正在重新确定承办单位";
      case ASSIGNMENT_RETURN_REFUSED -> "退单未获批准，由原单位继续办理";
      case ASSIGNMENT_EXTENSION_REQUESTED -> "承办单位申请延长办理时限";
      case ASSIGNMENT_EXTENDED -> "办理时限已延长";
      case ASSIGNMENT_EXTENSION_REFUSED -> "延长办理时限未获批准";
      case ASSIGNMENT_HOLD_REQUESTED -> "承办单位申请暂缓办理";
      case ASSIGNMENT_HELD -> "暂缓办理";
      case ASSIGNMENT_HOLD_REFUSED -> "暂缓办理未获批准";
      case ASSIGNMENT_RESUMED -> "恢复办理";
      case ASSIGNMENT_RECALLED -> "正在改由其他单位办理";
      case DISPUTE_OPENED, DISPUTE_OPINION_STATED -> "有关单位正在协商由谁承办，期间由当前承办单位先行办理";
      case DISPUTE_RULED -> "已确定承办单位";
      case ASSIGNMENT_DEEMED_ACCEPTED -> "承办单位已接受";
      case ASSIGNMENT_ENDORSEMENT_REQUESTED -> "承办单位内部审签";
      case ASSIGNMENT_ENDORSEMENT_ENDED -> "承办单位内部审签结束";
      case ASSIGNMENT_SUB_DISPATCHED -> "承办单位已交由下级单位办理";
      case ASSIGNMENT_SUB_DISPATCH_ENDED -> "下级单位已办理，由承办单位答复";
      case DEADLINE_APPROACHING -> "办理时限临近";
      case DEADLINE_MISSED -> "办理超过时限";
      case DEADLINE_MOVED -> "办理时限已调整";
      case SUPERVISION_URGED -> "热线中心已催办";
      case SUPERVISION_OPENED,
          SUPERVISION_ANSWERED,
          SUPERVISION_SENT_BACK,
          SUPERVISION_CLOSED,
          SUPERVISION_OVERDUE,
          SUPERVISION_MOVED,
          SUPERVISION_CRITICISED,
          SUPERVISION_TALKED ->
          "热线中心正在督办";
      case NOTICE_ISSUED, NOTICE_DELIVERED, NOTICE_RECEIPTED, NOTICE_CLOSED -> "已发出责任单，落实责任人";
      case NOTICE_WITHDRAWN -> "责任单已撤回";
      case CASE_ESCALATED -> "已提请上级单位协调";
      case CENTRE_APPROACHING -> "热线中心处理时限临近";
      case CENTRE_MISSED -> "热线中心处理超过时限";
      case INSTRUCTION_GIVEN,
          INSTRUCTION_READ,
          INSTRUCTION_ANSWERED,
          INSTRUCTION_ACCEPTED,
          INSTRUCTION_SENT_BACK,
          INSTRUCTION_OVERDUE,
          INSTRUCTION_MOVED ->
          "领导已批示";
      case OWNER_ASSIGNED,
          OWNER_VISITED,
          OWNER_HANDED_OVER,
          OWNER_SIGNED_OFF,
          OWNER_RESUMED,
          OWNER_RELEASED ->
          "由领导包案办理";
      case CASE_MERGED -> "与同一事项的其他诉求一并办理，办结后单独回访您";
      case CASE_UNMERGED -> "改为单独办理，正在确定承办单位";
      case CASE_ANSWERED_WITH_MAIN -> "一并办理的结果已审核通过";
      case CALLBACK_OPENED -> "等待回访";
      case CALLBACK_APPROACHING -> "回访时限临近";
      case CALLBACK_MISSED -> "回访超过时限";
      case CALLBACK_MOVED -> "回访时限已调整";
      case CALLBACK_ATTEMPTED -> "热线中心回访";
      case EVALUATION_RECORDED -> "您已评价";
      case EVALUATION_UNREACHABLE -> "回访未能接通";
      case CASE_REHANDLE_ORDERED -> "已要求重新办理";
      // What counts in the score of a unit, or is kept for a court, is no matter of its citizen.
      case CASE_CLOSED,
          CASE_EXCLUSION_REQUESTED,
          CASE_EXCLUDED,
          CASE_EXCLUSION_REFUSED,
          APPEAL_FILED,
          APPEAL_UPHELD,
          APPEAL_DISMISSED,
          LEGAL_HOLD_PLACED,
          LEGAL_HOLD_LIFTED,
          SPOT_CHECK_DRAWN,
          SPOT_CHECK_RECORDED,
          SPOT_CHECK_NOT_MADE ->
          "诉求已办结";
      case CASE_RATED -> "已收到您的网上评价";
      case CASE_REOPEN_REQUESTED -> "已申请重新打开";
      case CASE_REOPENED -> "已重新打开";
      case CASE_ARCHIVED -> "已归档";
    };
  }

  static String en(EventType type) {
    return switch (type) {
      case CASE_REGISTERED -> "Your request was registered";
      case SCREENING_APPROACHING -> "The screening is due soon";
      case SCREENING_MISSED -> "The screening is late";
      case SCREENING_MOVED -> "The time limit of the screening was adjusted";
      case CASE_ACCEPTED -> "Your request was accepted";
      case CASE_ANSWERED_DIRECT -> "The hotline answered it";
      case CASE_REFUSED -> "Your request was not accepted";
      case CASE_TRANSFERRED_OUT -> "Handed to another body";
      case CASE_TRANSFER_ACKNOWLEDGED -> "The other body has it";
      case CASE_TRANSFER_DECLINED -> "The other body did not take it; it is looked at again";
      case CASE_SUPPLEMENTED -> "You added something";
      case CASE_URGED -> "You urged the request";
      case CASE_MARKED -> "The request was marked";
      case CASE_CORRECTED -> "The details of your request were corrected";
      case CASE_SPLIT -> "What you reported was registered as several requests";
      case CASE_WITHDRAWN -> "You withdrew the request";
      case CASE_DISPATCHED, ASSIGNMENT_CREATED -> "Passed to the unit in charge";
      case ASSIGNMENT_SIGNED -> "The unit signed for it";
      case ASSIGNMENT_CONTACT_ATTEMPTED -> "The unit contacted you";
      case ASSIGNMENT_REPLY_SUBMITTED -> "The unit reported its result";
      case ASSIGNMENT_REPLY_REJECTED -> "The result went back to be completed";
      case ASSIGNMENT_COMPLETED -> "The result passed review";
      case ASSIGNMENT_CANCELLED -> "The task was cancelled";
      case ASSIGNMENT_RETURN_REQUESTED -> "The unit asks to give it back";
      case ASSIGNMENT_RETURNED -> "The unit gave it back; another unit is being chosen";
      case ASSIGNMENT_RETURN_REFUSED -> "The unit stays in charge";
      case ASSIGNMENT_EXTENSION_REQUESTED -> "The unit asks for more time";
      case ASSIGNMENT_EXTENDED -> "The time limit was extended";
      case ASSIGNMENT_EXTENSION_REFUSED -> "No more time was granted";
      case ASSIGNMENT_HOLD_REQUESTED -> "The unit asks to put it on hold";
      case ASSIGNMENT_HELD -> "It is on hold";
      case ASSIGNMENT_HOLD_REFUSED -> "It is not put on hold";
      case ASSIGNMENT_RESUMED -> "Work on it goes on";
      case ASSIGNMENT_RECALLED -> "It goes to another unit";
      case DISPUTE_OPENED, DISPUTE_OPINION_STATED ->
          "The competent units are agreeing who handles it; the present unit acts meanwhile";
      case DISPUTE_RULED -> "It is settled which unit handles it";
      case ASSIGNMENT_DEEMED_ACCEPTED -> "The unit has accepted it";
      case ASSIGNMENT_ENDORSEMENT_REQUESTED -> "It waits for a signature in the unit";
      case ASSIGNMENT_ENDORSEMENT_ENDED -> "It waits for a signature in the unit no more";
      case ASSIGNMENT_SUB_DISPATCHED -> "The unit handed it to a unit below it";
      case ASSIGNMENT_SUB_DISPATCH_ENDED -> "The unit goes on with what was done below it";
      case DEADLINE_APPROACHING -> "A time limit is near";
      case DEADLINE_MISSED -> "A time limit was missed";
      case DEADLINE_MOVED -> "A time limit was adjusted";
      case SUPERVISION_URGED -> "The hotline urged the unit";
      case SUPERVISION_OPENED,
          SUPERVISION_ANSWERED,
          SUPERVISION_SENT_BACK,
          SUPERVISION_CLOSED,
          SUPERVISION_OVERDUE,
          SUPERVISION_MOVED,
          SUPERVISION_CRITICISED,
          SUPERVISION_TALKED ->
          "The hotline supervises the unit";
      case NOTICE_ISSUED, NOTICE_DELIVERED, NOTICE_RECEIPTED, NOTICE_CLOSED ->
          "A notice names who is responsible";
      case NOTICE_WITHDRAWN -> "The notice was taken back";
      case CASE_ESCALATED -> "The next higher unit was asked to coordinate";
      case CENTRE_APPROACHING -> "A time limit of the hotline itself is near";
      case CENTRE_MISSED -> "The hotline missed a time limit of its own";
      case INSTRUCTION_GIVEN,
          INSTRUCTION_READ,
          INSTRUCTION_ANSWERED,
          INSTRUCTION_ACCEPTED,
          INSTRUCTION_SENT_BACK,
          INSTRUCTION_OVERDUE,
          INSTRUCTION_MOVED ->
          "A leader gave an instruction";
      case OWNER_ASSIGNED,
          OWNER_VISITED,
          OWNER_HANDED_OVER,
          OWNER_SIGNED_OFF,
          OWNER_RESUMED,
          OWNER_RELEASED ->
          "A leader owns the matter";
      case CASE_MERGED ->
          "It is handled together with another request about the same matter; you are called back"
              + " yourself";
      case CASE_UNMERGED -> "It is handled by itself again; a unit is being chosen";
      case CASE_ANSWERED_WITH_MAIN -> "The result of what was handled together passed review";
      case CALLBACK_OPENED -> "Waiting for the callback";
      case CALLBACK_APPROACHING -> "The callback is due soon";
      case CALLBACK_MISSED -> "The callback is late";
      case CALLBACK_MOVED -> "The time limit of the callback was adjusted";
      case CALLBACK_ATTEMPTED -> "The hotline called you back";
      case EVALUATION_RECORDED -> "You rated the result";
      case EVALUATION_UNREACHABLE -> "You could not be reached";
      case CASE_REHANDLE_ORDERED -> "It is handled once more";
      // What counts in the score of a unit, or is kept for a court, is no matter of its citizen.
      case CASE_CLOSED,
          CASE_EXCLUSION_REQUESTED,
          CASE_EXCLUDED,
          CASE_EXCLUSION_REFUSED,
          APPEAL_FILED,
          APPEAL_UPHELD,
          APPEAL_DISMISSED,
          LEGAL_HOLD_PLACED,
          LEGAL_HOLD_LIFTED,
          SPOT_CHECK_DRAWN,
          SPOT_CHECK_RECORDED,
          SPOT_CHECK_NOT_MADE ->
          "The request is closed";
      case CASE_RATED -> "Your online rating was received";
      case CASE_REOPEN_REQUESTED -> "Reopening was asked for";
      case CASE_REOPENED -> "It is open again";
      case CASE_ARCHIVED -> "It was put into the archive";
    };
  }
}
