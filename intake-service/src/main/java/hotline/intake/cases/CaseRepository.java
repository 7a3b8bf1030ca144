package hotline.intake.cases;

import hotline.access.NotFound;
import hotline.lifecycle.AssignmentMoves;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.CaseStatus;
import hotline.relay.quarkus.JoinedConnection;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** The cases in the database. */
@ApplicationScoped
public class CaseRepository implements PanacheRepositoryBase<HotlineCase, UUID> {
  private static final String KNOWN_ONCE = "external_reference_is_registered_once";
  private static final String[] OVER =
      Arrays.stream(AssignmentStatus.values())
          .filter(AssignmentMoves::over)
          .map(Enum::name)
          .toArray(String[]::new);

  private final JoinedConnection database;

  @Inject
  CaseRepository(JoinedConnection database) {
    this.database = database;
  }

  /** For an act: nobody else changes the case until the transaction ends. */
  HotlineCase locked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(CaseRepository::unknown);
  }

  /** Those of these that wait for screening, locked in the order of their ids. */
  List<HotlineCase> waitingForScreening(Collection<UUID> ids) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "SELECT * FROM hotline_case WHERE id = ANY (:ids)"
                + " AND status IN ('REGISTERED', 'SCREENING') ORDER BY id FOR NO KEY UPDATE",
            HotlineCase.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .getResultList();
  }

  /** Whether a unit has a task of it, as far as was heard. */
  boolean hasOpenTask(UUID id) {
    return !getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "SELECT 1 FROM case_assignment WHERE case_id = :id AND status <> ALL (:over) LIMIT 1",
            Integer.class)
        .setParameter("id", id)
        .setParameter("over", OVER)
        .getResultList()
        .isEmpty();
  }

  /** Writes what an act changed; returns where the case stands now. */
  CaseRef saved(HotlineCase changed) {
    flush();
    return new CaseRef(changed.id(), changed.caseNo(), changed.status(), changed.version());
  }

  /** For reading. */
  public HotlineCase known(UUID id) {
    return findByIdOptional(id).orElseThrow(CaseRepository::unknown);
  }

  public Optional<HotlineCase> byNumber(CaseNumber number) {
    return find("caseNo", number.digits()).firstResultOptional();
  }

  /** Reads an identifier or a case number as it stands in a path. */
  public HotlineCase known(String idOrNumber) {
    return CaseNumber.isOne(idOrNumber)
        ? byNumber(CaseNumber.parse(idOrNumber, "id")).orElseThrow(CaseRepository::unknown)
        : known(CaseId.parse(idOrNumber));
  }

  public static NotFound unknown() {
    return new NotFound("工单", "case");
  }

  /** Writes the new case; refuses when its external reference is there already. */
  void insert(Collection<HotlineCase> cases) {
    cases.forEach(this::persist);
    try {
      flush();
    } catch (ConstraintViolationException taken) {
      if (!KNOWN_ONCE.equals(taken.getConstraintName()) || cases.size() > 1) {
        throw taken;
      }
      throw new ExternalRefKnown(registeredAs(cases.iterator().next()).orElseThrow(() -> taken));
    }
  }

  private Optional<CaseRef> registeredAs(HotlineCase refused) {
    // The refused insert has spoilt this transaction: the other case is read in one of its own.
    return QuarkusTransaction.requiringNew()
        .call(() -> database.call(tx -> findKnown(tx, refused)));
  }

  private static Optional<CaseRef> findKnown(Connection tx, HotlineCase refused)
      throws SQLException {
    return Optional.ofNullable(
        knownReferences(
                tx,
                new String[] {refused.subject().externalSource()},
                new String[] {refused.subject().externalRef()})
            .get(refused.subject().externalSource() + '\n' + refused.subject().externalRef()));
  }

  /** Which of these are registered, keyed by source and reference with a line feed between. */
  public Map<String, CaseRef> registered(Collection<Registration> registrations) {
    String[] sources =
        registrations.stream().map(Registration::externalSource).toArray(String[]::new);
    String[] refs = registrations.stream().map(Registration::externalRef).toArray(String[]::new);
    return database.call(tx -> knownReferences(tx, sources, refs));
  }

  private static Map<String, CaseRef> knownReferences(
      Connection tx, String[] sources, String[] refs) throws SQLException {
    Map<String, CaseRef> known = new HashMap<>();
    try (PreparedStatement select =
        tx.prepareStatement(
            "SELECT id, case_no, status, version, external_source, external_ref FROM hotline_case"
                + " WHERE (external_source, external_ref) IN (SELECT * FROM unnest(?::text[], ?::text[]))"
                + " AND withdrawal_reason IS DISTINCT FROM 'ENTERED_WRONGLY'")) {
      Array sourceArray = tx.createArrayOf("text", sources);
      select.setArray(1, sourceArray);
      select.setArray(2, tx.createArrayOf("text", refs));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getString(5) + '\n' + rows.getString(6),
              new CaseRef(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  CaseStatus.valueOf(rows.getString(3)),
                  rows.getLong(4)));
        }
      }
    }
    return known;
  }
}
