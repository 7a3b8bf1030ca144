package hotline.dispatch.merging;

import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.OnGrid;
import hotline.access.Refusal;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.dispatching.FileNotHereYet;
import hotline.lifecycle.CaseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The calls of an incident (突发事件): the cases that their seats proposed to join its parent, once
 * screening has accepted them. What is confidential or a report belongs to none, and is not told
 * of.
 */
@ApplicationScoped
class IncidentCalls {

  // Merged and not taken back, also where the reply has answered it since.
  private static final String MERGED =
      "exists (select 1 from merging m where m.case_id = c.case_id and m.main_case_id = :parent and"
          + " m.unmerge_reason is null)";

  // What a press goes through: all others have moved on. It says of each by itself whether it may.
  private static final String WAITING =
      "c.status in ('PENDING_DISPATCH', 'DISPATCHED') and not " + MERGED;

  private final EntityManager database;
  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final CaseFileStore files;
  private final DirectoryStore directory;

  IncidentCalls(
      EntityManager database,
      CaseRepository cases,
      AssignmentRepository assignments,
      CaseFileStore files,
      DirectoryStore directory) {
    this.database = database;
    this.cases = cases;
    this.assignments = assignments;
    this.files = files;
    this.directory = directory;
  }

  /**
   * A call that does not follow the parent.
   *
   * @param obstacle why it stays alone; null where a press merges it
   */
  @Schema(name = "IncidentCallAlone")
  record Alone(
      UUID caseId,
      String caseNo,
      CaseStatus status,
      String placeName,
      Instant receivedAt,
      MergePages.Obstacle obstacle) {}

  /**
   * How far the calls of an incident are merged, without its parent.
   *
   * @param calls all that were accepted
   * @param merged that follow the parent, or were answered with it
   * @param waiting that wait for dispatch, or that no unit has signed for: a press goes through
   *     them
   * @param obstacle why nothing is merged into the parent; null where it may be
   * @param items those that do not follow it, first received first
   * @param count of {@code items}, all pages
   */
  @Schema(name = "IncidentCallPage")
  record Page(
      long calls,
      long merged,
      long waiting,
      MergePages.Obstacle obstacle,
      List<Alone> items,
      long count,
      String nextCursor) {}

  @Transactional
  Page page(Scope scope, UUID parentId, String cursor, int limit) {
    HandledCase parent = parent(parentId);
    Object[] counts =
        query(
                "select count(*), count(*) filter (where "
                    + MERGED
                    + "), count(*) filter (where "
                    + WAITING
                    + ")",
                scope,
                "",
                Object[].class,
                parentId)
            .getSingleResult();
    long calls = ((Number) counts[0]).longValue();
    long merged = ((Number) counts[1]).longValue();
    UUID after = after(cursor);
    List<UUID> ids =
        behind(scope, parentId, "and not " + MERGED, after)
            .setMaxResults(limit + 1)
            .getResultList();
    List<UUID> shown = ids.subList(0, Math.min(limit, ids.size()));
    return new Page(
        calls,
        merged,
        ((Number) counts[2]).longValue(),
        MergeRules.obstacleOfMain(parent).map(MergePages::obstacle).orElse(null),
        alone(parent, shown),
        calls - merged,
        ids.size() > limit ? shown.get(limit - 1).toString() : null);
  }

  /** The next that a press goes through, not locked: who merges one looks at it again. */
  List<UUID> waiting(Scope scope, UUID parentId, UUID after, int most) {
    return behind(scope, parentId, "and " + WAITING, after).setMaxResults(most).getResultList();
  }

  /** How many are left behind the last one. */
  long left(Scope scope, UUID parentId, UUID after) {
    return query(
            "select count(*)",
            scope,
            "and " + WAITING + " and c.case_id > :after",
            Long.class,
            parentId)
        .setParameter("after", after)
        .getSingleResult();
  }

  /** Not that it is confidential or a report: it is none. */
  HandledCase parent(UUID parentId) {
    return cases
        .findByIdOptional(parentId)
        .filter(one -> !one.isProtected())
        .orElseThrow(() -> new NotFound("主单", "main case"));
  }

  static UUID after(String cursor) {
    try {
      return cursor == null || cursor.isBlank() ? new UUID(0, 0) : UUID.fromString(cursor.strip());
    } catch (IllegalArgumentException unreadable) {
      throw new Invalid(
          "cursor",
          "not-a-cursor",
          "翻页标记无效，请从第一页重新开始。",
          "The cursor cannot be read; begin with the first page.");
    }
  }

  private List<Alone> alone(HandledCase parent, List<UUID> ids) {
    Map<UUID, HandledCase> found = cases.allOf(ids);
    List<Assignment> open = ids.isEmpty() ? List.of() : assignments.openOf(ids);
    List<UUID> compared = new ArrayList<>(ids);
    compared.add(parent.caseId());
    Map<UUID, Optional<String>> respondents = files.respondents(compared);
    Directory names = directory.recent();
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(
            one ->
                new Alone(
                    one.caseId(),
                    one.caseNo(),
                    one.status(),
                    names.placeName(one.placeCode()),
                    one.receivedAt(),
                    obstacle(
                            one,
                            parent,
                            open.stream()
                                .filter(task -> task.caseId().equals(one.caseId()))
                                .toList(),
                            respondents)
                        .map(MergePages::obstacle)
                        .orElse(null)))
        .toList();
  }

  private static Optional<Refusal> obstacle(
      HandledCase one,
      HandledCase parent,
      List<Assignment> open,
      Map<UUID, Optional<String>> respondents) {
    Optional<Refusal> refused = MergeRules.obstacle(one, parent, open);
    if (refused.isPresent()) {
      return refused;
    }
    Optional<String> own = respondents.get(one.caseId());
    Optional<String> ofParent = respondents.get(parent.caseId());
    if (own == null || ofParent == null) {
      return Optional.of(new FileNotHereYet());
    }
    return MergeRules.obstacleOfCall(one, parent, own.orElse(null), ofParent.orElse(null));
  }

  private NativeQuery<UUID> behind(Scope scope, UUID parentId, String which, UUID after) {
    return query(
            "select c.case_id",
            scope,
            which + " and c.case_id > :after order by c.case_id",
            UUID.class,
            parentId)
        .setParameter("after", after);
  }

  private <T> NativeQuery<T> query(
      String select, Scope scope, String which, Class<T> type, UUID parentId) {
    Optional<String> grid = scope.sqlGridPathPrefix();
    NativeQuery<T> query =
        database
            .unwrap(Session.class)
            .createNativeQuery(
                select
                    + " from handled_case c where c.same_as = :parent and not c.confidential and"
                    + " c.kind <> 'REPORT' "
                    + grid.map(path -> "and " + OnGrid.sql("c.place_path", ":grid") + " ")
                        .orElse("")
                    + which,
                type)
            .setParameter("parent", parentId);
    grid.ifPresent(path -> query.setParameter("grid", path));
    return query;
  }
}
