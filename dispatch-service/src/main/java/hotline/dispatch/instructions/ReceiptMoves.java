package hotline.dispatch.instructions;

import static hotline.dispatch.instructions.ReceiptStatus.ACCEPTED;
import static hotline.dispatch.instructions.ReceiptStatus.ANSWERED;
import static hotline.dispatch.instructions.ReceiptStatus.NOTED;
import static hotline.dispatch.instructions.ReceiptStatus.SENT_BACK;
import static hotline.dispatch.instructions.ReceiptStatus.TO_ANSWER;

/** Which act leads a unit's part from which status to which: the one place that says it. */
final class ReceiptMoves {

  private ReceiptMoves() {}

  /** Refuses what is not possible now. */
  static ReceiptStatus move(ReceiptStatus status, ReceiptAct act, Duty duty) {
    return switch (act) {
      case READ -> read(status, duty);
      case ANSWER -> answered(status);
      case ACCEPT -> judged(status, act, ACCEPTED);
      case SEND_BACK -> judged(status, act, SENT_BACK);
    };
  }

  private static ReceiptStatus read(ReceiptStatus status, Duty duty) {
    return switch (status) {
      case TO_READ ->
          switch (duty) {
            case ANSWER -> TO_ANSWER;
            case READ -> NOTED;
          };
      case TO_ANSWER, ANSWERED, SENT_BACK, ACCEPTED, NOTED ->
          throw new ReceiptNotReady(status, ReceiptAct.READ);
    };
  }

  private static ReceiptStatus answered(ReceiptStatus status) {
    return switch (status) {
      case TO_ANSWER, SENT_BACK -> ANSWERED;
      // What was said stays: the unit reads first, and waits until its feedback was judged.
      case TO_READ, ANSWERED, ACCEPTED, NOTED ->
          throw new ReceiptNotReady(status, ReceiptAct.ANSWER);
    };
  }

  private static ReceiptStatus judged(ReceiptStatus status, ReceiptAct act, ReceiptStatus next) {
    return switch (status) {
      case ANSWERED -> next;
      case TO_READ, TO_ANSWER, SENT_BACK, ACCEPTED, NOTED -> throw new ReceiptNotReady(status, act);
    };
  }

  /** Whether the clock of the answer runs. */
  static boolean runs(ReceiptStatus status, Duty duty) {
    return switch (duty) {
      case READ -> false;
      case ANSWER ->
          switch (status) {
            case TO_READ, TO_ANSWER, SENT_BACK -> true;
            case ANSWERED, ACCEPTED, NOTED -> false;
          };
    };
  }

  /** Whether nothing is left to do. */
  static boolean over(ReceiptStatus status) {
    return switch (status) {
      case ACCEPTED, NOTED -> true;
      case TO_READ, TO_ANSWER, ANSWERED, SENT_BACK -> false;
    };
  }
}
