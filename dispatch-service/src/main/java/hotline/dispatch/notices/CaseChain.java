package hotline.dispatch.notices;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.notices.CopyPaper.Step;
import hotline.dispatch.reference.Sentence;
import hotline.dispatch.supervision.CaseSupervision;
import hotline.dispatch.supervision.CentreUrge;
import hotline.dispatch.supervision.EscalationView;
import hotline.dispatch.supervision.OrderView;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who did what when with a case, up to its notice (流转): for the file, which has the six receipts
 * beside it.
 */
final class CaseChain {

  private final Directory names;
  private final List<Step> steps = new ArrayList<>();

  private CaseChain(Directory names) {
    this.names = names;
  }

  static List<Step> of(
      HandledCase of,
      List<Assignment> assignments,
      CaseSupervision supervision,
      ResponsibilityNotice notice,
      Directory names) {
    CaseChain chain = new CaseChain(names);
    chain.add(of.receivedAt(), "收到诉求", "The petition came in");
    if (of.answeredAt() == null) {
      chain.add(of.acceptedAt(), "受理", "Accepted");
    } else {
      chain.add(of.answeredAt(), "热线中心直接答复", "Answered by the hotline centre");
      chain.add(of.acceptedAt(), "答复未能解决，转派单", "The answer was no help: to be dispatched");
    }
    assignments.forEach(chain::task);
    supervision.urges().forEach(chain::urge);
    supervision.orders().forEach(chain::order);
    supervision.escalations().forEach(chain::escalation);
    chain.notice(notice);
    chain.steps.sort(Comparator.comparing(Step::at));
    return chain.steps;
  }

  private void task(Assignment task) {
    String zh = names.unitName(task.unitId());
    String en = english(task.unitId());
    int round = task.round();
    add(
        task.clocks().start(),
        "派至" + zh + "（第 " + round + " 轮）",
        "Given to " + en + " (round " + round + ")");
    add(task.signedAt(), zh + "签收", en + " signed for it");
    add(task.repliedAt(), zh + "提交答复", en + " replied");
  }

  private void urge(CentreUrge urge) {
    String paper = urge.paperNo() == null ? "" : " " + urge.paperNo();
    add(urge.at(), "中心催办" + paper, "Urged by the centre" + paper);
  }

  private void order(OrderView order) {
    add(
        order.openedAt(),
        "向" + order.unitName() + "发" + order.level().zh() + " " + order.orderNo(),
        order.level().en() + " " + order.orderNo() + " to " + english(order.unitId()));
    add(order.closedAt(), order.orderNo() + " 销号", order.orderNo() + " closed");
  }

  private void escalation(EscalationView one) {
    add(
        one.at(),
        "升级至" + one.toUnitName() + "（" + one.cause().zh() + "）",
        "Escalated to " + english(one.toUnitId()) + " (" + one.cause().en() + ")");
  }

  private void notice(ResponsibilityNotice notice) {
    add(notice.issuedAt(), "发出责任单 " + notice.noticeNo(), "Notice " + notice.noticeNo() + " issued");
    if (notice.withdrawal() != null) {
      add(notice.endedAt(), "责任单撤回", "The notice was taken back");
    } else {
      add(notice.endedAt(), "责任单办结", "The notice is closed");
    }
  }

  /** What has not happened is no step. */
  private void add(Instant at, String zh, String en) {
    if (at != null) {
      steps.add(new Step(at, new Sentence(zh, en)));
    }
  }

  private String english(String unitId) {
    return names.unit(unitId).map(Unit::nameEn).orElse(unitId);
  }
}
