package hotline.evaluation.archiving;

import hotline.access.NotFound;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.CaseStatus;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How one case stands with the archive. */
@ApplicationScoped
class ReadArchive {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final LegalHoldRepository holds;
  private final ArchivePolicyInForce policy;
  private final Hindrances hindrances;
  private final CityCalendars calendars;
  private final JoinedConnection database;

  ReadArchive(
      CaseRepository cases,
      CallbackRepository callbacks,
      LegalHoldRepository holds,
      ArchivePolicyInForce policy,
      Hindrances hindrances,
      CityCalendars calendars,
      JoinedConnection database) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.holds = holds;
    this.policy = policy;
    this.hindrances = hindrances;
    this.calendars = calendars;
    this.database = database;
  }

  @Transactional
  CaseArchive read(UUID caseId) {
    HotlineCase about =
        cases.findByIdOptional(caseId).orElseThrow(() -> new NotFound("工单", "case"));
    boolean closed = about.status() == CaseStatus.CLOSED || about.status() == CaseStatus.ARCHIVED;
    Optional<Callback> closing =
        closed ? Optional.ofNullable(callbacks.closing(caseId, about.round())) : Optional.empty();
    ArchivePolicy inForce = policy.get();
    Integer years =
        about.retentionYears() != null
            ? about.retentionYears()
            : closing.map(it -> inForce.years(about.kind())).orElse(null);
    List<LegalHold> all = holds.ofCase(caseId);
    return new CaseArchive(
        caseId,
        about.caseNo(),
        about.status(),
        closing.map(Callback::endedAt).orElse(null),
        closing.map(Callback::reopenUntil).orElse(null),
        closing.map(Callback::contestUntil).orElse(null),
        closing.map(inForce::from).orElse(null),
        database.call(tx -> hindrances.isUndecided(tx, caseId)),
        database.call(tx -> hindrances.isSpotChecked(tx, caseId)),
        all.stream().anyMatch(LegalHold::stands),
        about.archivedAt(),
        years,
        about.retentionUntil() != null
            ? about.retentionUntil()
            : closing.map(it -> until(caseId, it.endedAt(), years)).orElse(null),
        all.stream().map(CaseArchive.Hold::of).toList(),
        about.version());
  }

  private Instant until(UUID caseId, Instant closedAt, int years) {
    Instant lifted = holds.lastLifted(List.of(caseId)).get(caseId);
    return Retention.until(closedAt, years, lifted, calendars.recent().calendar().zone());
  }
}
