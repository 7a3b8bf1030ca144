package hotline.dispatch.assignments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.dispatch.casefiles.FileView;
import hotline.dispatch.decisions.RoutingView;
import hotline.lifecycle.CancellationReason;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.RecallReason;
import java.util.List;

/**
 * An assignment with everything its people need.
 *
 * @param file null until the text of the case has arrived
 * @param requests what the unit asked the centre for, the first first
 * @param allowances what it may ask for now
 * @param partNote of a part: what the unit above asks for; null when it said nothing
 * @param needsEndorsement what the unit submits only with the signature of its leader now
 * @param answersAlso how many cases are handled together with it (并单): its reply answers their
 *     citizens, too
 * @param cancelled why it ended without a reply; null when it did not
 * @param recall why the centre took it back; null when it did not
 */
public record AssignmentDetail(
    @JsonUnwrapped AssignmentView assignment,
    FileView file,
    List<ContactAttempt> contactAttempts,
    List<Reply> replies,
    List<UnitRequest> requests,
    AllowanceView allowances,
    List<EndorsedAct> needsEndorsement,
    long answersAlso,
    Recall recall,
    CancellationReason cancelled,
    String partNote,
    RoutingView routing) {

  /** Why the centre took it back (改派). */
  public record Recall(RecallReason reason, String note) {

    static Recall of(Assignment assignment) {
      return assignment.recallReason() == null
          ? null
          : new Recall(assignment.recallReason(), assignment.recallNote());
    }
  }
}
