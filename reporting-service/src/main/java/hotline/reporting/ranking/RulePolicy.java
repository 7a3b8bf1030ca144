package hotline.reporting.ranking;

import hotline.access.Invalid;
import hotline.access.PlainText;
import hotline.access.Violations;
import hotline.calendar.InputRefused;
import hotline.calendar.LimitRule;
import hotline.lifecycle.RankingRule;
import hotline.lifecycle.RankingRule.Term;
import hotline.lifecycle.RankingRule.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule must be so that every unit can be scored by it. */
final class RulePolicy {

  private static final int MOST_TIERS = 20;
  private static final int MOST_TERMS = 10;
  private static final int MOST_UNITS = 500;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_CASES = 100_000;
  private static final int MOST_SHRINKAGE = 10_000;
  private static final int DECIMALS = 6;
  private static final BigDecimal MOST_WEIGHT = new BigDecimal("1000");

  private RulePolicy() {}

  /** Refuses with all that is wrong; null fields are taken for missing ones. */
  static void check(RankingRule rule) {
    Violations wrong = new Violations();
    name(wrong, rule.nameZh(), "nameZh");
    name(wrong, rule.nameEn(), "nameEn");
    name(wrong, rule.preset(), "preset");
    wrong.require(
        rule.minCases() >= 1 && rule.minCases() <= MOST_CASES,
        "minCases",
        "out-of-range",
        "参与排名的最少工单数应为 1 到 100000 的整数。",
        "The least number of cases must be from 1 to 100000.");
    wrong.require(
        rule.shrinkage() == null || (rule.shrinkage() >= 1 && rule.shrinkage() <= MOST_SHRINKAGE),
        "shrinkage",
        "out-of-range",
        "收缩系数应为 1 到 10000 的整数；不收缩请留空。",
        "Shrinkage must be from 1 to 10000, or left out.");
    wrong.require(
        rule.validFrom() == null
            || rule.validTo() == null
            || rule.validFrom().isBefore(rule.validTo()),
        "validTo",
        "not-after-from",
        "失效日期须晚于生效日期。",
        "The rule must end after it begins.");
    wrong.require(
        isLimit(rule.checkLimit()),
        "checkLimit",
        "not-a-limit",
        "核对期应写作如 3wd（三个工作日）、2nd（两个自然日）。",
        "Write the time to object as in 3wd (work days) or 2nd (natural days).");
    tiers(wrong, rule.tiers());
    terms(wrong, rule.terms());
    wrong.throwIfAny();
  }

  private static void name(Violations wrong, String name, String field) {
    wrong.required(name, field).atMost(name, LONGEST_NAME, field);
    wrong.require(
        name == null || PlainText.isStorable(name),
        field,
        "not-text",
        "含有无法保存的字符。",
        "It holds characters that cannot be kept.");
  }

  /** Units have a day at least to look, whoever adopts the rule and submits by it. */
  static void requireDays(String checkLimit) {
    if (!checkLimit.endsWith("d") || checkLimit.startsWith("0")) {
      throw new Invalid(
          "checkLimit",
          "too-short",
          "核对期至少一天，请写作如 3wd（三个工作日）或 2nd（两个自然日）。",
          "Units have at least a day to object; write 3wd (work days) or 2nd (natural days).");
    }
  }

  /** Whether days count by it that have been when it is adopted: their numbers are known. */
  static boolean reachesBack(RankingRule rule, LocalDate today) {
    return rule.validFrom() == null || rule.validFrom().isBefore(today);
  }

  private static boolean isLimit(String text) {
    if (text == null || text.length() > 10) {
      return false;
    }
    try {
      LimitRule.of(text);
      return true;
    } catch (InputRefused refused) {
      return false;
    }
  }

  private static void tiers(Violations wrong, List<Tier> tiers) {
    if (tiers == null || tiers.isEmpty() || tiers.size() > MOST_TIERS) {
      wrong.add("tiers", "out-of-range", "请设置 1 到 20 个分档。", "There must be 1 to 20 tiers.");
      return;
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      String field = "tiers[" + i + "]";
      if (tier == null) {
        wrong.add(field, "required", "必填。", "This is required.");
        continue;
      }
      name(wrong, tier.nameZh(), field + ".nameZh");
      name(wrong, tier.nameEn(), field + ".nameEn");
      wrong.require(
          tier.code() != null && tier.code().matches("[a-z][a-z0-9-]{0,39}"),
          field + ".code",
          "not-a-code",
          "分档代码应为小写字母、数字和连字符。",
          "A code of a tier is lower case letters, digits and hyphens.");
      wrong.require(
          tier.code() == null || codes.add(tier.code()),
          field + ".code",
          "twice",
          "分档代码重复。",
          "This code is there twice.");
      wrong.require(
          tier.levels() != null
              && tier.levels().size() <= 4
              && tier.levels().stream()
                  .allMatch(level -> level != null && level >= 1 && level <= 4),
          field + ".levels",
          "out-of-range",
          "层级应为 1 到 4；不限请写空列表。",
          "Levels are from 1 to 4; an empty list is all.");
      wrong.require(
          tier.units() != null
              && tier.units().size() <= MOST_UNITS
              && tier.units().stream()
                  .allMatch(unit -> unit != null && unit.matches("[A-Za-z0-9_-]{1,60}")),
          field + ".units",
          "not-codes",
          "指定单位应为单位代码列表；没有请写空列表。",
          "Units are named by their codes; an empty list for none.");
    }
  }

  private static void terms(Violations wrong, List<Term> terms) {
    if (terms == null || terms.isEmpty() || terms.size() > MOST_TERMS) {
      wrong.add("terms", "out-of-range", "请设置 1 到 10 项指标。", "There must be 1 to 10 rates.");
      return;
    }
    Set<String> kpis = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      String field = "terms[" + i + "]";
      if (term == null) {
        wrong.add(field, "required", "必填。", "This is required.");
        continue;
      }
      String known = Arrays.stream(Kpi.values()).map(Kpi::code).collect(Collectors.joining(", "));
      wrong.require(
          term.kpi() != null && Kpi.of(term.kpi()).isPresent(),
          field + ".kpi",
          "unknown-value",
          "没有这个指标，可选：" + known,
          "No such rate; choose one of " + known);
      wrong.require(
          term.kpi() == null || kpis.add(term.kpi()),
          field + ".kpi",
          "twice",
          "同一指标只能出现一次。",
          "A rate can be there once.");
      wrong.require(
          isDecimal(term.weight(), MOST_WEIGHT) && term.weight().signum() > 0,
          field + ".weight",
          "out-of-range",
          "权重应大于 0，不超过 1000，最多六位小数。",
          "A weight is above 0, at most 1000, with at most six decimals.");
      wrong.require(
          isDecimal(term.floor(), BigDecimal.ONE)
              && isDecimal(term.ceiling(), BigDecimal.ONE)
              && term.floor().compareTo(term.ceiling()) < 0,
          field + ".floor",
          "out-of-range",
          "下限须小于上限，均在 0 到 1 之间。",
          "The floor is below the ceiling, both from 0 to 1.");
      wrong.require(
          term.direction() != null, field + ".direction", "required", "必填。", "This is required.");
      wrong.require(
          term.transform() != null, field + ".transform", "required", "必填。", "This is required.");
    }
  }

  private static boolean isDecimal(BigDecimal number, BigDecimal most) {
    return number != null
        && number.signum() >= 0
        // Before anything is done with it: an exponent can make a short text a long number.
        && number.precision() <= 20
        && number.scale() <= DECIMALS
        && number.scale() >= -DECIMALS
        && number.compareTo(most) <= 0;
  }

  /** Whether two rules make the same score of the same numbers, so that scores can be compared. */
  static boolean scoreAlike(RankingRule one, RankingRule other) {
    if (one.terms().size() != other.terms().size()
        || !java.util.Objects.equals(one.shrinkage(), other.shrinkage())) {
      return false;
    }
    for (int i = 0; i < one.terms().size(); i++) {
      Term a = one.terms().get(i);
      Term b = other.terms().get(i);
      if (!a.kpi().equals(b.kpi())
          || a.direction() != b.direction()
          || a.transform() != b.transform()
          || a.weight().compareTo(b.weight()) != 0
          || a.floor().compareTo(b.floor()) != 0
          || a.ceiling().compareTo(b.ceiling()) != 0) {
        return false;
      }
    }
    return true;
  }
}
