package hotline.dispatch.directory;

import hotline.access.Invalid;
import hotline.access.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a keeper reads of a tree. */
@ApplicationScoped
class KeptTree {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final TreeStore store;

  KeptTree(TreeStore store) {
    this.store = store;
  }

  /** What saving answers. */
  @Schema(name = "SavedBranch")
  public record Saved(
      String code, String parentCode, String nameZh, String nameEn, boolean active, long version) {

    static Saved of(Tree tree, Branch branch) {
      return new Saved(
          branch.code(),
          tree.parent(branch.code()),
          branch.nameZh(),
          branch.nameEn(),
          branch.active(),
          branch.version());
    }
  }

  static BranchEntry said(BranchEntry entry) {
    return entry == null ? new BranchEntry(null, null, null, null, null) : entry;
  }

  BranchPage page(Tree tree, String parent, String after, int limit) {
    boolean atTop = parent == null || parent.isEmpty();
    if (!atTop && !tree.isCode(parent)) {
      throw new NotFound("分类或区划", "category or place");
    }
    if (after != null && !after.isEmpty() && !tree.isCode(after)) {
      throw noCursor();
    }
    return store.page(tree, atTop ? null : parent, after, limit);
  }

  BranchPage.Changes changes(Tree tree, String code, String before, int limit) {
    if (!tree.isCode(code)) {
      throw new NotFound("分类或区划", "category or place");
    }
    boolean first = before == null || before.isEmpty();
    if (!first && !NUMBER.matcher(before).matches()) {
      throw noCursor();
    }
    return store.changes(tree, code, first ? null : Long.valueOf(before), limit);
  }

  private static Invalid noCursor() {
    return new Invalid(
        "cursor",
        "not-a-cursor",
        "翻页标记无效，请从第一页重新开始。",
        "The cursor cannot be read; begin with the first page.");
  }
}
