package hotline.dispatch.directory;

import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tree that the city keeps. Its codes carry it: a code begins with the one above, so that rules,
 * desks and counts of a whole branch need the code alone. What is below another is another thing
 * with another code.
 */
public enum Tree {
  /** 诉求分类: three levels of two digits each. */
  CATEGORIES("category", List.of(2, 4, 6), List.of("1", "2", "3")),
  /**
   * 区划: the codes of the national register (GB/T 2260, GB/T 10114), without the zeros at the end.
   */
  PLACES("place", List.of(4, 6, 9, 12), List.of("city", "district", "street", "community"));

  /** 直辖市, which have two codes of four digits: districts (市辖区) and counties (县). */
  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

  private final String kind;
  private final List<Integer> digits;
  private final List<String> levels;

  Tree(String kind, List<Integer> digits, List<String> levels) {
    this.kind = kind;
    this.digits = digits;
    this.levels = levels;
  }

  /** Table, and word of its keys on the directory topic. */
  String kind() {
    return kind;
  }

  boolean isCode(String code) {
    return code != null
        && digits.contains(code.length())
        && code.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** 1 for the top. */
  int depth(String code) {
    return digits.indexOf(code.length()) + 1;
  }

  boolean isDeepest(String code) {
    return depth(code) == digits.size();
  }

  /** As a file and the topic name it: 1 to 3, or city to community. */
  String level(String code) {
    return levels.get(depth(code) - 1);
  }

  /** The level as the field calls it, with its other names, for whoever wrote another. */
  String levelWords(String code) {
    return this == CATEGORIES
        ? List.of("一级", "二级", "三级").get(depth(code) - 1)
        : List.of("市", "区、县、县级市", "街道、镇、乡", "社区（居委会）、村（村委会）").get(depth(code) - 1);
  }

  /**
   * The code that was meant, where the last group has zeros only: tables of the national register
   * fill up every code to twelve digits.
   */
  Optional<String> withoutZeros(String code) {
    String last = depth(code) == 1 ? code.substring(2) : code.substring(parent(code).length());
    if (this == CATEGORIES || !last.chars().allMatch(digit -> digit == '0')) {
      return Optional.empty();
    }
    String above = parent(code);
    return Optional.of(above == null ? code.substring(0, 2) : withoutZeros(above).orElse(above));
  }

  /** Whether both may stand at the top: a hotline's places are those of one city. */
  boolean isOneTree(String top, String other) {
    String province = top.substring(0, Math.min(2, top.length()));
    return this == CATEGORIES
        || top.equals(other)
        || (MUNICIPALITIES.contains(province) && other.startsWith(province));
  }

  /** Null for one at the top. */
  String parent(String code) {
    int depth = depth(code);
    return depth == 1 ? null : code.substring(0, digits.get(depth - 2));
  }

  /** All above it and itself, from the top. */
  List<String> way(String code) {
    return digits.stream()
        .filter(length -> length <= code.length())
        .map(length -> code.substring(0, length))
        .toList();
  }

  String path(String code) {
    return "/" + String.join("/", way(code));
  }

  /** Only categories have an English name on the topic. */
  boolean hasEnglish() {
    return this == CATEGORIES;
  }

  int firstDigits() {
    return digits.get(0);
  }

  Optional<Integer> digitsBelow(String code) {
    return isDeepest(code) ? Optional.empty() : Optional.of(digits.get(depth(code)));
  }

  DirectoryEntry entry(Branch branch) {
    String code = branch.code();
    return this == CATEGORIES
        ? new Category(
            code,
            parent(code),
            path(code),
            branch.nameZh(),
            branch.nameEn(),
            depth(code),
            branch.active())
        : new Place(code, parent(code), path(code), branch.nameZh(), level(code), branch.active());
  }

  /** What is wrong with a code, in words for whoever typed it. */
  String codeRuleZh() {
    return this == CATEGORIES
        ? "分类代码为 2、4 或 6 位数字，每级两位（表格软件可能去掉了开头的 0）。"
        : "区划代码为 4、6、9 或 12 位数字：市、区县、街道、社区。";
  }

  String codeRuleEn() {
    return this == CATEGORIES
        ? "A category code has 2, 4 or 6 digits, two for each level (a spreadsheet may have dropped a"
            + " leading 0)."
        : "A place code has 4, 6, 9 or 12 digits: city, district, street, community.";
  }
}
