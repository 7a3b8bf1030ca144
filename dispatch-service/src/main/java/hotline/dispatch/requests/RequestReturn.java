package hotline.dispatch.requests;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.Outcome;
import hotline.dispatch.assignments.UnitAct;
import hotline.dispatch.assignments.UnitRequest;
import hotline.dispatch.attachments.AttachmentChoice;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.endorsement.DraftStore;
import hotline.dispatch.endorsement.EndorsementRuleStore;
import hotline.lifecycle.EndorsedAct;
import hotline.lifecycle.ReturnReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit asks to give the task back (退单申请). */
@ApplicationScoped
public class RequestReturn {

  private final UnitAct act;
  private final EndorsementRuleStore rules;
  private final DraftStore drafts;
  private final ReturnSubmission submission;
  private final DirectoryStore directory;

  RequestReturn(
      UnitAct act,
      EndorsementRuleStore rules,
      DraftStore drafts,
      ReturnSubmission submission,
      DirectoryStore directory) {
    this.act = act;
    this.rules = rules;
    this.drafts = drafts;
    this.submission = submission;
    this.directory = directory;
  }

  /**
   * Why it is not the unit's, by which rule, and whose it is.
   *
   * @param attachments files that were uploaded for this task; null when there are none
   */
  @Schema(name = "ReturnRequestEntry")
  public record Entry(
      ReturnReason reason, String legalBasis, String suggestedUnitId, List<UUID> attachments) {

    void check(Directory known) {
      boolean suggests = suggestedUnitId != null && !suggestedUnitId.isBlank();
      Violations wrong = new Violations();
      AttachmentChoice.check(wrong, attachments);
      wrong
          .require(reason != null, "reason", "required", "请选择退单原因。", "Say why it is returned.")
          .required(legalBasis, "legalBasis")
          .atMost(legalBasis, UnitRequest.LONGEST_BASIS, "legalBasis")
          .require(
              !suggests || known.unit(suggestedUnitId).isPresent(),
              "suggestedUnitId",
              "unknown-unit",
              "没有这个承办单位。请从列表中选择。",
              "There is no such unit. Choose one from the list.")
          .throwIfAny();
    }

    public String suggested() {
      return suggestedUnitId == null || suggestedUnitId.isBlank() ? null : suggestedUnitId;
    }
  }

  /**
   * Where the unit's rule asks for the signature of its leader, it waits for that first; the window
   * ends all the same.
   */
  @Transactional
  public Outcome ask(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check(directory.recent());
    Assignment asking =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) ->
                rules.recent().needs(EndorsedAct.RETURN, held, cause.at())
                    ? drafts.add(held, entry, submission.allowed(held, cause).returnUntil(), cause)
                    : submission.submit(held, entry, cause.actor(), cause));
    return asking.endorsing().awaits() == EndorsedAct.RETURN
        ? Outcome.drafted(asking)
        : Outcome.asked(asking);
  }
}
