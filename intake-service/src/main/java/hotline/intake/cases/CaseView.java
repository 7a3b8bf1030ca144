package hotline.intake.cases;

import hotline.calendar.Light;
import hotline.intake.cases.CaseSiblings.Sibling;
import hotline.intake.cases.Correction.Change;
import hotline.intake.reference.Directory;
import hotline.intake.replies.UnitReply;
import hotline.intake.vault.Contact;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Channel;
import hotline.lifecycle.CorrectedField;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.RefusalReason;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.WithdrawalReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole case as intake knows it; the reporter masked, or absent for who may not know. Of a
 * confidential case the address is kept from them too. A unit reads the receipt to the minute,
 * since the cases of one call have it in common.
 *
 * @param origin how it was entered after its true time; null of what was registered as it came in
 * @param reopening whether and until when the closed case may be reopened; null while it is open
 * @param mayAskContact whether the reader would be told how to reach the reporter
 * @param mayCorrect whether the reader may put right what was registered
 * @param mayTellReporter whether the reader may tell who called, of an emergency that was handed
 *     over first
 * @param mayCallIn whether a further emergency service can be called in
 * @param calledIn further emergency services, the first that was called first; none for units
 * @param maySplit whether the reader may split other demands off it
 * @param siblings the other cases of the same call; none for who may not know that they are
 * @param sameAs the case of another citizen that it was proposed to be handled with at registering;
 *     null for units and for who may not know of that one
 * @param publicReplies what units answered the citizen, the first round first; none for units, nor
 *     for who may not know who reported a confidential case; without the name of the unit for who
 *     calls blind
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
    Origin origin,
    Screening screening,
    Instant acceptedAt,
    Answer directAnswer,
    Instant withdrawnAt,
    WithdrawalReason withdrawalReason,
    RefusalView refusal,
    TransferView transfer,
    TransferDeclined transferDeclined,
    String respondentUnitId,
    String externalSource,
    String externalRef,
    boolean confidential,
    List<CaseMark> marks,
    int urgeCount,
    Instant lastUrgedAt,
    List<SupplementView> supplements,
    List<CorrectionView> corrections,
    ReporterView reporter,
    Reopening reopening,
    boolean mayAskContact,
    boolean mayCorrect,
    boolean maySplit,
    List<SiblingView> siblings,
    List<PublicReplyView> publicReplies,
    SameAsView sameAs,
    boolean mayTellReporter,
    boolean mayCallIn,
    List<CalledInView> calledIn) {

  /**
   * A further emergency service that was called in (联动转接).
   *
   * @param acknowledgedAt null while it has not said that it has the case
   * @param late whether that was said, or is still owed, after its due time
   * @param declinedAt when it said that it does not take the case; null unless it did
   * @param declinedReason in masked words; null as the time
   */
  @Schema(name = "CalledInService")
  public record CalledInView(
      TransferTarget target,
      Instant calledAt,
      Instant dueAt,
      boolean threePartyCall,
      String externalRef,
      Instant acknowledgedAt,
      boolean late,
      Instant declinedAt,
      String declinedReason) {

    static CalledInView of(CalledInService from, Instant now) {
      return new CalledInView(
          from.target(),
          from.calledAt(),
          from.due(),
          from.threePartyCall(),
          from.externalRef(),
          from.acknowledgedAt(),
          from.late(now),
          from.declinedAt(),
          from.declinedWhy());
    }
  }

  /** Another citizen's case that may be the same matter (疑似重复). */
  @Schema(name = "SameCase")
  public record SameAsView(UUID caseId, String caseNo, CaseStatus status) {

    static SameAsView of(HotlineCase other) {
      return new SameAsView(other.id(), other.caseNo(), other.status());
    }
  }

  /**
   * How it was entered after its true time (补登): then {@code receivedAt} is that time and {@code
   * registeredAt} when it was typed in.
   *
   * @param originalDue what the system before this one had promised; null of paper
   * @param formerUnitName null where no unit had it there, or the directory does not know it; it
   *     and the code are null for who calls blind
   */
  @Schema(name = "CaseOrigin")
  public record Origin(
      EnteredAs enteredAs,
      Instant originalDue,
      String formerUnitId,
      String formerUnitName,
      Integer formerExtensions) {

    static Origin of(CaseOrigin from, Directory directory, boolean blind) {
      return from == null
          ? null
          : new Origin(
              from.enteredAs(),
              from.originalDue(),
              blind ? null : from.formerUnitId(),
              blind || from.formerUnitId() == null
                  ? null
                  : directory
                      .unit(from.formerUnitId())
                      .map(DirectoryEntry.Unit::nameZh)
                      .orElse(null),
              from.formerExtensions());
    }
  }

  /**
   * What a unit answered the citizen (公开答复).
   *
   * @param unitName null while the directory does not know it, and for who calls blind (盲访)
   * @param withMain whether it was given to the main case (随主单答复)
   * @param passedAt since when it is the citizen's answer
   */
  @Schema(name = "PublicReply")
  public record PublicReplyView(
      int round, String unitName, boolean withMain, Instant passedAt, String text) {

    static PublicReplyView of(UnitReply reply, Directory directory, boolean blind) {
      return new PublicReplyView(
          reply.round(),
          blind
              ? null
              : directory.unit(reply.unitId()).map(DirectoryEntry.Unit::nameZh).orElse(null),
          reply.withMain(),
          reply.passedAt(),
          reply.text());
    }
  }

  /**
   * Another case of the same call (一诉多求).
   *
   * @param call whether it is the one as which the call was registered
   */
  @Schema(name = "SiblingCase")
  public record SiblingView(UUID caseId, String caseNo, CaseStatus status, boolean call) {}

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
              clock.due(), clock.light(from.status(), now), clock.late(from.screenedAt(), now));
    }
  }

  /**
   * What the centre answered at once (直接答复).
   *
   * @param knowledgeItem null when it rests on none
   */
  @Schema(name = "DirectAnswer")
  public record Answer(
      Instant answeredAt, String text, String knowledgeItem, String knowledgeVersion) {

    /** Null of a case that was not. */
    static Answer of(DirectAnswer given) {
      return given == null
          ? null
          : new Answer(
              given.answeredAt(), given.text(), given.knowledgeItem(), given.knowledgeVersion());
    }
  }

  /**
   * A refusal that was proposed (不予受理), and what came of it.
   *
   * @param reason null when none waits and none was confirmed: it was sent back or dropped
   * @param proposedBy user id of whoever may not confirm it; null as the reason
   * @param refusedAt null unless it was confirmed
   */
  @Schema(name = "CaseRefusal")
  public record RefusalView(
      RefusalReason reason,
      String proposedBy,
      Instant proposedAt,
      Instant refusedAt,
      List<RefusalStep> steps) {

    /** Null of a case that nobody proposed to refuse, and for who need not know of it. */
    static RefusalView of(Refusal now, List<RefusalStep> steps) {
      if (steps.isEmpty()) {
        return null;
      }
      return now == null
          ? new RefusalView(null, null, null, null, steps)
          : new RefusalView(
              now.reason(), now.proposedBy(), now.proposedAt(), now.refusedAt(), steps);
    }
  }

  /**
   * The body outside that has it (转出).
   *
   * @param late whether the acknowledgement came, or is still owed, after its due time
   * @param acknowledgedAt null while it waits for the acknowledgement
   * @param reason why it was handed over in the middle of its handling, told to the centre only;
   *     null otherwise
   */
  @Schema(name = "CaseTransfer")
  public record TransferView(
      TransferTarget target,
      Instant handedAt,
      Instant dueAt,
      Boolean threePartyCall,
      String externalRef,
      Instant acknowledgedAt,
      boolean late,
      String reason) {

    /** Null of a case that no body outside has. */
    static TransferView of(Transfer from, Instant now, boolean ofTheCentre) {
      return from == null
          ? null
          : new TransferView(
              from.target(),
              from.handedAt(),
              from.due(),
              from.threePartyCall(),
              from.externalRef(),
              from.acknowledgedAt(),
              from.late(now),
              ofTheCentre ? from.why() : null);
    }
  }

  /** The last time that a body outside did not take it; why is told to the centre only. */
  @Schema(name = "CaseTransferDeclined")
  public record TransferDeclined(Instant at, String reason, int times) {

    static TransferDeclined of(HotlineCase from, boolean ofTheCentre) {
      return from.transferDeclinedAt() == null || !ofTheCentre
          ? null
          : new TransferDeclined(
              from.transferDeclinedAt(), from.transferDeclinedWhy(), from.transfersDeclined());
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

  /**
   * What was put right, by whom and why.
   *
   * @param reason null of a split for who may not know that the call had other demands
   */
  public record CorrectionView(
      int correctionNo,
      Instant correctedAt,
      String correctedBy,
      String reason,
      List<ChangeView> changes) {}

  /**
   * One value before and after. The address is kept from who may not know it, and so are title,
   * content and demand of a call that was split.
   *
   * @param beforeName of a category, a place or a unit; null of others
   */
  public record ChangeView(
      CorrectedField field, String before, String after, String beforeName, String afterName) {}

  /** Who reported, masked; of the anonymous a unit is told that they are, and no more. */
  public record ReporterView(
      String name, String phone, String altPhone, boolean anonymous, boolean wantsCallback) {}

  /**
   * @param ofTheCentre whether the reader may know what the centre thought
   * @param reporter null for who may not know
   * @param showsAddress false for who may not know where it is
   * @param blind whether the reader is not to know which unit has it
   */
  static CaseView of(
      HotlineCase from,
      List<Supplement> supplements,
      List<RefusalStep> refusal,
      boolean ofTheCentre,
      List<Correction> corrections,
      Contact reporter,
      boolean showsAddress,
      boolean blind,
      boolean mayAskContact,
      boolean mayCorrect,
      boolean maySplit,
      List<Sibling> siblings,
      List<UnitReply> replies,
      SameAsView sameAs,
      boolean mayTellReporter,
      boolean mayCallIn,
      List<CalledInService> calledIn,
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
        ofTheCentre ? subject.receivedAt() : subject.receivedAt().truncatedTo(ChronoUnit.MINUTES),
        from.registeredAt(),
        Origin.of(from.origin(), directory, blind),
        Screening.of(from, now),
        from.acceptedAt(),
        Answer.of(from.directAnswer()),
        from.withdrawnAt(),
        from.withdrawalReason(),
        RefusalView.of(from.refusal(), refusal),
        TransferView.of(from.transfer(), now, ofTheCentre),
        TransferDeclined.of(from, ofTheCentre),
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
        corrections.stream().map(one -> view(one, showsAddress, directory)).toList(),
        reporter == null ? null : masked(from, reporter),
        Reopening.of(from),
        mayAskContact,
        mayCorrect,
        maySplit,
        siblings.stream()
            .map(one -> new SiblingView(one.caseId(), one.caseNo(), one.status(), one.call()))
            .toList(),
        replies.stream().map(one -> PublicReplyView.of(one, directory, blind)).toList(),
        sameAs,
        mayTellReporter,
        mayCallIn,
        calledIn.stream().map(one -> CalledInView.of(one, now)).toList());
  }

  private static CorrectionView view(Correction from, boolean showsAddress, Directory directory) {
    return new CorrectionView(
        from.correctionNo(),
        from.at(),
        from.by(),
        from.reason(),
        from.changes().stream().map(change -> view(change, showsAddress, directory)).toList());
  }

  private static ChangeView view(Change from, boolean showsAddress, Directory directory) {
    boolean hidden = from.field() == CorrectedField.ADDRESS && !showsAddress;
    return new ChangeView(
        from.field(),
        hidden ? null : from.before(),
        hidden ? null : from.after(),
        name(from.field(), from.before(), directory),
        name(from.field(), from.after(), directory));
  }

  private static String name(CorrectedField field, String code, Directory directory) {
    return switch (field) {
      case CATEGORY -> directory.category(code).map(DirectoryEntry.Category::nameZh).orElse(code);
      case PLACE -> directory.place(code).map(DirectoryEntry.Place::name).orElse(code);
      case RESPONDENT -> directory.unit(code).map(DirectoryEntry.Unit::nameZh).orElse(code);
      case KIND, URGENCY, CHANNEL, ADDRESS, TITLE, CONTENT, DEMAND, RECEIVED_AT -> null;
    };
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
