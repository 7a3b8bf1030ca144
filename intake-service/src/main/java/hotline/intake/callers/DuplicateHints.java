package hotline.intake.callers;

import hotline.access.Scope;
import hotline.access.Violations;
import hotline.intake.cases.FormText;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.DirectoryEntry;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Open cases of other callers that may be the same matter (疑似重复): same category, same place or the
 * same words in the address, of the last 72 hours. Reports and confidential cases are in none,
 * whoever asks: they are not merged, and that somebody reported is nobody's hint.
 */
@ApplicationScoped
class DuplicateHints {
  static final Duration LOOKED_BACK = Duration.ofHours(72);
  private static final int MOST_SHOWN = 5;
  private static final int STREET_DIGITS = 9;

  /**
   * What was found.
   *
   * @param count how many cases
   * @param callers of how many callers; each anonymous case is one
   * @param items the newest five, those that are handled with another one last
   */
  @Schema(name = "DuplicateHint")
  public record Hint(long count, long callers, List<Line> items) {}

  /**
   * One of them.
   *
   * @param joinable whether another case can be proposed to be handled with it
   */
  @Schema(name = "DuplicateCase")
  public record Line(
      UUID caseId,
      String caseNo,
      String title,
      CaseStatus status,
      String placeName,
      Instant registeredAt,
      boolean joinable) {}

  private static final Hint NONE = new Hint(0, 0, List.of());

  private static final String FOUND =
      """
      WITH found AS MATERIALIZED (
        SELECT id, case_no, title, status, place_code, registered_at, caller_ref FROM hotline_case c
        WHERE category_code = ? AND id >= ? AND %s
          AND NOT confidential AND kind <> 'REPORT'
          AND %s
          AND (place_code = ANY (?) OR starts_with(place_code, ?)
               OR (position(lower(?) in lower(address)) > 0 AND starts_with(place_code, ?)))
          AND NOT EXISTS (SELECT 1 FROM vault_contact v
                          WHERE v.case_id = c.id AND (v.phone_hash = ? OR v.alt_phone_hash = ?))
      )
      SELECT f.*, (SELECT count(*) FROM found) AS cases,
        (SELECT count(DISTINCT coalesce(caller_ref, id::text)) FROM found) AS callers
      FROM found f ORDER BY (status = 'MERGED'), id DESC LIMIT %d
      """
          .formatted(OpenCases.CONDITION, OpenCases.WITHIN, MOST_SHOWN);

  private final JoinedConnection database;
  private final ContactVault vault;
  private final Switchboards switchboards;
  private final Directories directories;
  private final Clock clock;

  @Inject
  DuplicateHints(
      JoinedConnection database,
      ContactVault vault,
      Switchboards switchboards,
      Directories directories,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.switchboards = switchboards;
    this.directories = directories;
    this.clock = clock;
  }

  /**
   * Nothing is found before category and either a street or words of an address are told.
   *
   * @param phone of who calls now, whose own cases are no duplicates; may be half a number
   */
  @Transactional
  Hint find(String category, String placeCode, String address, String phone, Scope scope) {
    Violations violations = new Violations();
    String words = FormText.read(violations, address, 200, "address");
    violations.throwIfAny();
    Directory directory = directories.current();
    List<String> places = samePlaces(directory, placeCode);
    boolean hasWords = words != null && words.codePointCount(0, words.length()) > 1;
    if (category == null || category.isBlank() || (places.isEmpty() && !hasWords)) {
      return NONE;
    }
    // Who calls from a number of many is not who called from it before.
    byte[] hash =
        PhoneNumber.parse(phone == null ? "" : phone)
            .filter(known -> !switchboards.isOfMany(known))
            .map(vault::searchHash)
            .orElse(null);
    Instant since = clock.instant().minus(LOOKED_BACK);
    return database.call(
        tx ->
            found(
                tx,
                category.strip(),
                // An id begins with the moment of its registration.
                new UUID(since.toEpochMilli() << 16, 0),
                places,
                // Words are found in many streets: they count where no street is told.
                places.isEmpty() ? words : null,
                placeCode == null ? "" : placeCode.strip(),
                hash,
                scope,
                directory));
  }

  /** The place itself, first, and those it lies in; a whole district is no place. */
  private static List<String> samePlaces(Directory directory, String code) {
    return directory
        .place(code)
        .filter(place -> place.code().length() >= STREET_DIGITS)
        .map(
            place -> {
              List<String> codes = new ArrayList<>(List.of(place.code()));
              directory.wayTo(place).stream()
                  .map(Place::code)
                  .filter(one -> one.length() >= STREET_DIGITS && !codes.contains(one))
                  .forEach(codes::add);
              return List.copyOf(codes);
            })
        .orElse(List.of());
  }

  private static Hint found(
      Connection tx,
      String category,
      UUID since,
      List<String> places,
      String words,
      String district,
      byte[] caller,
      Scope scope,
      Directory directory)
      throws SQLException {
    String prefix = OpenCases.gridPrefix(scope);
    try (PreparedStatement select = tx.prepareStatement(FOUND)) {
      select.setString(1, category);
      select.setObject(2, since);
      select.setString(3, prefix);
      select.setString(4, prefix);
      select.setString(5, prefix);
      select.setArray(6, tx.createArrayOf("text", places.toArray()));
      select.setString(7, places.isEmpty() ? null : places.get(0));
      select.setString(8, words);
      select.setString(9, district);
      select.setBytes(10, caller);
      select.setBytes(11, caller);
      try (ResultSet rows = select.executeQuery()) {
        List<Line> lines = new ArrayList<>();
        long cases = 0;
        long callers = 0;
        while (rows.next()) {
          cases = rows.getLong("cases");
          callers = rows.getLong("callers");
          lines.add(line(rows, directory));
        }
        return new Hint(cases, callers, lines);
      }
    }
  }

  private static Line line(ResultSet row, Directory directory) throws SQLException {
    CaseStatus status = CaseStatus.valueOf(row.getString("status"));
    String place = row.getString("place_code");
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("case_no"),
        row.getString("title"),
        status,
        directory.place(place).map(DirectoryEntry.Place::name).orElse(place),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        status != CaseStatus.MERGED);
  }
}
