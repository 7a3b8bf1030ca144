package hotline.intake.knowledge;

import static hotline.relay.quarkus.Columns.instant;

import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of the items, version by version, and the words that the published ones are found by.
 */
@ApplicationScoped
class KnowledgeVersions {
  private static final String SAVE =
      """
      INSERT INTO knowledge_version (code, version, title, questions, answer, notes, category_codes, place_codes,
        valid_from, valid_to, review_by, change_note, written_at, written_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (code, version) DO UPDATE SET title = excluded.title, questions = excluded.questions,
        answer = excluded.answer, notes = excluded.notes, category_codes = excluded.category_codes,
        place_codes = excluded.place_codes, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        review_by = excluded.review_by, change_note = excluded.change_note, written_at = excluded.written_at,
        written_by = excluded.written_by
      """;
  private static final String INDEX =
      """
      INSERT INTO knowledge_search (code, version, title_words, words, category_codes, place_codes, valid_from, valid_to)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /**
   * A text with who wrote and who published it.
   *
   * @param publishedAt null of a draft
   */
  record Kept(
      int version,
      KnowledgeText text,
      Instant writtenAt,
      String writtenBy,
      Instant publishedAt,
      String publishedBy) {}

  /** One line of the history of an item. */
  public record VersionLine(int version, String title, Instant publishedAt, String changeNote) {}

  private final JoinedConnection database;

  @Inject
  KnowledgeVersions(JoinedConnection database) {
    this.database = database;
  }

  /** A text that is to become a version. */
  record Draft(String code, int version, KnowledgeText text) {}

  void save(String code, int version, KnowledgeText text, String by, Instant at) {
    save(List.of(new Draft(code, version, text)), by, at);
  }

  /** In one batch. */
  void save(List<Draft> drafts, String by, Instant at) {
    database.call(
        tx -> {
          try (PreparedStatement insert = tx.prepareStatement(SAVE)) {
            for (Draft draft : drafts) {
              bind(tx, insert, draft, by, at);
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  private static void bind(
      Connection tx, PreparedStatement insert, Draft draft, String by, Instant at)
      throws SQLException {
    KnowledgeText text = draft.text();
    insert.setString(1, draft.code());
    insert.setInt(2, draft.version());
    insert.setString(3, text.title());
    insert.setArray(4, texts(tx, text.questions()));
    insert.setString(5, text.answer());
    insert.setString(6, text.notes());
    insert.setArray(7, texts(tx, text.categoryCodes()));
    insert.setArray(8, texts(tx, text.placeCodes()));
    insert.setObject(9, text.validFrom());
    insert.setObject(10, text.validTo());
    insert.setObject(11, text.reviewBy());
    insert.setString(12, text.changeNote());
    insert.setObject(13, at.atOffset(ZoneOffset.UTC));
    insert.setString(14, by);
  }

  Optional<Kept> find(String code, Integer version) {
    if (version == null) {
      return Optional.empty();
    }
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT * FROM knowledge_version WHERE code = ? AND version = ?")) {
            select.setString(1, code);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
          }
        });
  }

  /** The published ones, the newest first. */
  List<VersionLine> published(String code) {
    return database.call(
        tx -> {
          try (PreparedStatement select =
              tx.prepareStatement(
                  "SELECT version, title, published_at, change_note FROM knowledge_version"
                      + " WHERE code = ? AND published_at IS NOT NULL ORDER BY version DESC")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
              List<VersionLine> lines = new ArrayList<>();
              while (row.next()) {
                lines.add(
                    new VersionLine(
                        row.getInt(1), row.getString(2), instant(row, 3), row.getString(4)));
              }
              return lines;
            }
          }
        });
  }

  /** From its first day on it is what operators find; until then the one before stays. */
  void publish(String code, int version, KnowledgeText text, String by, Instant at) {
    database.write(
        "UPDATE knowledge_version SET published_at = ?, published_by = ? WHERE code = ? AND version = ?",
        at.atOffset(ZoneOffset.UTC),
        by,
        code,
        version);
    database.write(
        "DELETE FROM knowledge_search WHERE code = ? AND valid_from >= ?", code, text.validFrom());
    database.write(
        "UPDATE knowledge_search SET valid_to = ? WHERE code = ? AND (valid_to IS NULL OR valid_to >= ?)",
        text.validFrom().minusDays(1),
        code,
        text.validFrom());
    Set<String> titleWords = new LinkedHashSet<>(SearchWords.pairs(text.title()));
    titleWords.addAll(SearchWords.initialPairs(text.title()));
    titleWords.addAll(SearchWords.pairs(text.questions()));
    Set<String> words = new LinkedHashSet<>(titleWords);
    words.addAll(SearchWords.pairs(text.answer()));
    database.call(
        tx -> {
          try (PreparedStatement insert = tx.prepareStatement(INDEX)) {
            insert.setString(1, code);
            insert.setInt(2, version);
            insert.setArray(3, texts(tx, titleWords));
            insert.setArray(4, texts(tx, words));
            insert.setArray(5, texts(tx, text.categoryCodes()));
            insert.setArray(6, texts(tx, text.placeCodes()));
            insert.setObject(7, text.validFrom());
            insert.setObject(8, text.validTo());
            return insert.executeUpdate();
          }
        });
  }

  /** Nobody finds it any more; its versions stay readable. */
  void leaveSearch(String code) {
    database.write("DELETE FROM knowledge_search WHERE code = ?", code);
  }

  static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getInt("version"),
        new KnowledgeText(
            row.getString("title"),
            texts(row, "questions"),
            row.getString("answer"),
            row.getString("notes"),
            texts(row, "category_codes"),
            texts(row, "place_codes"),
            day(row, "valid_from"),
            day(row, "valid_to"),
            day(row, "review_by"),
            row.getString("change_note")),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("written_by"),
        instant(row, "published_at"),
        row.getString("published_by"));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Array texts(Connection tx, Collection<String> values) throws SQLException {
    return tx.createArrayOf("text", values.toArray());
  }
}
