package hotline.intake.texting;

import hotline.intake.cases.CaseNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the messages say: numbers, dates and what to do, never what a request is about, since
 * whoever holds the telephone reads them; what all callers of an incident are told excepted.
 */
final class TextWords {
  /** Stands for the query code in every text that is kept or shown. */
  static final String MASKED_CODE = "******";

  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日").withZone(CITY);
  private static final int END_DIGITS = 4;

  private final String signature;
  private final String ownPage;

  /**
   * @param signature begins every message, such as {@code 【12345热线】}
   * @param ownPage address of the citizen's page; null where there is none to name
   */
  TextWords(String signature, String ownPage) {
    this.signature = signature;
    this.ownPage = ownPage;
  }

  /**
   * With the code masked: it is put in at the moment of sending.
   *
   * @param workdays within which this city answers; null where it promises nothing before a unit
   *     has the case
   */
  String registered(String caseNo, Integer workdays) {
    return said(
        "您的诉求已登记，编号"
            + printed(caseNo)
            + "，查询码"
            + MASKED_CODE
            + "，请勿告诉他人。"
            + promised(workdays)
            + page("查询进度："));
  }

  private static String promised(Integer workdays) {
    return workdays == null ? "" : "我们将在登记后" + workdays + "个工作日内答复您。";
  }

  /**
   * Several that were split off one call, each with its code masked.
   *
   * @param workdays as of one; null where it is not promised of each of them
   */
  String splitOff(List<String> caseNos, Integer workdays) {
    return said(
        "您反映的其他诉求已分别登记："
            + caseNos.stream()
                .map(caseNo -> "编号" + printed(caseNo) + "，查询码" + MASKED_CODE)
                .collect(Collectors.joining("；"))
            + "。请勿告诉他人。"
            + promised(workdays)
            + page("查询进度："));
  }

  /**
   * The text as it goes out.
   *
   * @param codes in the order of the masks, with a space between them; null for none
   */
  static String withCode(String text, String codes) {
    String told = text;
    if (codes != null) {
      for (String code : codes.split(" ")) {
        told = told.replaceFirst(Pattern.quote(MASKED_CODE), code);
      }
    }
    return told;
  }

  /**
   * @param unit null where it is not named
   */
  String dispatched(String caseNo, String unit, Instant promisedBy) {
    return said(
        "您的诉求"
            + printed(caseNo)
            + "已转交"
            + (unit == null ? "承办单位" : unit)
            + "办理，最迟"
            + DAY.format(promisedBy)
            + "答复您。");
  }

  String extended(String caseNo, Instant promisedBy) {
    return said("您的诉求" + printed(caseNo) + "办理时限已延长，最迟" + DAY.format(promisedBy) + "答复您。");
  }

  /**
   * Not why: that a unit waits, or wrote its reply anew, is between it and the centre.
   *
   * @param first what was promised first
   */
  String postponed(String caseNo, Instant first, Instant promisedBy) {
    return said(
        "您的诉求"
            + printed(caseNo)
            + "答复时间有调整，原定"
            + DAY.format(first)
            + "，现最迟"
            + DAY.format(promisedBy)
            + "答复您。");
  }

  /**
   * @param direct whether the hotline itself answered: no unit had a part in it
   */
  String ratingAsked(String caseNo, boolean direct) {
    return said(
        "您的诉求"
            + printed(caseNo)
            + "已有办理结果，"
            + digits(direct)
            + "选3至5的，可在数字后空一格写明情况。有多件待评价的，数字后请加尾号，如“1 "
            + end(caseNo)
            + "”。"
            + page("查看结果：")
            + "退订回T");
  }

  String closed(String caseNo, Instant reopenUntil) {
    return said(
        "您的诉求"
            + printed(caseNo)
            + "已办结。"
            + (reopenUntil == null
                ? ""
                : "如问题仍未解决，可在" + DAY.format(reopenUntil) + "前致电12345或在查询页申请重新办理。"));
  }

  /** What many have called about is no secret of one of them: this says what became of it. */
  String ofIncident(String caseNo, String message) {
    return said("您反映的诉求" + printed(caseNo) + "：" + message);
  }

  /** Several were asked about, and nothing said which one is meant. */
  String whichOne(List<String> caseNos) {
    List<String> ends = ends(caseNos);
    return said(
        "近期请您评价的诉求有多件，尾号"
            + String.join("、", ends)
            + "。请在数字后空一格加尾号回复，如“1 "
            + ends.get(0)
            + "”，每件回复一条。"
            + page("也可在此评价："));
  }

  /** The same words were a rating of another result shortly before: it may be that reply again. */
  String sameAgain(String caseNo) {
    return said(
        "您不久前已有相同回复。如要评价诉求"
            + printed(caseNo)
            + "，请在数字后空一格加尾号回复，如“1 "
            + end(caseNo)
            + "”。"
            + page("也可在此评价："));
  }

  String notUnderstood(boolean direct) {
    return said("未能识别您的回复，" + digits(direct) + page("也可在此评价：") + "未评价的，我们将电话回访。");
  }

  /** It was rated already, or its callback is over. */
  String notNow(String caseNo) {
    return said("您的诉求" + printed(caseNo) + "目前没有待评价的结果，此次回复未计入。" + page("进度："));
  }

  /** No number of what waits ends with these digits. */
  String unknownEnd(List<String> caseNos) {
    List<String> ends = ends(caseNos);
    return said(
        "尾号不符，此次回复未计入。近期请您评价的诉求尾号" + String.join("、", ends) + "，请回复如“1 " + ends.get(0) + "”。");
  }

  private static String digits(boolean direct) {
    return "请回复一个数字：1已解决且满意；2基本解决、满意；3未解决，"
        + (direct ? "没有答复清楚" : "承办单位没办好")
        + "；4未解决，政策不允许；5不满意，其他原因。";
  }

  /** As many last digits as tell the cases apart. */
  static List<String> ends(List<String> caseNos) {
    int digits = END_DIGITS;
    while (digits < caseNos.get(0).length() && distinctEnds(caseNos, digits) < caseNos.size()) {
      digits++;
    }
    int told = digits;
    return caseNos.stream().map(one -> one.substring(one.length() - told)).toList();
  }

  private static long distinctEnds(List<String> caseNos, int digits) {
    return caseNos.stream().map(one -> one.substring(one.length() - digits)).distinct().count();
  }

  static String end(String caseNo) {
    return caseNo.substring(caseNo.length() - END_DIGITS);
  }

  private static String printed(String caseNo) {
    return new CaseNumber(caseNo).printed();
  }

  private String page(String lead) {
    return ownPage == null ? "" : lead + ownPage + " ";
  }

  private String said(String text) {
    return TextLength.limited((signature + text).strip());
  }
}
