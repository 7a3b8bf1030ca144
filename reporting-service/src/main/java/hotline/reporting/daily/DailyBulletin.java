package hotline.reporting.daily;

import hotline.reporting.definitions.Definitions;
import hotline.reporting.headline.Period;
import hotline.reporting.headline.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The bulletin that lies before the leaders: one page, with the numbers of an edition. */
final class DailyBulletin {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final String FOOT =
      "各项按事情发生的时间归日（北京时间零时至二十四时），同一工单同一项一日计一次；评价按当日记录的每次评价计；新增超期按系统认定之日计；" + "补录的计入发生之日。";

  private DailyBulletin() {}

  static byte[] of(DailyEdition edition) {
    DailyReport report = edition.report();
    WordDocument page =
        new WordDocument()
            .title("12345热线日报")
            .centred("（" + report.date().getYear() + "年第" + report.issue() + "期）")
            .aboveTheLine(
                "热线中心　" + DAY.format(report.date()),
                "签发：" + (edition.isSigned() ? edition.signedName() : "（未签发）"))
            .heading("一、当日情况")
            .table(flows(report))
            .heading("二、当日评价")
            .line(
                rate("响应率", report.ratings().responded())
                    + "　"
                    + rate("解决率", report.ratings().solved())
                    + "　"
                    + rate("满意率", report.ratings().satisfied()))
            .heading("三、诉求集中类别");
    if (report.categories().isEmpty()) {
      page.line("当日没有。");
    } else {
      page.table(categories(report));
    }
    page.heading("四、承办单位");
    if (report.units().isEmpty()) {
      page.line("当日没有。");
    } else {
      page.table(units(report));
    }
    if (edition.casesWaiting() > 0) {
      page.line("另有 " + edition.casesWaiting() + " 件工单的数据定稿时尚待处理，未计入以上各项。");
    }
    return page.line(
            "截至 "
                + time(report.now().asOf() == null ? report.asOf() : report.now().asOf())
                + "：在办 "
                + report.now().open()
                + " 件，其中超期 "
                + report.now().overdue()
                + " 件。")
        .line(
            "定稿时间 "
                + time(edition.madeAt())
                + "，数据完整至 "
                + time(edition.asOf())
                + (edition.isSigned() ? "，签发时间 " + time(edition.signedAt()) : "")
                + "。此后的更正见系统日报页。")
        .line(FOOT)
        .bytes();
  }

  private static List<List<String>> flows(DailyReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目", "件数", "前一日", "增减", "上周同日", "增减"));
    for (DailyReport.Flow row : report.flows()) {
      rows.add(
          List.of(
              name(row),
              Long.toString(row.count()),
              Long.toString(row.dayBefore()),
              change(row.count(), row.dayBefore()),
              Long.toString(row.weekBefore()),
              change(row.count(), row.weekBefore())));
    }
    return rows;
  }

  /** As the version was called by which it was counted. */
  private static String name(DailyReport.Flow row) {
    return Definitions.find(row.code())
        .orElseGet(() -> Definitions.of(row.flow().definition()))
        .name()
        .zh();
  }

  private static List<List<String>> categories(DailyReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("类别", "登记", "前一日"));
    report
        .categories()
        .forEach(
            one ->
                rows.add(
                    List.of(
                        one.name(),
                        Long.toString(one.registered()),
                        Long.toString(one.dayBefore()))));
    return rows;
  }

  private static List<List<String>> units(DailyReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("单位", "办结", "新增超期"));
    report
        .units()
        .forEach(
            one ->
                rows.add(
                    List.of(
                        one.name(), Long.toString(one.closed()), Long.toString(one.overdue()))));
    return rows;
  }

  private static String rate(String name, Rate rate) {
    String value =
        rate.denominator() == 0
            ? "—"
            : rate.numerator()
                    .multiply(HUNDRED)
                    .divide(BigDecimal.valueOf(rate.denominator()), 2, RoundingMode.HALF_UP)
                + "%";
    return name
        + " "
        + value
        + "（"
        + rate.numerator().stripTrailingZeros().toPlainString()
        + "/"
        + rate.denominator()
        + "，未知 "
        + rate.unknown()
        + "）";
  }

  /** How much more or less than then; where then was nothing no share is known. */
  private static String change(long now, long before) {
    long more = now - before;
    if (before == 0) {
      return more == 0 ? "0" : "+" + more;
    }
    BigDecimal share =
        BigDecimal.valueOf(more * 100).divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
    return (more > 0 ? "+" : "") + share + "%";
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(Period.ZONE));
  }
}
