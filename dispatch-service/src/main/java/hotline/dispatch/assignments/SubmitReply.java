package hotline.dispatch.assignments;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Violations;
import hotline.dispatch.attachments.AttachmentChoice;
import hotline.dispatch.endorsement.DraftStore;
import hotline.dispatch.endorsement.EndorsementRuleStore;
import hotline.dispatch.templates.FillingIn;
import hotline.dispatch.templates.UsedTemplate;
import hotline.lifecycle.EndorsedAct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The unit submits its reply for review (答复). */
@ApplicationScoped
public class SubmitReply {

  private static final int LONGEST_TEXT = 20_000;

  private final UnitAct act;
  private final EndorsementRuleStore rules;
  private final DraftStore drafts;
  private final ReplySubmission submission;
  private final FillingIn filling;

  SubmitReply(
      UnitAct act,
      EndorsementRuleStore rules,
      DraftStore drafts,
      ReplySubmission submission,
      FillingIn filling) {
    this.act = act;
    this.rules = rules;
    this.drafts = drafts;
    this.submission = submission;
    this.filling = filling;
  }

  /**
   * What the clerk writes: for the file, and for the citizen.
   *
   * @param attachments files that were uploaded for this task; null when there are none
   * @param templates that were put into it (答复模板); null without any
   */
  @Schema(name = "ReplyEntry")
  public record Entry(
      String handlingText,
      String publicReply,
      Boolean claimedSolved,
      List<UUID> attachments,
      List<UsedTemplate> templates) {

    void check() {
      Violations wrong = new Violations();
      AttachmentChoice.check(wrong, attachments);
      FillingIn.check(wrong, handlingText, publicReply);
      FillingIn.check(wrong, templates);
      wrong
          .required(handlingText, "handlingText")
          .required(publicReply, "publicReply")
          .atMost(handlingText, LONGEST_TEXT, "handlingText")
          .atMost(publicReply, LONGEST_TEXT, "publicReply")
          .require(
              claimedSolved != null,
              "claimedSolved",
              "required",
              "请说明诉求是否已解决。",
              "Say whether the demand was solved.")
          .throwIfAny();
    }
  }

  /** Where the unit's rule asks for the signature of its leader, it waits for that first. */
  @Transactional
  public Outcome submit(Actor actor, UUID assignmentId, IfMatch expected, Entry entry) {
    entry.check();
    Assignment task =
        act.on(
            assignmentId,
            actor,
            expected,
            (held, cause) -> {
              filling.use(
                  held.assignment(),
                  entry.templates(),
                  new FillingIn.Written(entry.handlingText(), entry.publicReply()),
                  cause.at());
              return rules.recent().needs(EndorsedAct.REPLY, held, cause.at())
                  ? drafts.add(held, entry, cause)
                  : submission.submit(held, entry, cause.actor(), cause);
            });
    return task.endorsing().awaits() == EndorsedAct.REPLY
        ? Outcome.drafted(task)
        : Outcome.replied(task);
  }
}
