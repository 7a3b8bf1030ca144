package hotline.dispatch.templates;

import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Templates as their keepers read them, and as whoever writes a reply chooses among them. */
@ApplicationScoped
class ReplyTemplates {

  private final ReplyTemplateStore store;
  private final AssignmentRepository assignments;
  private final CaseRepository cases;
  private final DirectoryStore directory;

  ReplyTemplates(
      ReplyTemplateStore store,
      AssignmentRepository assignments,
      CaseRepository cases,
      DirectoryStore directory) {
    this.store = store;
    this.assignments = assignments;
    this.cases = cases;
    this.directory = directory;
  }

  /**
   * A line of a list.
   *
   * @param parts how many are to be filled in, in both texts
   * @param used in how many tasks, whichever of its texts
   */
  @Schema(name = "ReplyTemplateLine")
  record Line(
      UUID templateId,
      String unitId,
      String unitName,
      long version,
      String name,
      String categoryCode,
      String categoryName,
      boolean active,
      int parts,
      long used,
      Instant changedAt) {}

  /**
   * Templates of the own unit in order of name.
   *
   * @param count of those asked for; {@code active} and {@code inactive} of all
   * @param keeps whether the reader's unit is one of the directory and so can have any
   */
  @Schema(name = "ReplyTemplatePage")
  record Page(
      List<Line> items, long count, long active, long inactive, boolean keeps, String nextCursor) {}

  /** A list that is whole: what may be put into the reply of a task. */
  @Schema(name = "ReplyTemplateChoice")
  record Choice(List<Line> items, long count) {}

  /** Every text that a template had, the newest first. */
  @Schema(name = "ReplyTemplateVersions")
  record Versions(List<ReplyTemplate> items, long count, String nextCursor) {}

  Page ofOwnUnit(Scope scope, boolean active, String cursor, int limit) {
    Directory names = directory.recent();
    Optional<Unit> own = OwnUnit.of(scope.actor(), names);
    UUID after = after(cursor);
    if (own.isEmpty()) {
      return new Page(List.of(), 0, 0, 0, false, null);
    }
    List<ReplyTemplateStore.Counted> found =
        store.ofUnit(own.get().code(), active, after, limit + 1);
    long[] counts = store.counts(own.get().code());
    boolean more = found.size() > limit;
    List<Line> items = found.stream().limit(limit).map(one -> line(one, names)).toList();
    return new Page(
        items,
        counts[active ? 0 : 1],
        counts[0],
        counts[1],
        true,
        more ? items.get(limit - 1).templateId().toString() : null);
  }

  ReplyTemplate one(Scope scope, UUID templateId) {
    return store
        .find(templateId)
        .map(ReplyTemplateStore.Counted::template)
        .filter(found -> mayKeep(scope, found))
        .orElseThrow(ReplyTemplates::notFound);
  }

  Versions versions(Scope scope, UUID templateId, String cursor, int limit) {
    ReplyTemplate present = one(scope, templateId);
    List<ReplyTemplate> found = store.versions(templateId, before(cursor), limit + 1);
    boolean more = found.size() > limit;
    List<ReplyTemplate> items = found.stream().limit(limit).toList();
    return new Versions(
        items, present.version() + 1, more ? String.valueOf(items.get(limit - 1).version()) : null);
  }

  Choice ofTask(Scope scope, UUID assignmentId) {
    Assignment task = task(scope, assignmentId);
    Directory names = directory.recent();
    List<Line> items =
        store
            .inUse(
                ReplyTemplateStore.unitsOf(task.unitPath()),
                cases.findById(task.caseId()).categoryCode())
            .stream()
            .map(one -> line(one, names))
            .toList();
    return new Choice(items, items.size());
  }

  /** To be put into the reply of a task. */
  ReplyTemplate ofTask(Scope scope, UUID assignmentId, UUID templateId) {
    List<String> units = ReplyTemplateStore.unitsOf(task(scope, assignmentId).unitPath());
    return store
        .find(templateId)
        .map(ReplyTemplateStore.Counted::template)
        .filter(found -> found.active() && units.contains(found.unitId()))
        .orElseThrow(ReplyTemplates::notFound);
  }

  private Assignment task(Scope scope, UUID assignmentId) {
    return assignments
        .findByIdOptional(assignmentId)
        .filter(found -> scope.mayActForUnit(found.unitPath()))
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }

  private boolean mayKeep(Scope scope, ReplyTemplate template) {
    return scope.mayActForUnit(OwnUnit.path(template.unitId(), directory.recent()));
  }

  private static Line line(ReplyTemplateStore.Counted one, Directory names) {
    ReplyTemplate template = one.template();
    return new Line(
        template.templateId(),
        template.unitId(),
        names.unitName(template.unitId()),
        template.version(),
        template.name(),
        template.categoryCode(),
        template.categoryCode() == null ? null : names.categoryName(template.categoryCode()),
        template.active(),
        template.filed().labels().size() + template.told().labels().size(),
        one.used(),
        template.changedAt());
  }

  private static UUID after(String cursor) {
    try {
      return cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException unreadable) {
      throw noCursor();
    }
  }

  private static Long before(String cursor) {
    try {
      return cursor == null || cursor.isBlank() ? null : Long.valueOf(cursor);
    } catch (NumberFormatException unreadable) {
      throw noCursor();
    }
  }

  private static Invalid noCursor() {
    return new Invalid(
        "cursor",
        "not-a-cursor",
        "翻页标记无效，请从第一页重新开始。",
        "The cursor cannot be read; begin with the first page.");
  }

  private static NotFound notFound() {
    return new NotFound("答复模板", "reply template");
  }
}
