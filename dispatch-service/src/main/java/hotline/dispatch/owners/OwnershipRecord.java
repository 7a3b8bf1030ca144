package hotline.dispatch.owners;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that was said or done about an owned case; added, never changed.
 *
 * @param words the plan, the result of a visit, a reason, a conclusion; null for what came by
 *     itself
 * @param visitedOn of a visit, as place and met
 * @param leaderUnitId the leader who owns it from then on or is proposed to; null otherwise
 */
public record OwnershipRecord(
    int recordNo,
    RecordKind kind,
    String words,
    LocalDate visitedOn,
    String place,
    List<Met> met,
    String leaderUnitId,
    String leaderUnitName,
    String leaderPost,
    Instant at) {

  static OwnershipRecord of(RecordKind kind, String words) {
    return new OwnershipRecord(0, kind, words, null, null, List.of(), null, null, null, null);
  }

  static OwnershipRecord about(RecordKind kind, String words, Leader leader) {
    return new OwnershipRecord(
        0, kind, words, null, null, List.of(), leader.unitId(), null, leader.post(), null);
  }

  static OwnershipRecord visit(String result, LocalDate on, String place, List<Met> met) {
    return new OwnershipRecord(
        0, RecordKind.VISITED, result, on, place, List.copyOf(met), null, null, null, null);
  }
}
