package hotline.evaluation.closing;

import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.evaluations.Decision;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads a case with its ended callbacks in one statement. */
@ApplicationScoped
class ReadOutcome {

  /**
   * An outcome, whose it is, and whether the citizen is about to be asked again.
   *
   * @param unitPaths who handled each of the results of the outcome, in their order
   */
  record Found(
      CaseOutcome outcome, String leadUnitPath, List<String> unitPaths, boolean callbackOpen) {

    /** What somebody who sees only these units sees of it; empty when it is nothing. */
    Optional<CaseOutcome> seenBy(Predicate<String> seesUnit) {
      if (seesUnit.test(leadUnitPath)) {
        return Optional.of(
            outcome.of(
                IntStream.range(0, unitPaths.size()).mapToObj(i -> ofOthers(i, seesUnit)).toList(),
                outcome.firstSolved(),
                outcome.firstSatisfied()));
      }
      List<CaseOutcome.RoundResult> own =
          IntStream.range(0, unitPaths.size())
              .filter(i -> seesUnit.test(unitPaths.get(i)))
              .mapToObj(outcome.results()::get)
              .toList();
      return own.isEmpty() ? Optional.empty() : Optional.of(outcome.of(own));
    }

    /** Who has the case last reads how every round ended, but claims of the own rounds alone. */
    private CaseOutcome.RoundResult ofOthers(int index, Predicate<String> seesUnit) {
      CaseOutcome.RoundResult result = outcome.results().get(index);
      return seesUnit.test(unitPaths.get(index)) ? result : result.withoutClaims();
    }
  }

  private final AgroalDataSource database;

  ReadOutcome(AgroalDataSource database) {
    this.database = database;
  }

  Optional<Found> read(UUID caseId) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select h.case_no, h.status, h.round as rounds, h.first_solved, h.first_satisfied,
                       h.lead_unit_path, c.*, u.name_zh, %s as callback_open
                  from hotline_case h
                  left join callback c
                    on c.case_id = h.case_id and c.status in ('EVALUATED', 'UNREACHABLE')
                  left join unit u using (unit_id)
                 where h.case_id = ?
                 order by c.round\
                """
                    .formatted(CallbackRepository.CASE_HAS_OPEN))) {
      select.setObject(1, caseId);
      try (ResultSet row = select.executeQuery()) {
        return read(caseId, row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The outcome cannot be read", e);
    }
  }

  private static Optional<Found> read(UUID caseId, ResultSet row) throws SQLException {
    if (!row.next()) {
      return Optional.empty();
    }
    List<CaseOutcome.RoundResult> results = new ArrayList<>();
    List<String> unitPaths = new ArrayList<>();
    CaseOutcome outcome =
        new CaseOutcome(
            caseId,
            row.getString("case_no"),
            CaseStatus.valueOf(row.getString("status")),
            row.getInt("rounds"),
            code(Solved.class, row.getString("first_solved")),
            code(Answer.class, row.getString("first_satisfied")),
            results);
    String leadUnitPath = row.getString("lead_unit_path");
    boolean callbackOpen = row.getBoolean("callback_open");
    do {
      if (row.getObject("callback_id") != null) {
        results.add(result(row));
        unitPaths.add(row.getString("unit_path"));
      }
    } while (row.next());
    return Optional.of(new Found(outcome, leadUnitPath, unitPaths, callbackOpen));
  }

  private static CaseOutcome.RoundResult result(ResultSet row) throws SQLException {
    // A direct answer, or one with the main case, has no unit that claims anything of its own.
    Claims claims = row.getBoolean("with_main") || row.getInt("round") == 0 ? null : claims(row);
    Answer responded = answer(row, "responded");
    Solved solved =
        Optional.ofNullable(code(Solved.class, row.getString("solved"))).orElse(Solved.UNKNOWN);
    return new CaseOutcome.RoundResult(
        row.getInt("round"),
        row.getString("unit_id"),
        row.getString("name_zh"),
        claims,
        responded,
        solved,
        answer(row, "satisfied"),
        answer(row, "request_true"),
        code(DissatisfactionReason.class, row.getString("reason")),
        code(RatedVia.class, row.getString("via")),
        code(Decision.class, row.getString("decision")),
        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
        claims == null ? List.of() : claims.deniedBy(responded, solved));
  }

  /** What the unit of a callback claims. */
  static Claims claims(ResultSet row) throws SQLException {
    return new Claims(
        row.getObject("claimed_contact", Boolean.class),
        row.getObject("claimed_solved", Boolean.class));
  }

  // An unreachable callback stores no answers: to the reader they are unknown.
  private static Answer answer(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(code(Answer.class, row.getString(column))).orElse(Answer.UNKNOWN);
  }

  private static <E extends Enum<E>> E code(Class<E> codes, String name) {
    return name == null ? null : Enum.valueOf(codes, name);
  }
}
