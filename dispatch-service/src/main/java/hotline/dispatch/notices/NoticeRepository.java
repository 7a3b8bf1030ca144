package hotline.dispatch.notices;

import hotline.access.NotFound;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.NoticeCopy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class NoticeRepository implements PanacheRepositoryBase<ResponsibilityNotice, UUID> {

  /** A notice with its case, both rows locked. */
  record Held(HandledCase handledCase, ResponsibilityNotice notice) {}

  /**
   * The case is locked first, as everywhere.
   *
   * @throws NotFound when there is none
   */
  Held lock(UUID noticeId) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select {c.*}, {n.*} from handled_case c join responsibility_notice n on n.case_id ="
                + " c.case_id where n.notice_id = :id for update of c, n",
            Object[].class)
        .addEntity("c", HandledCase.class)
        .addEntity("n", ResponsibilityNotice.class)
        .setParameter("id", noticeId)
        .getResultStream()
        .findFirst()
        .map(row -> new Held((HandledCase) row[0], (ResponsibilityNotice) row[1]))
        .orElseThrow(NoticeRepository::unknown);
  }

  Optional<ResponsibilityNotice> openOf(UUID caseId) {
    return find("caseId = ?1 and endedAt is null", caseId).firstResultOptional();
  }

  /** What is out about these cases, whose rows the caller has locked. */
  List<ResponsibilityNotice> openOf(Collection<UUID> caseIds) {
    return list("caseId in ?1 and endedAt is null order by caseId", caseIds);
  }

  List<ResponsibilityNotice> ofCase(UUID caseId) {
    return list("caseId = ?1 order by issuedAt, noticeId", caseId);
  }

  ResponsibilityNotice known(UUID noticeId) {
    return findByIdOptional(noticeId).orElseThrow(NoticeRepository::unknown);
  }

  void keep(List<NoticeSheet> sheets) {
    sheets.forEach(getEntityManager()::persist);
  }

  /** The copies of these notices in the order of their numbers; the notices' rows guard them. */
  List<NoticeSheet> sheets(Collection<UUID> noticeIds) {
    return getEntityManager()
        .createQuery("from NoticeSheet where noticeId in :ids", NoticeSheet.class)
        .setParameter("ids", noticeIds)
        .getResultStream()
        .sorted(Comparator.comparing(NoticeSheet::copy))
        .toList();
  }

  NoticeSheet sheet(UUID noticeId, NoticeCopy copy) {
    return getEntityManager()
        .createQuery("from NoticeSheet where noticeId = :id and copy = :copy", NoticeSheet.class)
        .setParameter("id", noticeId)
        .setParameter("copy", copy)
        .getResultStream()
        .findFirst()
        .orElseThrow(NoticeRepository::unknown);
  }

  static NotFound unknown() {
    return new NotFound("责任单", "notice");
  }
}
