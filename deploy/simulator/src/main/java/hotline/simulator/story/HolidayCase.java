package hotline.simulator.story;

import static hotline.simulator.api.Person.CLERK;
import static hotline.simulator.api.Person.DESK_CALLBACK_AGENT;
import static hotline.simulator.api.Person.DESK_DISPATCHER;
import static hotline.simulator.api.Person.DESK_OPERATOR;
import static hotline.simulator.api.Person.DESK_SCREENER;
import static hotline.simulator.api.Person.GOVERNMENT_OFFICE;
import static hotline.simulator.api.Person.LEADER;
import static hotline.simulator.api.Person.ORGANISATION_DEPARTMENT;
import static hotline.simulator.api.Person.PARTY_OFFICE;
import static hotline.simulator.api.Person.PETITION_OFFICE;
import static hotline.simulator.api.Person.REPLY_REVIEWER;
import static hotline.simulator.api.Person.SUPERVISOR;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A complaint of 23:40 on 30 September 2026. The holiday lasts to 7 October, and Saturday 10
 * October is a work day. The unit signs late, is granted a hold and more time, and misses its reply
 * all the same; supervision goes up to the red card, an instruction and a notice in six copies,
 * until the citizen is satisfied. What clocks and rules must say by themselves is waited for, and
 * the due times are compared with those that a person counts in the calendar.
 */
public final class HolidayCase {

  private static final String DISPATCH = "/dispatch/api";
  private static final String ASSIGNMENT = DISPATCH + "/assignments/";
  private static final String ORDERS = DISPATCH + "/supervision/orders";
  private static final String NOTICES = DISPATCH + "/notices";

  private final Stage stage;
  private String caseId;
  private String caseNo;
  private String task;
  private String instruction;

  public HolidayCase(Stage stage) {
    this.stage = stage;
  }

  /**
   * @return the id of the case
   * @throws GaveUp when something did not happen that must
   */
  public String play() throws InterruptedException {
    if (!register()) {
      return caseId;
    }
    aWeekNobodySigns();
    aHoldAndMoreTime();
    missed();
    cards();
    aNoticeInSixCopies();
    handledAndRated();
    return caseId;
  }

  /** False when it was played on this stack before. */
  private boolean register() throws InterruptedException {
    stage.at("2026-09-30T23:40");
    try {
      JsonNode registered = stage.act(DESK_OPERATOR, "/intake/api/cases", null, form());
      caseId = registered.path("caseId").asText();
      caseNo = registered.path("caseNo").asText();
    } catch (Refused refused) {
      if (!refused.code().equals("external-ref-known")) {
        throw refused;
      }
      return playedBefore(refused.problem().path("caseId").asText());
    }
    stage.tell("市民来电，登记工单 " + caseNo, "a citizen calls, the case is registered");
    stage.at("2026-09-30T23:52");
    stage.act(
        DESK_SCREENER,
        "/intake/api/cases/" + caseId + "/acceptance",
        stage.read(DESK_SCREENER, "/intake/api/cases/" + caseId).path("version").asLong(),
        Map.of());
    JsonNode dispatched =
        stage.await(
            "dispatched by a rule",
            DESK_DISPATCHER,
            DISPATCH + "/cases/" + caseId,
            seen -> seen.path("assignments").size() == 1);
    task = dispatched.path("assignments").path(0).path("assignmentId").asText();
    stage.tell("审核受理，按规则自动派至城市管理局", "accepted, and dispatched by a rule");
    // Two work hours of the first work day; 24 hours that run in the holiday as well; five work
    // days: 8, 9, 10 (a Saturday), 12 and 13 October.
    due("signDue", "2026-10-08T10:30");
    due("contactDue", "2026-10-01T23:52");
    due("replyDue", "2026-10-13T17:30");
    return true;
  }

  private boolean playedBefore(String known) throws InterruptedException {
    caseId = known;
    JsonNode seen = stage.read(SUPERVISOR, DISPATCH + "/cases/" + known);
    if (!Set.of("CLOSED", "ARCHIVED").contains(seen.path("status").asText())) {
      throw new GaveUp(
          "上次播放中断，请用 --again 重新播放一件 / An earlier play was broken off; play another with --again",
          null);
    }
    System.out.println("  已播放过 played before: " + seen.path("caseNo").asText());
    return false;
  }

  private void aWeekNobodySigns() throws InterruptedException {
    stage.at("2026-10-01T11:53");
    said("approaching", "CONTACT");
    stage.tell("先行联系临期，黄灯", "first contact turns yellow");
    stage.at("2026-10-01T23:53");
    said("missed", "CONTACT");
    stage.tell("先行联系超期：24 小时在假期照常计时", "first contact missed: its 24 hours run in the holiday too");
    stage.at("2026-10-08T10:31");
    said("missed", "SIGN");
    stage.tell("签收超期：假期不计，节后首个工作日两个工作小时已满", "signing missed: the holiday did not count");
    stage.at("2026-10-08T16:01");
    happened("hotline.case.escalated.v1", 1);
    stage.tell("逾期四个工作小时仍未签收，系统上报", "unsigned four work hours later: escalated by a rule");
    stage.at("2026-10-08T16:05");
    stage.act(
        SUPERVISOR,
        DISPATCH + "/supervision/cases/" + caseId + "/urges",
        null,
        Map.of("form", "WRITTEN", "words", "该件自 9 月 30 日派出至今未签收，请立即签收并联系诉求人。"));
    stage.tell("督办员发催办通知书", "the supervisor urges in writing");
    stage.at("2026-10-08T16:20");
    onTask(CLERK, "signature", Map.of());
    stage.at("2026-10-08T16:40");
    onTask(
        CLERK,
        "contact-attempts",
        Map.of("result", "REACHED", "channel", "PHONE", "note", "已向诉求人致歉并核实位置。"));
    stage.tell("承办单位签收并联系诉求人，均已超期", "the unit signs and calls, both late");
  }

  private void aHoldAndMoreTime() throws InterruptedException {
    stage.at("2026-10-09T09:10");
    ask(
        "hold",
        Map.of(
            "reason",
            "APPRAISAL",
            "evidence",
            "路面下方疑有空洞，已委托检测，预计 12 日上午出具报告。",
            "resumeAt",
            Stage.instant("2026-10-12T09:00").toString()));
    stage.at("2026-10-09T10:00");
    grant("hold", "同意挂起至检测报告出具，请先设置围挡。");
    stage.tell(
        "批准挂起至 12 日 9:00，答复时限暂停", "a hold is granted up to the 12th; the clock stands still");
    stage.at("2026-10-12T09:00");
    stage.await(
        "the hold ends by itself",
        SUPERVISOR,
        ASSIGNMENT + task,
        seen -> seen.path("status").asText().equals("HANDLING"));
    // 14 work hours were lost to it, those of Saturday among them: from the 13th to the 15th.
    due("replyDue", "2026-10-15T16:30");
    stage.tell("到期自动恢复计时，答复期限顺延至 15 日", "it resumes by itself; the reply is due on the 15th");
    stage.at("2026-10-14T15:00");
    ask(
        "extension",
        Map.of("reason", "WORKS_IN_PROGRESS", "grounds", "空洞须注浆回填，养护需三个工作日。", "workDays", 3));
    stage.at("2026-10-14T16:30");
    grant("extension", "同意延期三个工作日，请每日向诉求人说明进展。");
    due("replyDue", "2026-10-20T16:30");
    stage.tell("批准延期三个工作日，至 20 日", "three more work days are granted, to the 20th");
  }

  private void missed() throws InterruptedException {
    stage.at("2026-10-20T08:40");
    said("approaching", "REPLY");
    stage.tell("答复临期，黄灯", "the reply turns yellow");
    stage.at("2026-10-20T16:31");
    said("missed", "REPLY");
    stage.tell("答复超期", "the reply is missed");
    stage.at("2026-10-21T08:31");
    happened("hotline.supervision.opened.v1", 1);
    stage.tell("超期一个工作小时，系统自动发督办通知并上报", "an hour later a rule opens a supervision order");
  }

  private void cards() throws InterruptedException {
    stage.at("2026-10-27T08:40");
    happened("hotline.supervision.overdue.v1", 1);
    order("YELLOW_CARD", "督办通知逾期未反馈，给予黄牌，两个工作日内书面说明并完成回填。");
    stage.tell("督办通知逾期未反馈，督办员发黄牌", "no answer to it: a yellow card");
    stage.at("2026-10-30T08:40");
    happened("hotline.supervision.overdue.v1", 2);
    order("RED_CARD", "黄牌逾期未反馈，给予红牌，一个工作日内整改到位。");
    stage.tell("黄牌逾期未反馈，督办员发红牌", "no answer to that: a red card");
    stage.at("2026-10-30T09:00");
    JsonNode given =
        stage.act(
            LEADER,
            DISPATCH + "/instructions",
            null,
            Map.of(
                "caseId",
                caseId,
                "title",
                "路面空洞久拖不决",
                "words",
                "请市城管局主要负责同志到现场办公，本周内办结并报我。",
                "unitIds",
                List.of("cg"),
                "leaderPost",
                "分管副市长"));
    instruction = DISPATCH + "/instructions/" + given.path("instructionId").asText() + "/units/cg/";
    stage.at("2026-10-30T09:20");
    stage.act(CLERK, instruction + "reading", 0L, Map.of());
    stage.tell("分管领导批示，承办单位签阅", "a leader instructs, the unit reads it");
  }

  private void aNoticeInSixCopies() throws InterruptedException {
    stage.at("2026-10-30T14:30");
    String notice =
        stage.act(SUPERVISOR, NOTICES, caseVersion(), notice()).path("noticeId").asText();
    String one = NOTICES + "/" + notice;
    onNotice(
        SUPERVISOR,
        one,
        "deliveries",
        Map.of(
            "copies",
            List.of(
                "LEADER",
                "PARTY_OFFICE",
                "GOVERNMENT_OFFICE",
                "ORGANISATION_DEPARTMENT",
                "PETITION_OFFICE"),
            "delivery",
            "IN_SYSTEM"));
    stage.at("2026-10-30T16:00");
    onNotice(
        SUPERVISOR,
        one,
        "deliveries",
        Map.of("copies", List.of("PETITIONER"), "delivery", "BY_HAND", "note", "当面交诉求人"));
    stage.tell("发六联责任单，六联分送到位", "a responsibility notice: six copies are delivered");
    stage.at("2026-10-30T16:20");
    onNotice(LEADER, one, "leader-receipt", Map.of());
    receipt(PARTY_OFFICE, one, "2026-10-30T16:25", "PARTY_OFFICE");
    receipt(GOVERNMENT_OFFICE, one, "2026-10-30T16:40", "GOVERNMENT_OFFICE");
    receipt(ORGANISATION_DEPARTMENT, one, "2026-10-30T17:05", "ORGANISATION_DEPARTMENT");
    receipt(PETITION_OFFICE, one, "2026-11-02T08:40", "PETITION_OFFICE");
    stage.at("2026-11-02T09:10");
    onNotice(SUPERVISOR, one, "copies/PETITIONER/paper-receipt", Map.of("evidence", "回执联由诉求人签字收讫"));
    stage.tell("六份回执收齐", "all six receipts are in");
  }

  private void handledAndRated() throws InterruptedException {
    stage.at("2026-11-02T09:40");
    reply("已完成注浆回填。");
    stage.at("2026-11-02T10:00");
    answerOrders();
    stage.act(CLERK, instruction + "feedback", 1L, Map.of("words", "主要负责同志已到现场，注浆回填完成。"));
    stage.tell("承办单位答复，并反馈三张督办单与批示", "the unit replies, and answers orders and instruction");
    stage.at("2026-11-02T15:00");
    onTask(
        REPLY_REVIEWER,
        "reviews",
        Map.of("decision", "REJECT", "reason", "LACK_OF_EVIDENCE", "comment", "请说明检测结论与恢复通行时间"));
    stage.tell("答复审核驳回，时限从停下处继续", "the reply is rejected; the clock goes on where it stopped");
    stage.at("2026-11-03T10:00");
    reply("经检测空洞为雨水管接口脱开所致，已更换管节并注浆回填，11 月 3 日 8 时恢复通行。");
    stage.at("2026-11-03T14:00");
    onTask(REPLY_REVIEWER, "reviews", Map.of("decision", "PASS"));
    stage.tell("第二次答复审核通过", "the second reply passes");
    stage.at("2026-11-03T15:00");
    acceptOrders();
    stage.act(LEADER, instruction + "judgements", 2L, Map.of("accepted", true));
    stage.tell("督办单核实销号，批示办结", "the orders are closed, the instruction is done");
    callBack();
    stage.await(
        "closed",
        SUPERVISOR,
        DISPATCH + "/cases/" + caseId,
        seen -> seen.path("status").asText().equals("CLOSED"));
    happened("hotline.notice.closed.v1", 1);
    happened("hotline.case.closed.v1", 1);
    stage.tell("回访满意，工单办结，责任单销号", "the citizen is satisfied; the case and its notice end");
  }

  private void callBack() throws InterruptedException {
    String list = "/evaluation/api/callbacks?tab=open&limit=200";
    stage.at("2026-11-04T10:30");
    JsonNode open =
        stage.await("a callback is open", DESK_CALLBACK_AGENT, list, seen -> mine(seen) != null);
    String callback = "/evaluation/api/callbacks/" + mine(open).path("callbackId").asText();
    JsonNode reached =
        stage.act(
            DESK_CALLBACK_AGENT,
            callback + "/attempts",
            mine(open).path("version").asLong(),
            Map.of("result", "REACHED"));
    stage.at("2026-11-04T10:36");
    stage.act(
        DESK_CALLBACK_AGENT,
        callback + "/evaluation",
        reached.path("version").asLong(),
        Map.of(
            "responded", "YES",
            "solved", "YES",
            "satisfied", "YES",
            "requestTrue", "YES",
            "verbatim", "路修好了，就是等得太久。"));
  }

  private JsonNode mine(JsonNode page) {
    for (JsonNode item : page.path("items")) {
      if (item.path("caseId").asText().equals(caseId)) {
        return item;
      }
    }
    return null;
  }

  private Map<String, Object> form() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", "COMPLAINT");
    form.put("urgency", "NORMAL");
    form.put("channel", "PHONE");
    form.put("categoryCode", "010101");
    form.put("placeCode", "370281001");
    form.put("address", "福州南路与广州北路路口");
    form.put("title", "国庆前夜路面塌陷，围挡被人挪走");
    form.put("content", "路口东侧机动车道下陷约半米，夜间无照明，围挡被挪到路边，已有电动车摔倒。");
    form.put("demand", "请立即围挡，节后尽快修复。");
    form.put("receivedAt", Stage.instant("2026-09-30T23:38").toString());
    form.put("externalSource", stage.source());
    form.put("externalRef", stage.ref());
    form.put(
        "reporter",
        Map.of(
            "name", "市民甲",
            "phone", "13800001234",
            "anonymous", false,
            "confidential", false,
            "wantsCallback", true));
    return form;
  }

  private Map<String, Object> notice() {
    Map<String, Object> notice = new LinkedHashMap<>();
    notice.put("caseId", caseId);
    notice.put("ground", "HARD");
    notice.put("demand", "三个工作日内完成回填并恢复通行，向中心书面报告。");
    notice.put("promise", "11 月 3 日前恢复通行。");
    notice.put("remark", "该件已发红牌，请分管领导亲自过问。");
    notice.put(
        "responsible", List.of(Map.of("name", "责任人甲", "post", "副局长", "phone", "0532-12345678")));
    notice.put(
        "recipients",
        List.of(
            Map.of("copy", "LEADER", "post", "分管副市长", "login", "leader"),
            Map.of("copy", "PETITIONER"),
            Map.of("copy", "PARTY_OFFICE", "unitId", "dwb"),
            Map.of("copy", "GOVERNMENT_OFFICE", "unitId", "zfb"),
            Map.of("copy", "ORGANISATION_DEPARTMENT", "unitId", "zzb"),
            Map.of("copy", "PETITION_OFFICE", "unitId", "xfj")));
    return notice;
  }

  private void onTask(Person person, String act, Map<String, ?> body) throws InterruptedException {
    long version = stage.read(SUPERVISOR, ASSIGNMENT + task).path("version").asLong();
    stage.act(person, ASSIGNMENT + task + "/" + act, version, body);
  }

  private void reply(String text) throws InterruptedException {
    onTask(
        CLERK,
        "replies",
        Map.of("handlingText", text, "publicReply", "您好，" + text, "claimedSolved", true));
  }

  private void ask(String what, Map<String, ?> body) throws InterruptedException {
    onTask(CLERK, what + "-requests", body);
  }

  private void grant(String what, String comment) throws InterruptedException {
    JsonNode requests = stage.read(SUPERVISOR, ASSIGNMENT + task).path("requests");
    int no = requests.path(requests.size() - 1).path("requestNo").asInt();
    onTask(
        DESK_DISPATCHER,
        what + "-requests/" + no + "/decision",
        Map.of("decision", "GRANT", "comment", comment));
  }

  private void order(String level, String demand) throws InterruptedException {
    stage.act(
        SUPERVISOR,
        ORDERS,
        caseVersion(),
        Map.of(
            "caseId", caseId,
            "unitId", "cg",
            "level", level,
            "reason", "OVERDUE",
            "demand", demand));
  }

  private long caseVersion() throws InterruptedException {
    return stage.read(SUPERVISOR, DISPATCH + "/cases/" + caseId).path("version").asLong();
  }

  private void answerOrders() throws InterruptedException {
    for (JsonNode order : orders()) {
      stage.act(
          CLERK,
          ORDERS + "/" + order.path("orderId").asText() + "/rectifications",
          order.path("version").asLong(),
          Map.of("words", "已完成注浆回填并恢复围挡，节假日值班安排已重新落实到人。"));
    }
  }

  private void acceptOrders() throws InterruptedException {
    for (JsonNode order : orders()) {
      stage.act(
          SUPERVISOR,
          ORDERS + "/" + order.path("orderId").asText() + "/judgements",
          order.path("version").asLong(),
          Map.of("accepted", true));
    }
  }

  private List<JsonNode> orders() throws InterruptedException {
    List<JsonNode> orders = new ArrayList<>();
    stage
        .read(SUPERVISOR, DISPATCH + "/supervision/cases/" + caseId)
        .path("orders")
        .forEach(orders::add);
    return orders;
  }

  private void onNotice(Person person, String notice, String act, Map<String, ?> body)
      throws InterruptedException {
    long version = stage.read(SUPERVISOR, notice).path("version").asLong();
    stage.act(person, notice + "/" + act, version, body);
  }

  private void receipt(Person person, String notice, String time, String copy)
      throws InterruptedException {
    stage.at(time);
    onNotice(person, notice, "copies/" + copy + "/receipt", Map.of());
  }

  /** Says so when a due time is not the one that the calendar gives. */
  private void due(String which, String expected) throws InterruptedException {
    String due = stage.read(SUPERVISOR, ASSIGNMENT + task).path(which).asText();
    if (!due.equals(Stage.instant(expected).toString())) {
      throw new GaveUp(which + " " + due + " ≠ " + Stage.instant(expected), null);
    }
  }

  /** What the clock says by itself: that it comes near its end, or has passed it. */
  private void said(String what, String clock) throws InterruptedException {
    String type = "hotline.deadline." + what + ".v1";
    stage.await(
        clock + " " + what,
        SUPERVISOR,
        timeline(),
        seen -> {
          for (JsonNode entry : seen.path("entries")) {
            if (entry.path("type").asText().equals(type)
                && entry.path("data").path("deadline").asText().equals(clock)) {
              return true;
            }
          }
          return false;
        });
  }

  private void happened(String type, int times) throws InterruptedException {
    stage.await(
        times + " x " + type,
        SUPERVISOR,
        timeline(),
        seen -> {
          int count = 0;
          for (JsonNode entry : seen.path("entries")) {
            count += entry.path("type").asText().equals(type) ? 1 : 0;
          }
          return count >= times;
        });
  }

  private String timeline() {
    return "/reporting/api/cases/" + caseId + "/timeline";
  }
}
