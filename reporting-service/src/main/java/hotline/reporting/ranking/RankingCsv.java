package hotline.reporting.ranking;

import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankedUnit.RankedRate;
import hotline.lifecycle.RankingRule.Tier;
import hotline.reporting.exports.CsvCell;
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
                CsvCell.text(view.periodFrom()),
                CsvCell.text(view.periodTo()),
                Integer.toString(edition),
                "",
                CsvCell.text(unit.unitId()),
                CsvCell.of(unit.unitName()),
                "",
                "",
                CsvCell.of("已由更正移出")));
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
    cells.add(CsvCell.text(view.periodFrom()));
    cells.add(CsvCell.text(view.periodTo()));
    cells.add(edition);
    cells.add(CsvCell.of(tiers.getOrDefault(line.tier(), line.tier())));
    cells.add(CsvCell.text(line.unitId()));
    cells.add(CsvCell.of(name));
    cells.add(CsvCell.of(line.rank()));
    cells.add(CsvCell.of(line.band()));
    cells.add(CsvCell.of(line.notRanked() == null ? null : line.notRanked().zh()));
    cells.add(CsvCell.of(line.score()));
    cells.add(CsvCell.of(line.low()));
    cells.add(CsvCell.of(line.high()));
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
      cells.add(CsvCell.of(rate.numerator()));
      cells.add(Long.toString(rate.denominator()));
      cells.add(Long.toString(rate.unknown()));
      cells.add(CsvCell.of(rate.value()));
    }
    csv.append(String.join(",", cells)).append("\r\n");
  }
}
