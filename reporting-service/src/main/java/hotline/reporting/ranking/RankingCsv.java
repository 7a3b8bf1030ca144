package hotline.reporting.ranking;

import hotline.access.files.SpreadsheetCell;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankedUnit.RankedRate;
import hotline.lifecycle.RankingRule.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ranking as a file for spreadsheets; codes and names stay text. */
final class RankingCsv {

  /** Without it a spreadsheet takes the Chinese of UTF-8 for another alphabet. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RankingCsv() {}

  static String of(RankingView view) {
    StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
    List<String> head =
        new ArrayList<>(
            List.of(
                "periodFrom",
                "periodTo",
                "edition",
                "tier",
                "unit",
                "unitName",
                "rank",
                "band",
                "notRanked",
                "score",
                "low",
                "high",
                "evaluated",
                "accepted",
                "closed",
                "excluded",
                "ratingSetAside",
                "extended",
                "onHold"));
    view.rule()
        .terms()
        .forEach(
            term ->
                head.addAll(
                    List.of(
                        term.kpi() + ".numerator",
                        term.kpi() + ".denominator",
                        term.kpi() + ".unknown",
                        term.kpi() + ".value")));
    csv.append(String.join(",", head)).append("\r\n");
    Map<String, String> tiers = new HashMap<>();
    for (Tier tier : view.rule().tiers()) {
      tiers.put(tier.code(), tier.nameZh());
    }
    view.lines().stream()
        .filter(line -> line.erratum() != RankingView.Corrected.ADDED)
        .forEach(line -> line(csv, view, tiers, "0", line.unitName(), line.ranked()));
    for (RankingView.Erratum erratum : view.errata()) {
      for (RankingView.Changed changed : erratum.changed()) {
        if (changed.after() == null) {
          removed(csv, view, erratum.number(), changed, head.size());
        } else {
          line(
              csv,
              view,
              tiers,
              Integer.toString(erratum.number()),
              changed.unitName(),
              changed.after());
        }
      }
    }
    return csv.toString();
  }

  /** A unit that an erratum took out: what stands above it no longer counts. */
  private static void removed(
      StringBuilder csv, RankingView view, int edition, RankingView.Changed unit, int columns) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                SpreadsheetCell.code(view.periodFrom()),
                SpreadsheetCell.code(view.periodTo()),
                Integer.toString(edition),
                "",
                SpreadsheetCell.code(unit.unitId()),
                SpreadsheetCell.plain(unit.unitName()),
                "",
                "",
                SpreadsheetCell.plain("已由更正移出")));
    while (cells.size() < columns) {
      cells.add("");
    }
    csv.append(String.join(",", cells)).append("\r\n");
  }

  private static void line(
      StringBuilder csv,
      RankingView view,
      Map<String, String> tiers,
      String edition,
      String name,
      RankedUnit line) {
    List<String> cells = new ArrayList<>();
    cells.add(SpreadsheetCell.code(view.periodFrom()));
    cells.add(SpreadsheetCell.code(view.periodTo()));
    cells.add(edition);
    cells.add(SpreadsheetCell.plain(tiers.getOrDefault(line.tier(), line.tier())));
    cells.add(SpreadsheetCell.code(line.unitId()));
    cells.add(SpreadsheetCell.plain(name));
    cells.add(SpreadsheetCell.plain(line.rank()));
    cells.add(SpreadsheetCell.plain(line.band()));
    cells.add(SpreadsheetCell.plain(line.notRanked() == null ? null : line.notRanked().zh()));
    cells.add(SpreadsheetCell.plain(line.score()));
    cells.add(SpreadsheetCell.plain(line.low()));
    cells.add(SpreadsheetCell.plain(line.high()));
    for (long number :
        new long[] {
          line.evaluated(),
          line.accepted(),
          line.closed(),
          line.excluded(),
          line.ratingSetAside(),
          line.extended(),
          line.onHold()
        }) {
      cells.add(Long.toString(number));
    }
    for (RankedRate rate : line.rates()) {
      cells.add(SpreadsheetCell.plain(rate.numerator()));
      cells.add(Long.toString(rate.denominator()));
      cells.add(Long.toString(rate.unknown()));
      cells.add(SpreadsheetCell.plain(rate.value()));
    }
    csv.append(String.join(",", cells)).append("\r\n");
  }
}
