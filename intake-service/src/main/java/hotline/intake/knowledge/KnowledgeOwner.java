package hotline.intake.knowledge;

import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;

/** The unit whose matter an item is, as the directory has it now. */
final class KnowledgeOwner {
  private KnowledgeOwner() {}

  /** Null, which is in nobody's subtree, of a unit that the directory has lost. */
  static String path(Directory directory, KnowledgeItem item) {
    return directory.unit(item.ownerUnit()).map(Unit::path).orElse(null);
  }

  static String name(Directory directory, String code) {
    return directory.unit(code).map(Unit::nameZh).orElse(code);
  }
}
