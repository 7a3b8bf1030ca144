package hotline.dispatch.directory;

import hotline.access.PlainText;
import hotline.access.Violations;
import java.util.Collection;

/** What must hold of one category or place, whether it is typed or comes in a file. */
final class BranchPolicy {

  private static final int LONGEST_ZH = 100;
  private static final int LONGEST_EN = 200;

  private BranchPolicy() {}

  /** What the entry itself says: code, names and place in the tree. */
  static Violations of(Tree tree, BranchEntry entry) {
    Violations wrong = new Violations();
    boolean isCode = tree.isCode(entry.code());
    wrong
        .require(isCode, "code", "not-a-code", tree.codeRuleZh(), tree.codeRuleEn())
        .required(entry.nameZh(), "nameZh")
        .atMost(entry.nameZh(), LONGEST_ZH, "nameZh")
        .atMost(entry.nameEn(), LONGEST_EN, "nameEn");
    if (isCode) {
      tree.withoutZeros(entry.code())
          .ifPresent(
              meant ->
                  wrong.add(
                      "code",
                      "filled-with-zeros",
                      "代码末尾补的 0 须去掉：" + entry.code() + " 即 " + meant + "。",
                      "Take off the zeros at the end: " + entry.code() + " is " + meant + "."));
    }
    oneLine(wrong, entry.nameZh(), "nameZh");
    oneLine(wrong, entry.nameEn(), "nameEn");
    if (isCode && entry.parentCode() != null && !entry.parentCode().isBlank()) {
      String said = entry.parentCode().strip();
      String above = tree.parent(entry.code());
      wrong.require(
          said.equals(above),
          "parentCode",
          "parent-is-in-the-code",
          "代码 "
              + entry.code()
              + " 的上级"
              + (above == null ? "为空" : "只能是 " + above)
              + "。要换上级，请在新上级下新建并停用旧的。",
          "The code "
              + entry.code()
              + (above == null ? " has nothing" : " has " + above)
              + " above it. To move it, add it there under another code and switch the old one off.");
    }
    return wrong;
  }

  /** Nothing in use hangs below what is not. */
  static void hangsTogether(
      Violations wrong, boolean active, boolean parentIsOff, boolean hasActiveBelow) {
    wrong
        .require(
            !active || !parentIsOff,
            "active",
            "parent-is-off",
            "上级已停用，请先启用上级。",
            "What is above it is switched off; switch that on first.")
        .require(
            active || !hasActiveBelow,
            "active",
            "has-active-below",
            "其下还有在用的，请先停用下级。",
            "Something below it is in use; switch that off first.");
  }

  static void parentIsThere(Violations wrong, String parent, boolean there) {
    wrong.require(
        there,
        "parentCode",
        "unknown-parent",
        "上级 " + parent + " 不存在，请先新增上级。",
        "There is no " + parent + " above it; add that first.");
  }

  /**
   * A hotline is of one city: forms begin below the place at its top, and with two they would ask
   * everybody which city.
   *
   * @param tops in use at the top, itself too
   */
  static void isOfTheCity(Violations wrong, Tree tree, String code, Collection<String> tops) {
    tops.stream()
        .filter(top -> !tree.isOneTree(code, top))
        .sorted()
        .findFirst()
        .ifPresent(
            other ->
                wrong.add(
                    "code",
                    "another-city",
                    "最上级只能有一个城市，"
                        + other
                        + " 在用。请检查代码；确要换成 "
                        + code
                        + "，请先停用 "
                        + other
                        + "，或用文件整体导入并停用文件中没有的。",
                    "There is one city at the top, and "
                        + other
                        + " is in use. Check the code; to go over to "
                        + code
                        + ", switch "
                        + other
                        + " off first, or import a file that switches off what it does not name."));
  }

  /** As it will stand; a field that says nothing stays as it is. */
  static Branch branch(Tree tree, BranchEntry entry, Branch before) {
    String zh = entry.nameZh().strip();
    boolean active = entry.active() == null ? before == null || before.active() : entry.active();
    return new Branch(
        entry.code(),
        zh,
        tree.hasEnglish() ? english(entry.nameEn(), zh, before) : null,
        active,
        before == null ? 0 : before.version() + 1);
  }

  private static String english(String said, String zh, Branch before) {
    if (said != null) {
      // Never empty: screens in English show it.
      return said.isBlank() ? zh : said.strip();
    }
    // A Chinese name that stood in for it follows.
    return before == null || before.nameEn().equals(before.nameZh()) ? zh : before.nameEn();
  }

  private static void oneLine(Violations wrong, String name, String field) {
    wrong.require(
        name == null || (PlainText.isStorable(name) && PlainText.isOneLine(name.strip())),
        field,
        "not-one-line",
        "名称须为一行文字，不含换行或不可见字符。",
        "A name is one line without hidden characters.");
  }
}
