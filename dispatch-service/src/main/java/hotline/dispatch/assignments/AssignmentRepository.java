package hotline.dispatch.assignments;

import hotline.access.NotFound;
import hotline.dispatch.cases.HandledCase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
public class AssignmentRepository implements PanacheRepositoryBase<Assignment, UUID> {

  // The case is named first: its row is locked first everywhere, so that nobody waits in a circle.
  // Both are locked, because after a wait PostgreSQL reads anew only the rows that it locks.
  // Every act of a unit begins with it: a native query would have its columns mapped anew each
  // time.
  private static final String LOCK_ONE =
      "select c, a from HandledCase c join Assignment a on a.caseId = c.caseId"
          + " where a.assignmentId = :id";

  // The same for a batch. The ids go as one array: a list of parameters would be translated anew
  // with every call.
  private static final String LOCK =
      "select {c.*}, {a.*} from handled_case c join assignment a on a.case_id = c.case_id"
          + " where a.assignment_id = any (:ids) order by c.case_id, a.assignment_id"
          + " for no key update of c, a";

  // The cases that follow are locked in the order of all cases, with the one that they follow; that
  // they are counted has all of them locked before the task.
  private static final String LOCK_WITH_FOLLOWERS =
      "with together as materialized (select o.case_id from handled_case o"
          + " where o.case_id in (select t.case_id from assignment t where t.assignment_id = :id"
          + " union all select f.case_id from assignment t"
          + " join handled_case f on f.main_case_id = t.case_id and f.status = 'MERGED'"
          + " where t.assignment_id = :id) order by o.case_id for no key update of o)"
          + " select {c.*}, {a.*} from handled_case c join assignment a on a.case_id = c.case_id"
          + " where a.assignment_id = :id and (select count(*) from together) > 0"
          + " for no key update of c, a";

  // What somebody works at is left for later: nobody waits for the other.
  private static final String LOCK_BEHIND =
      "select {c.*}, {a.*} from assignment a join handled_case c on c.case_id = a.case_id"
          + " where a.ended_at is null and a.reckoning < :number"
          + " order by a.reckoning, a.assignment_id limit :most for update of c, a skip locked";

  private static final String OPEN_AFTER =
      "select {c.*}, {a.*} from assignment a join handled_case c on c.case_id = a.case_id"
          + " where a.ended_at is null and (a.reckoning, a.assignment_id) > (:number, :id)"
          + " order by a.reckoning, a.assignment_id limit :most";

  /**
   * The assignment with its case, locked until the end of the transaction.
   *
   * @throws NotFound when there is none
   */
  public Held lock(UUID assignmentId) {
    return getEntityManager()
        .createQuery(LOCK_ONE, Object[].class)
        .setParameter("id", assignmentId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .map(AssignmentRepository::held)
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }

  /**
   * The same, for an act that may be one upon the cases that follow its case (并单), too: all of
   * their rows are locked.
   */
  public Held lockWithFollowers(UUID assignmentId) {
    return held(
            getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LOCK_WITH_FOLLOWERS, Object[].class)
                .setParameter("id", assignmentId))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }

  /** The next open ones whose clocks were computed with older rules, the oldest first, locked. */
  List<Held> lockBehind(long number, int most) {
    return held(
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(LOCK_BEHIND, Object[].class)
            .setParameter("number", number)
            .setParameter("most", most)
            // They are written in one statement per table: no copy is kept to compare with.
            .setReadOnly(true));
  }

  /** Whether any are left, locked or not. */
  boolean anyBehind(long number) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select exists (select 1 from assignment where ended_at is null and reckoning < :number)",
            Boolean.class)
        .setParameter("number", number)
        .getSingleResult();
  }

  /** A page of the open ones to read: after that one, in the order of the rules and of age. */
  List<Held> openAfter(long number, UUID id, int most) {
    return held(
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(OPEN_AFTER, Object[].class)
            .setParameter("number", number)
            .setParameter("id", id)
            .setParameter("most", most)
            .setReadOnly(true));
  }

  private static List<Held> held(NativeQuery<Object[]> query) {
    return query
        .addEntity("c", HandledCase.class)
        .addEntity("a", Assignment.class)
        .getResultList()
        .stream()
        .map(AssignmentRepository::held)
        .toList();
  }

  private static Held held(Object[] row) {
    return new Held((HandledCase) row[0], (Assignment) row[1]);
  }

  /** All of a batch with one statement. */
  public List<Held> lockAll(Collection<UUID> assignmentIds) {
    return held(
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(LOCK, Object[].class)
            .setParameter("ids", assignmentIds.toArray(UUID[]::new)));
  }

  /** What is still open of these cases, whose rows the caller has locked. */
  public List<Assignment> openOf(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from assignment where case_id = any(:ids) and ended_at is null"
                + " order by case_id, assignment_id",
            Assignment.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** What is open of these cases, and whose reply has passed in their present round; not locked. */
  public List<Assignment> inPresentRoundOf(Collection<UUID> caseIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select a.* from handled_case c join assignment a on a.case_id = c.case_id"
                + " and (a.ended_at is null or a.round = c.round and a.role = 'LEAD'"
                + " and a.status = 'DONE') where c.case_id = any(:ids)"
                + " order by a.case_id, a.assignment_id",
            Assignment.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .getResultList();
  }

  /** What was handed down of these tasks, open or over. */
  List<Assignment> partsOf(Collection<UUID> wholes) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from assignment where parent_id = any(:ids) order by assignment_id",
            Assignment.class)
        .setParameter("ids", wholes.toArray(UUID[]::new))
        .getResultList();
  }

  /** To read: they are neither locked nor written. */
  List<Assignment> readAll(Collection<UUID> assignmentIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from assignment where assignment_id = any(:ids)", Assignment.class)
        .setParameter("ids", assignmentIds.toArray(UUID[]::new))
        .setReadOnly(true)
        .getResultList();
  }

  /** The same of what is open of what was handed down of these tasks, their cases locked. */
  List<Assignment> openPartsOf(Collection<UUID> wholes) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from assignment where parent_id = any(:ids) and ended_at is null"
                + " order by assignment_id",
            Assignment.class)
        .setParameter("ids", wholes.toArray(UUID[]::new))
        .setReadOnly(true)
        .getResultList();
  }

  public List<Assignment> ofCase(UUID caseId) {
    return list("caseId = ?1 order by round, role desc, assignmentId", caseId);
  }
}
