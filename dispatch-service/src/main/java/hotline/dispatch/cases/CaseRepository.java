package hotline.dispatch.cases;

import hotline.access.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
public class CaseRepository implements PanacheRepositoryBase<HandledCase, UUID> {

  /** The case, with its row locked until the end of the transaction. */
  public Optional<HandledCase> lock(UUID caseId) {
    return find("caseId = ?1", caseId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  // Forms of paper and other platforms have numbers that come again: they name no case here. One
  // that was entered wrongly and taken back stands behind the one that was entered anew.
  private static final String NUMBERED =
      "select case_id, case_no, external_source, 1 as place, place_path from handled_case"
          + " where replace(case_no, '-', '') = :no union all select case_id, case_no,"
          + " external_source, case when status = 'WITHDRAWN' then 3 else 2 end, place_path"
          + " from handled_case where external_ref = :old"
          + " and entered_as = 'OLD_SYSTEM' order by place, case_no limit 10";

  /**
   * By the printed number, with or without its dashes, or by that of the old system; not locked.
   * Refuses a number that several old systems gave. Cases beyond the grid of the asker are none.
   */
  public Optional<UUID> withNumber(String caseNo, Scope scope) {
    List<Object[]> all =
        getEntityManager()
            .unwrap(Session.class)
            .createNativeQuery(NUMBERED, Object[].class)
            .setParameter("no", caseNo.strip().replace("-", ""))
            .setParameter("old", caseNo.strip())
            .getResultList();
    List<Object[]> found = all.stream().filter(one -> scope.reachesPlace((String) one[4])).toList();
    List<Object[]> meant = found.stream().filter(one -> one[3].equals(found.get(0)[3])).toList();
    if (meant.size() > 1) {
      throw new SeveralCases(
          meant.stream()
              .map(one -> new SeveralCases.One((String) one[1], (String) one[2]))
              .toList());
    }
    return meant.stream().findFirst().map(one -> (UUID) one[0]);
  }

  /** By its id, or as {@link #withNumber} does; not locked. */
  public Optional<UUID> named(String idOrNumber, Scope scope) {
    UUID id;
    try {
      id = UUID.fromString(idOrNumber);
    } catch (IllegalArgumentException aNumber) {
      return withNumber(idOrNumber, scope);
    }
    return findByIdOptional(id).map(HandledCase::caseId);
  }

  /** Those of them that are known, by their ids; not locked. */
  public Map<UUID, HandledCase> allOf(Collection<UUID> caseIds) {
    Map<UUID, HandledCase> found = new HashMap<>();
    if (!caseIds.isEmpty()) {
      getEntityManager()
          .unwrap(Session.class)
          .createNativeQuery(
              "select * from handled_case where case_id = any(:ids)", HandledCase.class)
          .setParameter("ids", caseIds.toArray(UUID[]::new))
          .getResultList()
          .forEach(one -> found.put(one.caseId(), one));
    }
    return found;
  }

  // Those that follow a case and the one that it follows are acted upon together with it.
  private static final String WITH_THEIR_OWN =
      "select * from handled_case where case_id in (select case_id from handled_case"
          + " where case_id = any(:ids) union select main_case_id from handled_case"
          + " where case_id = any(:parting) and status = 'MERGED' union select case_id"
          + " from handled_case where main_case_id = any(:parting) and status = 'MERGED')"
          + " order by case_id for update";

  /** All of a batch with one statement, locked in one order, so that two batches cannot embrace. */
  public Map<UUID, HandledCase> lockAll(Collection<UUID> caseIds) {
    Map<UUID, HandledCase> found = new HashMap<>();
    if (!caseIds.isEmpty()) {
      getEntityManager()
          .unwrap(Session.class)
          .createNativeQuery(
              "select * from handled_case where case_id = any(:ids) order by case_id for update",
              HandledCase.class)
          .setParameter("ids", caseIds.toArray(UUID[]::new))
          .getResultList()
          .forEach(one -> found.put(one.caseId(), one));
    }
    return found;
  }

  /**
   * The same for a batch in which some cases may leave their main case or those that follow them:
   * both are locked in the same order, before anything else.
   */
  public Map<UUID, HandledCase> lockAll(Collection<UUID> caseIds, Collection<UUID> parting) {
    if (parting.isEmpty()) {
      return lockAll(caseIds);
    }
    Map<UUID, HandledCase> found = new HashMap<>();
    getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(WITH_THEIR_OWN, HandledCase.class)
        .setParameter("ids", caseIds.toArray(UUID[]::new))
        .setParameter("parting", parting.toArray(UUID[]::new))
        .getResultList()
        .forEach(one -> found.put(one.caseId(), one));
    return found;
  }

  /**
   * Whether any follow this main case, whose row is locked. Theirs are not: one that is just
   * leaving finds out itself that it was the last, as soon as it has the main case.
   */
  public boolean hasFollowers(UUID mainCaseId) {
    return followers(mainCaseId) > 0;
  }

  /** How many cases follow this main case at present. */
  public long followers(UUID mainCaseId) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select count(*) from handled_case where main_case_id = :main and status = 'MERGED'",
            Long.class)
        .setParameter("main", mainCaseId)
        .getSingleResult();
  }

  /**
   * Those that follow this main case, first merged first, locked. The row of the main case is
   * locked already: nobody is merged into it meanwhile.
   */
  public List<HandledCase> lockFollowers(UUID mainCaseId) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from handled_case where main_case_id = :main and status = 'MERGED'"
                + " order by case_id for update",
            HandledCase.class)
        .setParameter("main", mainCaseId)
        .getResultList()
        .stream()
        // One that was withdrawn a moment ago is not written yet.
        .filter(HandledCase::isMerged)
        .toList();
  }
}
