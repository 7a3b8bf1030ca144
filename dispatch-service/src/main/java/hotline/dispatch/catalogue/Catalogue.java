package hotline.dispatch.catalogue;

import hotline.dispatch.directory.Directory;
import hotline.dispatch.reference.Sentence;
import hotline.lifecycle.DirectoryEntry.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routing rules in force at one moment; immutable. */
public final class Catalogue {

  private static final int[] CATEGORY_DIGITS = {6, 4, 2, 0};
  private static final int[] PLACE_DIGITS = {12, 9, 6, 4, 0};

  private final long version;
  private final Map<String, Map<String, RoutingRule>> rules = new HashMap<>();
  private final List<RoutingRule> inOrder;

  public Catalogue(long version, Collection<RoutingRule> inForce) {
    this.version = version;
    for (RoutingRule rule : inForce) {
      rules
          .computeIfAbsent(rule.categoryPrefix(), none -> new HashMap<>())
          .put(rule.placePrefix(), rule);
    }
    inOrder =
        inForce.stream()
            .sorted(
                Comparator.comparing(RoutingRule::categoryPrefix)
                    .thenComparing(RoutingRule::placePrefix))
            .toList();
  }

  public String version() {
    return "catalogue/" + version;
  }

  public List<RoutingRule> rules() {
    return inOrder;
  }

  /** Whether a rule is in force for exactly this category and place. */
  boolean has(String categoryPrefix, String placePrefix) {
    return rules.getOrDefault(categoryPrefix, Map.of()).containsKey(placePrefix);
  }

  /**
   * The unit for a case: the rule of the most specific category decides, and among those the one of
   * the most specific place.
   */
  public Route route(String categoryCode, String placeCode, Directory directory) {
    Optional<RoutingRule> found = match(categoryCode, placeCode);
    List<Sentence> why = new ArrayList<>();
    if (found.isEmpty()) {
      why.add(
          new Sentence(
              "派单目录中没有适用于该分类和地点的规则，须人工派单。",
              "No rule of the catalogue matches this category and place: a dispatcher decides."));
      return new Route(null, null, false, version(), why);
    }
    RoutingRule rule = found.get();
    why.add(matched(rule, directory));
    Optional<Unit> unit = target(rule, placeCode, directory, why);
    boolean usable = unit.isPresent() && unit.get().active();
    if (unit.isPresent() && !usable) {
      why.add(
          new Sentence(
              unit.get().nameZh() + "已停用，须人工派单。",
              unit.get().nameEn() + " is out of service: a dispatcher decides."));
    }
    if (usable && !rule.automatic()) {
      why.add(new Sentence("该规则仅作建议，由派单员确认。", "The rule only suggests: a dispatcher confirms."));
    }
    return new Route(
        usable ? unit.get() : null, rule.ruleId(), usable && rule.automatic(), version(), why);
  }

  private Optional<RoutingRule> match(String categoryCode, String placeCode) {
    for (int categoryDigits : CATEGORY_DIGITS) {
      Map<String, RoutingRule> ofCategory = rules.get(prefix(categoryCode, categoryDigits));
      if (ofCategory == null) {
        continue;
      }
      for (int placeDigits : PLACE_DIGITS) {
        RoutingRule rule = ofCategory.get(prefix(placeCode, placeDigits));
        if (rule != null) {
          return Optional.of(rule);
        }
      }
    }
    return Optional.empty();
  }

  /** A code shorter than that has no such prefix; the empty prefix matches everything. */
  private static String prefix(String code, int digits) {
    return code == null || code.length() < digits ? null : code.substring(0, digits);
  }

  private static Sentence matched(RoutingRule rule, Directory directory) {
    String category =
        rule.categoryPrefix().isEmpty() ? "全部分类" : directory.categoryName(rule.categoryPrefix());
    String place = rule.placePrefix().isEmpty() ? "全市" : directory.placeName(rule.placePrefix());
    return new Sentence(
        "适用规则 "
            + rule.ruleId()
            + "：分类“"
            + category
            + "”（"
            + rule.categoryPrefix()
            + "），地点“"
            + place
            + "”。",
        "Rule "
            + rule.ruleId()
            + " applies: category "
            + (rule.categoryPrefix().isEmpty() ? "any" : rule.categoryPrefix())
            + ", place "
            + (rule.placePrefix().isEmpty() ? "whole city" : rule.placePrefix())
            + ".");
  }

  private static Optional<Unit> target(
      RoutingRule rule, String placeCode, Directory directory, List<Sentence> why) {
    if (!RoutingRule.isRelative(rule.target())) {
      Optional<Unit> unit = directory.unit(rule.target());
      why.add(
          unit.map(
                  known ->
                      new Sentence(
                          "该分类由" + known.nameZh() + "承办。",
                          known.nameEn() + " handles this category."))
              .orElseGet(
                  () ->
                      new Sentence(
                          "规则指向的单位 " + rule.target() + " 不存在，须人工派单。",
                          "The rule names the unknown unit "
                              + rule.target()
                              + ": a dispatcher decides.")));
      return unit;
    }
    Optional<Unit> street =
        rule.target().equals(RoutingRule.STREET_OF_PLACE)
            ? directory.streetDesk(placeCode)
            : Optional.empty();
    Optional<Unit> desk = street.isPresent() ? street : directory.districtDesk(placeCode);
    why.add(
        desk.map(
                known ->
                    new Sentence(
                        "按事发地点由" + known.nameZh() + "承办。",
                        "Handled where it happened: " + known.nameEn() + "."))
            .orElseGet(
                () ->
                    new Sentence(
                        "事发地点未到区市或街道，须人工派单。",
                        "The place names no district or street: a dispatcher decides.")));
    return desk;
  }
}
