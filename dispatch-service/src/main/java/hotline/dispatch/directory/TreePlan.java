package hotline.dispatch.directory;

import hotline.access.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a file would change: pure, so that looking first and writing cannot differ. A file is
 * written whole or not at all, since half a tree is none.
 */
final class TreePlan {

  private final Tree tree;
  private final Map<String, Branch> present;
  private final List<TreeRow> rows;
  private final Map<String, TreeRow> named = new HashMap<>();
  private final Map<String, Branch> after;
  private final List<TreeStore.Change> changes = new ArrayList<>();
  private final List<Branch> ended = new ArrayList<>();
  private final Map<Integer, Violations> warnings = new TreeMap<>();
  private final List<Altered> altered = new ArrayList<>();
  private int added;
  private int unchanged;

  /** One that a row gives other names, switches off, or on again. */
  record Altered(TreeRow row, Branch before, Branch after) {

    boolean isSwitchedOff() {
      return before.active() && !after.active();
    }

    boolean isResumed() {
      return !before.active() && after.active();
    }
  }

  private TreePlan(Tree tree, Map<String, Branch> present, List<TreeRow> rows) {
    this.tree = tree;
    this.present = present;
    this.rows = rows;
    after = new TreeMap<>(present);
  }

  /**
   * @param present the tree as it stands, by code
   * @param endMissing switches off what is in use and the file does not name, but for what
   *     something in use hangs on that it does name
   */
  static TreePlan of(
      Tree tree, Map<String, Branch> present, List<TreeRow> rows, boolean endMissing) {
    TreePlan plan = new TreePlan(tree, present, rows);
    plan.take();
    if (endMissing) {
      plan.endMissing();
    }
    plan.checkTogether();
    plan.warn();
    plan.sum();
    return plan;
  }

  private void take() {
    for (TreeRow row : rows) {
      if (!tree.isCode(row.code())) {
        continue;
      }
      TreeRow first = named.putIfAbsent(row.code(), row);
      if (first != null) {
        row.wrong()
            .add(
                "code",
                "code-is-there-twice",
                "代码 " + row.code() + " 在第 " + first.number() + " 行已有，请删去一行。",
                "The code "
                    + row.code()
                    + " is in row "
                    + first.number()
                    + " already; take one out.");
      } else if (row.isGood()) {
        after.put(row.code(), BranchPolicy.branch(tree, row.entry(), present.get(row.code())));
      }
    }
  }

  private void endMissing() {
    Set<String> hungOn = new HashSet<>();
    for (TreeRow row : named.values()) {
      Branch branch = after.get(row.code());
      if (branch == null || branch.active()) {
        hungOn.addAll(tree.way(row.code()));
      }
    }
    for (Branch branch : new TreeMap<>(present).values()) {
      if (branch.active() && !named.containsKey(branch.code()) && !hungOn.contains(branch.code())) {
        Branch off = branch.ended();
        after.put(branch.code(), off);
        ended.add(branch);
      }
    }
  }

  private void checkTogether() {
    Set<String> withActiveBelow = new HashSet<>();
    for (Branch branch : after.values()) {
      // One that the file names says itself that what is above it is off.
      if (branch.active() && !named.containsKey(branch.code())) {
        withActiveBelow.add(tree.parent(branch.code()));
      }
    }
    List<String> tops =
        after.values().stream()
            .filter(branch -> branch.active() && tree.parent(branch.code()) == null)
            .map(Branch::code)
            .toList();
    for (TreeRow row : rows) {
      Branch branch = after.get(row.code());
      if (!row.isGood() || branch == null) {
        continue;
      }
      String above = tree.parent(row.code());
      Branch parent = above == null ? null : after.get(above);
      // A parent whose own row is wrong is told there.
      BranchPolicy.parentIsThere(
          row.wrong(), above, above == null || parent != null || named.containsKey(above));
      Branch before = present.get(row.code());
      if (before == null || before.active() != branch.active() || isEndedByFile(above)) {
        BranchPolicy.hangsTogether(
            row.wrong(),
            branch.active(),
            parent != null && !parent.active(),
            withActiveBelow.contains(row.code()));
      }
      if (above == null && branch.active() && (before == null || !before.active())) {
        BranchPolicy.isOfTheCity(row.wrong(), tree, row.code(), tops);
      }
    }
  }

  private boolean isEndedByFile(String above) {
    Branch before = above == null ? null : present.get(above);
    return before != null && before.active() && !after.get(above).active();
  }

  /** Two of one name beside each other are allowed, and mostly a mistake. */
  private void warn() {
    Map<String, List<String>> siblings = new HashMap<>();
    for (Branch branch : after.values()) {
      if (branch.active()) {
        siblings
            .computeIfAbsent(
                tree.parent(branch.code()) + "\n" + branch.nameZh(), none -> new ArrayList<>())
            .add(branch.code());
      }
    }
    for (List<String> same : siblings.values()) {
      if (same.size() < 2) {
        continue;
      }
      for (String code : same) {
        TreeRow row = named.get(code);
        if (row != null && row.isGood()) {
          List<String> others = new ArrayList<>(same);
          others.remove(code);
          String which = String.join(", ", others.subList(0, Math.min(5, others.size())));
          warnings
              .computeIfAbsent(row.number(), none -> new Violations())
              .add(
                  "nameZh",
                  "name-is-there-twice",
                  "同一上级下有同名的：" + which + "。",
                  "Beside it there is one of the same name: " + which + ".");
        }
      }
    }
  }

  private void sum() {
    for (TreeRow row : rows) {
      if (!row.isGood()) {
        continue;
      }
      Branch before = present.get(row.code());
      Branch then = after.get(row.code());
      if (before == null) {
        added++;
        changes.add(new TreeStore.Change(null, then));
      } else if (then.saysTheSameAs(before)) {
        unchanged++;
      } else {
        altered.add(new Altered(row, before, then));
        changes.add(new TreeStore.Change(before, then));
      }
    }
    for (Branch branch : ended) {
      Branch off = branch.ended();
      changes.add(
          new TreeStore.Change(
              branch,
              new Branch(off.code(), off.nameZh(), off.nameEn(), false, off.version() + 1)));
    }
  }

  /** In an order in which each comes after what is above it. */
  List<TreeStore.Change> changes() {
    return changes.stream()
        .sorted((one, other) -> one.after().code().compareTo(other.after().code()))
        .toList();
  }

  boolean isGood() {
    return rows.stream().allMatch(TreeRow::isGood);
  }

  Collection<TreeRow> rows() {
    return rows;
  }

  Map<Integer, Violations> warnings() {
    return warnings;
  }

  /** What it switches off since the file does not name it, in order of code. */
  List<Branch> ended() {
    return ended;
  }

  int added() {
    return added;
  }

  /** In order of the rows. */
  List<Altered> altered() {
    return altered;
  }

  /** Those that get other names and stay in use, or off. */
  int renamed() {
    return altered.size() - switchedOff() - resumed();
  }

  int switchedOff() {
    return (int) altered.stream().filter(Altered::isSwitchedOff).count();
  }

  int resumed() {
    return (int) altered.stream().filter(Altered::isResumed).count();
  }

  int unchanged() {
    return unchanged;
  }
}
