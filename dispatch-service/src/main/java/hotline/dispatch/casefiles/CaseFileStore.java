package hotline.dispatch.casefiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import hotline.lifecycle.CaseFile;
import hotline.lifecycle.CaseFile.Supplement;
import hotline.lifecycle.EventCodec;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The texts of cases, the newest version of each; a tombstone erases one for good. */
@ApplicationScoped
public class CaseFileStore {

  private static final String COLUMNS =
      "f.case_id, c.case_no, f.version, f.title, f.content, f.demand, f.address, f.confidential,"
          + " f.respondent_unit_id, f.supplements, f.updated_at,"
          + " f.direct_answer";
  private static final TypeReference<List<Supplement>> SUPPLEMENTS = new TypeReference<>() {};

  private final DataSource database;
  private final JoinedConnection connection;

  CaseFileStore(DataSource database, JoinedConnection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** Keeps each file unless a newer one is there already, or it was erased. */
  public void keep(Connection tx, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into case_file (case_id, version, title, content, demand, address, confidential,"
                + " respondent_unit_id, supplements, updated_at, direct_answer)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)"
                + " on conflict (case_id) do update set version = excluded.version, title = excluded.title,"
                + " content = excluded.content, demand = excluded.demand, address = excluded.address,"
                + " confidential = excluded.confidential, respondent_unit_id = excluded.respondent_unit_id,"
                + " supplements = excluded.supplements, updated_at = excluded.updated_at,"
                + " direct_answer = excluded.direct_answer where not case_file.erased and case_file.version < excluded.version")) {
      for (CaseFile file : files) {
        sql.setObject(1, file.caseId());
        sql.setLong(2, file.version());
        sql.setString(3, file.title() == null ? "" : file.title());
        sql.setString(4, file.content() == null ? "" : file.content());
        sql.setString(5, file.demand());
        sql.setString(6, file.address());
        sql.setBoolean(7, file.confidential());
        sql.setString(8, file.respondentUnitId());
        sql.setString(9, json(file.supplements()));
        sql.setObject(10, file.updatedAt().atOffset(ZoneOffset.UTC));
        sql.setString(11, file.directAnswer());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  /**
   * A tombstone erases the texts, also those that come after it; that the unit complained about
   * must not handle the case stays known. One of a text that never was here leaves version 0. Whose
   * it was is forgotten with it (a trigger, which takes the rows of the cases in their order).
   */
  public void erase(Connection tx, Collection<UUID> caseIds, Instant now) throws SQLException {
    try (PreparedStatement sql =
        tx.prepareStatement(
            "insert into case_file (case_id, version, title, content, confidential, supplements,"
                + " updated_at, erased) select id, 0, '', '', false, '[]', ?, true"
                + " from unnest(?::uuid[]) as id order by id on conflict (case_id) do update set title = '',"
                + " content = '', demand = null, address = null, supplements = '[]',"
                + " direct_answer = null, erased = true")) {
      sql.setObject(1, now.atOffset(ZoneOffset.UTC));
      sql.setArray(2, tx.createArrayOf("uuid", caseIds.toArray()));
      sql.executeUpdate();
    }
  }

  /** The unit that each case complains about, for those whose file is here. */
  public Map<UUID, Optional<String>> respondents(Collection<UUID> caseIds) {
    Map<UUID, Optional<String>> respondents = new HashMap<>();
    if (caseIds.isEmpty()) {
      return respondents;
    }
    return connection.call(
        tx -> {
          try (PreparedStatement sql =
              tx.prepareStatement(
                  "select case_id, respondent_unit_id from case_file where case_id = any(?)"
                      + " and version > 0")) {
            sql.setArray(1, tx.createArrayOf("uuid", caseIds.toArray()));
            try (ResultSet row = sql.executeQuery()) {
              while (row.next()) {
                respondents.put(
                    row.getObject(1, UUID.class), Optional.ofNullable(row.getString(2)));
              }
            }
          }
          return respondents;
        });
  }

  public Optional<CaseFile> find(UUID caseId) {
    try (Connection reading = database.getConnection();
        PreparedStatement sql =
            reading.prepareStatement(
                "select "
                    + COLUMNS
                    + " from case_file f join handled_case c using (case_id) where f.case_id = ?"
                    + " and f.version > 0")) {
      sql.setObject(1, caseId);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() ? Optional.of(file(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A case file cannot be read", e);
    }
  }

  private static CaseFile file(ResultSet row) throws SQLException {
    return new CaseFile(
        row.getObject("case_id", UUID.class),
        row.getString("case_no"),
        row.getLong("version"),
        row.getString("title"),
        row.getString("content"),
        row.getString("demand"),
        row.getString("address"),
        row.getBoolean("confidential"),
        row.getString("respondent_unit_id"),
        supplements(row.getString("supplements")),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("direct_answer"));
  }

  private static String json(List<Supplement> supplements) {
    return new String(
        EventCodec.write(supplements == null ? List.of() : supplements), StandardCharsets.UTF_8);
  }

  private static List<Supplement> supplements(String json) {
    try {
      return EventCodec.json().readValue(json, SUPPLEMENTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Supplements of a case file cannot be read", e);
    }
  }
}
