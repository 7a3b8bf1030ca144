package hotline.intake.track;

import hotline.lifecycle.EventType;

/** What a fact means to the citizen, in words of every day. */
final class CitizenWords {
  private CitizenWords() {}

  static String zh(EventType type) {
    return switch (type) {
      case CASE_REGISTERED -> "诉求已登记";
      case CASE_ACCEPTED -> "诉求已受理";
      case CASE_SUPPLEMENTED -> "您补充了内容";
      case CASE_URGED -> "您催办了诉求";
      case CASE_WITHDRAWN -> "您撤回了诉求";
      case CASE_DISPATCHED, ASSIGNMENT_CREATED -> "已转交承办单位";
      case ASSIGNMENT_SIGNED -> "承办单位已签收";
      case ASSIGNMENT_CONTACT_ATTEMPTED -> "承办单位与您联系";
      case ASSIGNMENT_REPLY_SUBMITTED -> "承办单位已提交办理结果";
      case ASSIGNMENT_REPLY_REJECTED -> "办理结果退回完善";
      case ASSIGNMENT_COMPLETED -> "办理结果审核通过";
      case ASSIGNMENT_CANCELLED -> "承办任务已取消";
      case DEADLINE_MISSED -> "办理超过时限";
      case CALLBACK_OPENED -> "等待回访";
      case CALLBACK_ATTEMPTED -> "热线中心回访";
      case EVALUATION_RECORDED -> "您已评价";
      case EVALUATION_UNREACHABLE -> "回访未能接通";
      case CASE_REHANDLE_ORDERED -> "已要求重新办理";
      case CASE_CLOSED -> "诉求已办结";
    };
  }

  static String en(EventType type) {
    return switch (type) {
      case CASE_REGISTERED -> "Your request was registered";
      case CASE_ACCEPTED -> "Your request was accepted";
      case CASE_SUPPLEMENTED -> "You added something";
      case CASE_URGED -> "You urged the request";
      case CASE_WITHDRAWN -> "You withdrew the request";
      case CASE_DISPATCHED, ASSIGNMENT_CREATED -> "Passed to the unit in charge";
      case ASSIGNMENT_SIGNED -> "The unit signed for it";
      case ASSIGNMENT_CONTACT_ATTEMPTED -> "The unit contacted you";
      case ASSIGNMENT_REPLY_SUBMITTED -> "The unit reported its result";
      case ASSIGNMENT_REPLY_REJECTED -> "The result went back to be completed";
      case ASSIGNMENT_COMPLETED -> "The result passed review";
      case ASSIGNMENT_CANCELLED -> "The task was cancelled";
      case DEADLINE_MISSED -> "A time limit was missed";
      case CALLBACK_OPENED -> "Waiting for the callback";
      case CALLBACK_ATTEMPTED -> "The hotline called you back";
      case EVALUATION_RECORDED -> "You rated the result";
      case EVALUATION_UNREACHABLE -> "You could not be reached";
      case CASE_REHANDLE_ORDERED -> "It is handled once more";
      case CASE_CLOSED -> "The request is closed";
    };
  }
}
