package hotline.dispatch.publicreplies;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which cases were handled together at some time (并单), read once for all that are asked about. */
final class HandledTogether {

  private static final String MERGINGS =
      """
      select m.case_id, m.main_case_id, f.erased, mf.erased from merging m
      left join case_file f on f.case_id = m.case_id
      left join case_file mf on mf.case_id = m.main_case_id
      where m.main_case_id = any(?)
        or m.main_case_id in (select o.main_case_id from merging o where o.case_id = any(?))
      """;

  private final Map<UUID, Set<UUID>> followers = new HashMap<>();
  private final Map<UUID, Set<UUID>> mains = new HashMap<>();

  private final Set<UUID> erased = new HashSet<>();

  private HandledTogether() {}

  static HandledTogether with(Connection tx, Collection<UUID> caseIds) throws SQLException {
    HandledTogether together = new HandledTogether();
    try (PreparedStatement sql = tx.prepareStatement(MERGINGS)) {
      Array ids = tx.createArrayOf("uuid", caseIds.toArray());
      sql.setArray(1, ids);
      sql.setArray(2, ids);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          UUID follower = row.getObject(1, UUID.class);
          UUID main = row.getObject(2, UUID.class);
          together.add(follower, main);
          if (row.getBoolean(3)) {
            together.erased.add(follower);
          }
          if (row.getBoolean(4)) {
            together.erased.add(main);
          }
        }
      }
    }
    return together;
  }

  private void add(UUID follower, UUID main) {
    followers.computeIfAbsent(main, any -> new HashSet<>()).add(follower);
    mains.computeIfAbsent(follower, any -> new HashSet<>()).add(main);
  }

  /** Those that follow it or did, those that it followed, and who followed those. */
  List<UUID> with(UUID caseId) {
    Set<UUID> found = new HashSet<>(followers.getOrDefault(caseId, Set.of()));
    for (UUID main : mains.getOrDefault(caseId, Set.of())) {
      found.add(main);
      found.addAll(followers.get(main));
    }
    found.remove(caseId);
    return List.copyOf(found);
  }

  /** Whether one of those was erased. */
  boolean anErasedOne(UUID caseId) {
    return !erased.isEmpty() && with(caseId).stream().anyMatch(erased::contains);
  }
}
