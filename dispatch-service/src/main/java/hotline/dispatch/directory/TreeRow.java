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
          "1", words("1 一级"),
          "2", words("2 二级"),
          "3", words("3 三级"),
          "city", words("city 1 市 市级 地级市 设区市 直辖市 州 自治州 盟 地区"),
          "district", words("district 2 区 市辖区 县 县级市 区县 县区 区市 区市县 县市区 旗 自治旗 自治县"),
          "street", words("street 3 街道 街道办 街道办事处 镇 乡 乡镇 镇街 街镇 民族乡 苏木"),
          "community", words("community 4 社区 居委会 社区居委会 居民委员会 村 村委会 村民委员会 行政村 村居 村社区 嘎查"));

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

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
      String word = tree.level(entry.code());
      String words = tree.levelWords(entry.code());
      wrong.require(
          is(LEVELS.get(word), level),
          "level",
          "level-differs",
          entry.code().length() + " 位代码的层级为：" + words + "。请更正层级或代码，层级也可留空。",
          "A code of "
              + entry.code().length()
              + " digits is a "
              + word
              + " ("
              + words
              + "); correct the level or the code, or leave the level empty.");
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
