package hotline.evaluation.scoring;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.lifecycle.CaseStatus;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One case as its unit and the assessment clerks see it. */
@ApplicationScoped
class ReadScoring {

  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final ScoreRequestRepository requests;
  private final JoinedConnection database;
  private final Clock clock;

  ReadScoring(
      CaseRepository cases,
      CallbackRepository callbacks,
      ScoreRequestRepository requests,
      JoinedConnection database,
      Clock clock) {
    this.cases = cases;
    this.callbacks = callbacks;
    this.requests = requests;
    this.database = database;
    this.clock = clock;
  }

  /** What somebody of that scope sees; a unit what is or was asked about its own rounds. */
  @Transactional
  CaseScoring read(UUID caseId, Scope scope, boolean ofUnit) {
    HotlineCase about = cases.findByIdOptional(caseId).orElseThrow(ReadScoring::notFound);
    Callback ended = callbacks.closing(caseId, about.round());
    String scored = ended == null ? about.leadUnitPath() : ended.unitPath();
    List<ScoreRequestView> asked = new ArrayList<>();
    String unitName =
        database.call(tx -> read(tx, caseId, scope, asked, ended == null ? null : ended.unitId()));
    long version = ScoringVersion.of(about.round(), ended, requests.changesOf(caseId));
    if (!scope.seesUnit(scored) && asked.isEmpty()) {
      throw notFound();
    }
    boolean seesResult = ended != null && scope.seesUnit(scored);
    boolean ofOthers = ended != null && !seesResult;
    boolean closed = about.status() == CaseStatus.CLOSED || about.status() == CaseStatus.ARCHIVED;
    int round = about.round();
    return new CaseScoring(
        caseId,
        about.caseNo(),
        about.status(),
        seesResult ? (Integer) round : null,
        seesResult ? ended.unitId() : null,
        seesResult ? unitName : null,
        seesResult ? ended.endedAt() : null,
        seesResult ? ended.contestUntil() : null,
        seesResult && closed && granted(asked, round, ScoreRequestKind.EXCLUSION),
        seesResult && closed && granted(asked, round, ScoreRequestKind.APPEAL),
        ofOthers
            ? Hindrance.OTHER_UNIT
            : hindrance(ScoreRequestKind.EXCLUSION, about, ended, asked),
        ofOthers ? Hindrance.OTHER_UNIT : hindrance(ScoreRequestKind.APPEAL, about, ended, asked),
        ofUnit ? asked.stream().map(ScoreRequestView::forUnit).toList() : asked,
        version);
  }

  private Hindrance hindrance(
      ScoreRequestKind kind, HotlineCase about, Callback ended, List<ScoreRequestView> asked) {
    Instant now = clock.instant();
    boolean already =
        asked.stream().anyMatch(one -> one.kind() == kind && one.round() == about.round());
    return Hindrance.of(kind, about.status(), ended, already, now).orElse(null);
  }

  private static boolean granted(List<ScoreRequestView> asked, int round, ScoreRequestKind kind) {
    return asked.stream()
        .anyMatch(
            one ->
                one.kind() == kind
                    && one.round() == round
                    && one.status() == ScoreRequestStatus.GRANTED);
  }

  private static String read(
      Connection tx, UUID caseId, Scope scope, List<ScoreRequestView> asked, String unitId)
      throws SQLException {
    try (PreparedStatement select =
        tx.prepareStatement(
            "select "
                + ScoreRequestView.COLUMNS
                + " from score_request r"
                + ScoreRequestView.JOINS
                + " where r.case_id = ? order by r.requested_at, r.request_id")) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (scope.seesUnit(row.getString("unit_path"))) {
            asked.add(ScoreRequestView.read(row));
          }
        }
      }
    }
    try (PreparedStatement select =
        tx.prepareStatement("select name_zh from unit where unit_id = ?")) {
      select.setString(1, unitId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  private static NotFound notFound() {
    return new NotFound("工单", "case");
  }
}
