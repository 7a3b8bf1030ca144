package hotline.dispatch.publicreplies;

import hotline.lifecycle.EventCodec;
import hotline.lifecycle.PublicReply;
import hotline.lifecycle.PublicReply.Answer;
import hotline.relay.OutboxRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A case with the answers that its citizen has been given, as they are said. */
final class AnsweredCase {

  /**
   * Of the answers and identifiers as they are written: a record that the log does not take would
   * refuse every further review of that case. The rest is for what stands around them.
   */
  static final int MOST_BYTES = OutboxRecord.MAX_BYTES / 5 * 4;

  private static final int BYTES_OF_AN_ID = 39;

  private final UUID caseId;
  private final String caseNo;
  private final List<UUID> handledWith;
  private final SortedMap<Integer, Answer> answers = new TreeMap<>();

  AnsweredCase(UUID caseId, String caseNo, List<UUID> handledWith) {
    this.caseId = caseId;
    this.caseNo = caseNo;
    this.handledWith = List.copyOf(handledWith);
  }

  /** The first of a round is the one that its citizen was told. */
  void add(Answer answer) {
    answers.putIfAbsent(answer.round(), answer);
  }

  /** Everything that was answered so far; of more than the log takes the newest. */
  PublicReply saidAt(Instant now) {
    List<Answer> newest = newest();
    return new PublicReply(
        caseId,
        caseNo,
        answers.size(),
        newest,
        // Of no answer nobody has to be taken out.
        newest.isEmpty() ? List.of() : handledWith,
        now);
  }

  private List<Answer> newest() {
    Deque<Answer> fitting = new ArrayDeque<>();
    List<Answer> newestFirst = new ArrayList<>(answers.values());
    Collections.reverse(newestFirst);
    long bytes = (long) handledWith.size() * BYTES_OF_AN_ID;
    for (Answer answer : newestFirst) {
      bytes += EventCodec.write(answer).length;
      if (bytes > MOST_BYTES) {
        break;
      }
      fitting.addFirst(answer);
    }
    return List.copyOf(fitting);
  }
}
