package hotline.dispatch.notices;

import hotline.access.Actor;
import hotline.access.Scope;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.assignments.CasesInSight;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.limits.TimeRulesInForce;
import hotline.dispatch.notices.CopyPaper.RecordOnPaper;
import hotline.dispatch.notices.CopyPaper.ResponsibleOnPaper;
import hotline.dispatch.supervision.CaseSupervision;
import hotline.dispatch.supervision.CaseSupervisionPages;
import hotline.dispatch.supervision.OrderView;
import hotline.lifecycle.AssignmentRole;
import hotline.lifecycle.NoticeCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Notices of a case, and the six papers of a notice, as far as the actor may see them. */
@ApplicationScoped
public class NoticePages {

  private final CasesInSight inSight;
  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final CaseFileStore files;
  private final NoticeRepository notices;
  private final ResponsibleStore people;
  private final CaseSupervisionPages supervision;
  private final DirectoryStore directory;
  private final TimeRulesInForce timeRules;
  private final Clock clock;

  NoticePages(
      CasesInSight inSight,
      CaseRepository cases,
      AssignmentRepository assignments,
      CaseFileStore files,
      NoticeRepository notices,
      ResponsibleStore people,
      CaseSupervisionPages supervision,
      DirectoryStore directory,
      TimeRulesInForce timeRules,
      Clock clock) {
    this.inSight = inSight;
    this.cases = cases;
    this.assignments = assignments;
    this.files = files;
    this.notices = notices;
    this.people = people;
    this.supervision = supervision;
    this.directory = directory;
    this.timeRules = timeRules;
    this.clock = clock;
  }

  /**
   * The notices of one case, oldest first.
   *
   * @param version of the case, for the next notice about it
   */
  @Schema(name = "CaseNotices")
  public record OfCase(UUID caseId, long version, List<NoticeView> items, long count) {}

  /** The papers of one notice, in the order of their numbers. */
  @Schema(name = "NoticePapers")
  public record Papers(List<CopyPaper> items, long count) {}

  /** A unit sees the notices that it has to answer for, in cases in which it has a task. */
  OfCase ofCase(Scope scope, UUID caseId) {
    HandledCase of = inSight.find(scope, caseId);
    boolean centre = scope.seesUnit(null);
    List<ResponsibilityNotice> visible =
        notices.ofCase(caseId).stream().filter(one -> scope.seesUnit(one.unitPath())).toList();
    List<NoticeView> items =
        views(of, visible).stream().map(one -> centre ? one : one.forUnits()).toList();
    return new OfCase(caseId, of.version(), items, items.size());
  }

  NoticeView one(UUID noticeId) {
    ResponsibilityNotice notice = notices.known(noticeId);
    return views(cases.findById(notice.caseId()), List.of(notice)).get(0);
  }

  UUID caseOf(UUID noticeId) {
    return notices.known(noticeId).caseId();
  }

  private List<NoticeView> views(HandledCase of, List<ResponsibilityNotice> shown) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = shown.stream().map(ResponsibilityNotice::noticeId).toList();
    Map<UUID, List<ResponsiblePerson>> named = people.of(ids);
    Map<UUID, List<NoticeSheet>> sheets =
        notices.sheets(ids).stream().collect(Collectors.groupingBy(NoticeSheet::noticeId));
    String title = files.find(of.caseId()).map(file -> file.title()).orElse(null);
    Directory names = directory.recent();
    Instant now = Cause.now(clock);
    return shown.stream()
        .map(
            one ->
                NoticeView.of(
                    one,
                    of.caseNo(),
                    title,
                    named.getOrDefault(one.noticeId(), List.of()),
                    sheets.getOrDefault(one.noticeId(), List.of()),
                    names,
                    now,
                    timeRules.calendar()))
        .toList();
  }

  /** All six, for whoever prints them. */
  Papers papers(Actor actor, UUID noticeId) {
    List<CopyPaper> items =
        papers(Scope.of(actor), notices.known(noticeId), List.of(NoticeCopy.values()));
    return new Papers(items, items.size());
  }

  /** One, for the centre and, once it is delivered, for its recipient. */
  CopyPaper paper(Actor actor, UUID noticeId, NoticeCopy copy) {
    ResponsibilityNotice notice = notices.known(noticeId);
    NoticeSheet sheet = notices.sheet(noticeId, copy);
    Scope scope = Scope.of(actor);
    boolean recipient =
        sheet.isDelivered() && sheet.unitPath() != null && scope.seesUnit(sheet.unitPath());
    if (!scope.seesUnit(null) && !recipient) {
      throw NoticeRepository.unknown();
    }
    return papers(scope, notice, List.of(copy)).get(0);
  }

  private List<CopyPaper> papers(
      Scope scope, ResponsibilityNotice notice, List<NoticeCopy> copies) {
    HandledCase of = cases.findById(notice.caseId());
    Directory names = directory.recent();
    FileView file =
        files
            .find(of.caseId())
            .map(text -> FileView.of(text, of.confidential(), scope, names))
            .orElse(null);
    List<NoticeSheet> sheets = notices.sheets(List.of(notice.noticeId()));
    List<ResponsiblePerson> named =
        people.of(List.of(notice.noticeId())).getOrDefault(notice.noticeId(), List.of());
    List<Assignment> tasks = assignments.ofCase(of.caseId());
    CaseSupervision supervised = supervision.whole(of);
    Instant now = Cause.now(clock);
    return copies.stream()
        .map(
            copy -> {
              NoticeSheet sheet = sheets.get(copy.ordinal());
              Set<CopyPart> parts = CopyContents.of(copy);
              return new CopyPaper(
                  notice.noticeId(),
                  notice.noticeNo(),
                  copy,
                  copy.number(),
                  SheetView.of(sheet, notice.isOver(), names, now).recipient(),
                  sheet.status(),
                  notice.status(),
                  notice.version(),
                  of.caseNo(),
                  notice.ground(),
                  names.unitName(notice.unitId()),
                  notice.issuedAt(),
                  notice.receiptsDueAt(),
                  notice.dueAt(),
                  carried(parts, CopyPart.TITLE, () -> file == null ? null : file.title()),
                  carried(parts, CopyPart.ORIGINAL, () -> file),
                  carried(parts, CopyPart.PETITION, () -> file == null ? null : file.demand()),
                  carried(parts, CopyPart.DEMAND, notice::demand),
                  carried(parts, CopyPart.PROMISE, notice::promise),
                  carried(parts, CopyPart.REMARK, notice::remark),
                  carried(parts, CopyPart.RESPONSIBLE, () -> people(named, parts)),
                  carried(parts, CopyPart.CO_UNITS, () -> coUnits(tasks, names)),
                  carried(parts, CopyPart.RECORD, () -> record(of, supervised)),
                  carried(
                      parts,
                      CopyPart.CHAIN,
                      () -> CaseChain.of(of, tasks, supervised, notice, names)),
                  carried(parts, CopyPart.RECEIPTS, () -> receipts(notice, sheets, names, now)));
            })
        .toList();
  }

  private static <T> T carried(Set<CopyPart> parts, CopyPart part, Supplier<T> what) {
    return parts.contains(part) ? what.get() : null;
  }

  private static List<ResponsibleOnPaper> people(
      List<ResponsiblePerson> named, Set<CopyPart> parts) {
    boolean phones = parts.contains(CopyPart.PHONES);
    return named.stream()
        .map(one -> new ResponsibleOnPaper(one.name(), one.post(), phones ? one.phone() : null))
        .toList();
  }

  private static List<String> coUnits(List<Assignment> tasks, Directory names) {
    return tasks.stream()
        .filter(task -> task.role() == AssignmentRole.CO && !task.handedDown().isPart())
        .map(task -> names.unitName(task.unitId()))
        .distinct()
        .toList();
  }

  private static RecordOnPaper record(HandledCase of, CaseSupervision supervised) {
    return new RecordOnPaper(
        of.urgeCount(),
        supervised.urges().size(),
        supervised.orders().size(),
        (int) supervised.orders().stream().filter(OrderView::missed).count(),
        supervised.escalations().size(),
        of.returnCount(),
        of.round());
  }

  private static List<SheetView> receipts(
      ResponsibilityNotice notice, List<NoticeSheet> sheets, Directory names, Instant now) {
    return sheets.stream()
        .map(one -> SheetView.of(one, notice.isOver(), names, now).forUnits())
        .toList();
  }

  /** A copy by its name in the address; what is no copy does not exist. */
  static NoticeCopy copy(String name) {
    return Arrays.stream(NoticeCopy.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(NoticeRepository::unknown);
  }
}
