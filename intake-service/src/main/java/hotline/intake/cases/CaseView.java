package hotline.intake.cases;

import hotline.calendar.Light;
import hotline.intake.reference.Directory;
import hotline.intake.vault.Contact;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole case as intake knows it; the reporter masked, or absent for who may not know. Of a
 * confidential case the address is kept from them too.
 *
 * @param reopening whether and until when the closed case may be reopened; null while it is open
 * @param mayAskContact whether the reader would be told how to reach the reporter
 */
public record CaseView(
    UUID caseId,
    String caseNo,
    CaseStatus status,
    long version,
    CaseKind kind,
    Urgency urgency,
    Channel channel,
    String categoryCode,
    String categoryName,
    String placeCode,
    String placeName,
    String placePath,
    String address,
    String title,
    String content,
    String demand,
    Instant receivedAt,
    Instant registeredAt,
    Screening screening,
    Instant acceptedAt,
    Instant withdrawnAt,
    WithdrawalReason withdrawalReason,
    String respondentUnitId,
    String externalSource,
    String externalRef,
    boolean confidential,
    List<CaseMark> marks,
    int urgeCount,
    Instant lastUrgedAt,
    List<SupplementView> supplements,
    ReporterView reporter,
    Reopening reopening,
    boolean mayAskContact) {

  /**
   * The clock of the screening.
   *
   * @param light NONE when the case no longer waits for it
   * @param missed whether it was not in time
   */
  @Schema(name = "CaseScreening")
  public record Screening(Instant dueAt, Light light, boolean missed) {

    /** Null of a case from before this was kept. */
    static Screening of(HotlineCase from, Instant now) {
      ScreeningClock clock = from.screening();
      return clock == null
          ? null
          : new Screening(
              clock.due(), clock.light(from.status(), now), clock.late(from.acceptedAt(), now));
    }
  }

  /**
   * What may still become of a closed case.
   *
   * @param until null where its closing did not say it
   * @param byCitizen false when only a supervisor may
   * @param requestedAt when it was asked for; null when it was not
   */
  @Schema(name = "CaseReopening")
  public record Reopening(Instant until, boolean byCitizen, Instant requestedAt) {

    static Reopening of(HotlineCase from) {
      CaseOutcome outcome = from.outcome();
      return from.status() != CaseStatus.CLOSED
          ? null
          : new Reopening(
              outcome.reopenUntil(),
              Boolean.TRUE.equals(outcome.citizenMayReopen()),
              from.reopenRequestedAt());
    }
  }

  /** Something the citizen added. */
  public record SupplementView(int supplementNo, Instant addedAt, String text) {}

  /** Who reported, masked; of the anonymous a unit is told that they are, and no more. */
  public record ReporterView(
      String name, String phone, String altPhone, boolean anonymous, boolean wantsCallback) {}

  /**
   * @param reporter null for who may not know
   * @param showsAddress false for who may not know where it is
   */
  static CaseView of(
      HotlineCase from,
      List<Supplement> supplements,
      Contact reporter,
      boolean showsAddress,
      boolean mayAskContact,
      Directory directory,
      Instant now) {
    CaseSubject subject = from.subject();
    return new CaseView(
        from.id(),
        from.caseNo(),
        from.status(),
        from.version(),
        subject.kind(),
        subject.urgency(),
        subject.channel(),
        subject.categoryCode(),
        directory
            .category(subject.categoryCode())
            .map(DirectoryEntry.Category::nameZh)
            .orElse(subject.categoryCode()),
        subject.placeCode(),
        directory
            .place(subject.placeCode())
            .map(DirectoryEntry.Place::name)
            .orElse(subject.placeCode()),
        subject.placePath(),
        showsAddress ? subject.address() : null,
        subject.title(),
        subject.content(),
        subject.demand(),
        subject.receivedAt(),
        from.registeredAt(),
        Screening.of(from, now),
        from.acceptedAt(),
        from.withdrawnAt(),
        from.withdrawalReason(),
        subject.respondentUnitId(),
        subject.externalSource(),
        subject.externalRef(),
        from.reporter().confidential(),
        from.marks(),
        from.urgeCount(),
        from.lastUrgedAt(),
        supplements.stream()
            .map(one -> new SupplementView(one.supplementNo(), one.addedAt(), one.text()))
            .toList(),
        reporter == null ? null : masked(from, reporter),
        Reopening.of(from),
        mayAskContact);
  }

  private static ReporterView masked(HotlineCase from, Contact reporter) {
    return new ReporterView(
        reporter.maskedName(),
        reporter.phone() == null ? null : reporter.phone().masked(),
        reporter.altPhone() == null ? null : reporter.altPhone().masked(),
        from.reporter().anonymous(),
        from.reporter().wantsCallback());
  }
}
