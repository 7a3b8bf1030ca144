package hotline.dispatch.directory;

import hotline.access.CurrentActor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Versioned;
import hotline.dispatch.lists.PageSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** What the keepers of both trees do alike; paths, rights and words are those of each. */
@ApplicationScoped
class KeptTree {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** How the file of a tree is read. */
  static final String FILE =
      " At most 20,000 rows of code, parent, name_zh, name_en (not kept of places), level, active;"
          + " UTF-8, UTF-16 with BOM or GB18030. Needs the digest that the preview told. A file with"
          + " a rejected row writes nothing. What the file does not name stays as it is, unless"
          + " endMissing is true: then it is switched off, but for what something in use hangs on."
          + " The same file again changes nothing, so no Idempotency-Key is needed.";

  private final TreeStore store;
  private final SaveBranch save;
  private final ImportTree files;
  private final CurrentActor actor;

  KeptTree(TreeStore store, SaveBranch save, ImportTree files, CurrentActor actor) {
    this.store = store;
    this.save = save;
    this.files = files;
    this.actor = actor;
  }

  /** What saving answers. */
  @Schema(name = "SavedBranch")
  public record Saved(
      String code, String parentCode, String nameZh, String nameEn, boolean active, long version) {

    private static Saved of(Tree tree, Branch branch) {
      return new Saved(
          branch.code(),
          tree.parent(branch.code()),
          branch.nameZh(),
          branch.nameEn(),
          branch.active(),
          branch.version());
    }
  }

  RestResponse<Saved> add(Tree tree, BranchEntry entry) {
    Saved saved = Saved.of(tree, save.add(actor.get(), tree, said(entry)));
    return Versioned.created(saved, saved.version());
  }

  RestResponse<Saved> change(Tree tree, String code, String version, BranchEntry entry) {
    Saved saved =
        Saved.of(tree, save.change(actor.get(), tree, IfMatch.of(version), said(entry).of(code)));
    return Versioned.ok(saved, saved.version());
  }

  private static BranchEntry said(BranchEntry entry) {
    return entry == null ? new BranchEntry(null, null, null, null, null) : entry;
  }

  TreeReport look(Tree tree, boolean endMissing, byte[] file) {
    return files.look(tree, file, endMissing);
  }

  TreeReport write(Tree tree, boolean endMissing, String digest, byte[] file) {
    return files.write(actor.get(), tree, file, endMissing, digest);
  }

  BranchPage page(Tree tree, String parent, String after, String limit) {
    boolean atTop = parent == null || parent.isEmpty();
    if (!atTop && !tree.isCode(parent)) {
      throw new NotFound("分类或区划", "category or place");
    }
    if (after != null && !after.isEmpty() && !tree.isCode(after)) {
      throw noCursor();
    }
    return store.page(tree, atTop ? null : parent, after, PageSize.of(limit));
  }

  BranchPage.Changes changes(Tree tree, String code, String before, String limit) {
    if (!tree.isCode(code)) {
      throw new NotFound("分类或区划", "category or place");
    }
    boolean first = before == null || before.isEmpty();
    if (!first && !NUMBER.matcher(before).matches()) {
      throw noCursor();
    }
    return store.changes(tree, code, first ? null : Long.valueOf(before), PageSize.of(limit));
  }

  private static Invalid noCursor() {
    return new Invalid(
        "cursor",
        "not-a-cursor",
        "翻页标记无效，请从第一页重新开始。",
        "The cursor cannot be read; begin with the first page.");
  }
}
