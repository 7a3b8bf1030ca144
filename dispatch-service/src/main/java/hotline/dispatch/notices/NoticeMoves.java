package hotline.dispatch.notices;

import static hotline.dispatch.notices.NoticeStatus.AWAITING_RESULT;
import static hotline.dispatch.notices.NoticeStatus.CLOSED;
import static hotline.dispatch.notices.NoticeStatus.TO_DELIVER;
import static hotline.dispatch.notices.NoticeStatus.TO_RECEIPT;
import static hotline.dispatch.notices.NoticeStatus.TO_WITHDRAW;

import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.NoticeCopy;

/** What leads a notice to which status: the one place that says it. */
final class NoticeMoves {

  /** As many as there are copies. */
  static final int SIX = NoticeCopy.values().length;

  private NoticeMoves() {}

  /** Refuses what is not possible now. */
  static void require(NoticeStatus status, NoticeAct act) {
    boolean possible =
        switch (status) {
          case TO_DELIVER -> true;
          case TO_RECEIPT -> act != NoticeAct.DELIVER;
          case AWAITING_RESULT, TO_WITHDRAW -> act == NoticeAct.WITHDRAW;
          case CLOSED, WITHDRAWN -> false;
        };
    if (!possible) {
      throw new NoticeNotReady(status, act);
    }
  }

  /** Where a notice stands that was not taken back. */
  static NoticeStatus after(int deliveries, int receipts, CaseResult result) {
    if (result == CaseResult.UNRATED) {
      return TO_WITHDRAW;
    }
    if (receipts == SIX) {
      return result == CaseResult.RATED ? CLOSED : AWAITING_RESULT;
    }
    return deliveries == SIX ? TO_RECEIPT : TO_DELIVER;
  }

  static boolean over(NoticeStatus status) {
    return switch (status) {
      case TO_DELIVER, TO_RECEIPT, AWAITING_RESULT, TO_WITHDRAW -> false;
      case CLOSED, WITHDRAWN -> true;
    };
  }

  static CaseResult result(ClosedBy closedBy) {
    return switch (closedBy) {
      case EVALUATED, ROUNDS_EXHAUSTED, NOT_UNIT_SIDE -> CaseResult.RATED;
      case UNREACHABLE -> CaseResult.UNRATED;
    };
  }
}
