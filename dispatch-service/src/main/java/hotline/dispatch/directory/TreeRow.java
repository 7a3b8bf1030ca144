package hotline.dispatch.directory;

import hotline.access.Violations;
import hotline.access.files.NamedColumns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One row of a file.
 *
 * @param number row 1 is the one with the names of the columns
 * @param wrong what is wrong with the row itself; more may come of those beside it
 */
record TreeRow(int number, BranchEntry entry, Violations wrong) {

  private static final Set<String> YES = Set.of("1", "true", "yes", "y", "是", "在用", "启用");
  private static final Set<String> NO = Set.of("0", "false", "no", "n", "否", "停用", "已停用");

  /** Levels as people write them, by the word of the topic. */
  private static final Map<String, Set<String>> LEVELS =
      Map.of(
          "1", Set.of("1", "一级"),
          "2", Set.of("2", "二级"),
          "3", Set.of("3", "三级"),
          "city", Set.of("city", "1", "市", "市级"),
          "district", Set.of("district", "2", "区县", "区市", "区", "县"),
          "street", Set.of("street", "3", "街道", "乡镇", "镇街"),
          "community", Set.of("community", "4", "社区", "村", "村居"));

  static TreeRow of(Tree tree, NamedColumns<TreeColumn> columns, int number, List<String> cells) {
    String active = columns.value(cells, TreeColumn.ACTIVE);
    String level = columns.value(cells, TreeColumn.LEVEL);
    BranchEntry entry =
        new BranchEntry(
            columns.value(cells, TreeColumn.CODE),
            columns.value(cells, TreeColumn.PARENT),
            columns.value(cells, TreeColumn.NAME_ZH),
            tree.hasEnglish() ? columns.value(cells, TreeColumn.NAME_EN) : null,
            is(YES, active) ? Boolean.TRUE : is(NO, active) ? Boolean.FALSE : null);
    Violations wrong = BranchPolicy.of(tree, entry);
    wrong.require(
        active == null || entry.active() != null,
        "active",
        "not-yes-or-no",
        "“在用”请填 是 或 否，留空表示不变。",
        "Say yes or no in active; empty leaves it as it is.");
    if (level != null && tree.isCode(entry.code())) {
      wrong.require(
          is(LEVELS.get(tree.level(entry.code())), level),
          "level",
          "level-differs",
          "层级与代码长度不符。",
          "The level is not the one of a code of this length.");
    }
    return new TreeRow(number, entry, wrong);
  }

  String code() {
    return entry.code();
  }

  boolean isGood() {
    return wrong.isEmpty();
  }

  private static boolean is(Set<String> words, String word) {
    return word != null && words.contains(word.toLowerCase(Locale.ROOT));
  }
}
