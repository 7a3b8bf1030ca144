package hotline.intake.drafts;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A draft ends with its key: it is discarded by its owner, or was registered (舍弃、登记). */
@ApplicationScoped
public class DiscardDraft {
  private final DraftStore drafts;
  private final Clock clock;

  @Inject
  DiscardDraft(DraftStore drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * @param reason may be null of what nobody else had: one that was handed over is a citizen's
   *     request that somebody else has heard, and leaves a record
   */
  @Transactional
  void discard(UUID id, IfMatch expected, DiscardReason reason, Actor owner) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!drafts.discard(id, owner.userId(), expected.version(), reason, now)) {
      throw refusal(id, expected, owner);
    }
  }

  private Refusal refusal(UUID id, IfMatch expected, Actor owner) {
    return drafts
        .find(id)
        .filter(there -> there.belongsTo(owner))
        .map(
            there ->
                there.version() == expected.version()
                    ? noReason()
                    : (Refusal) new StaleVersion(expected.version(), there.version()))
        .or(() -> drafts.handedOver(id, owner.userId()))
        .orElseGet(() -> new NotFound("草稿", "draft"));
  }

  private static Refusal noReason() {
    return new Invalid(
        "reason",
        "required",
        "该草稿由他人转来，舍弃前请选择原因；没有可选项时请刷新页面后再试。",
        "This draft was handed over by somebody else: choose why it is discarded. Where there is"
            + " nothing to choose, reload the page.");
  }

  /**
   * In the transaction that writes the case. One that is not there is left as it is.
   *
   * @param id as the page says it; null without one
   * @throws DraftHandedOver when somebody else has it by now: one call must not become two cases
   *     unnoticed. Who had it keeps what was typed, and may go on with it as a draft of the own.
   */
  @Transactional
  public void registered(String id, Actor owner) {
    UUID draft = DraftId.told(id).orElse(null);
    if (draft != null && !drafts.finish(draft, owner.userId()) && drafts.find(draft).isPresent()) {
      drafts
          .handedOver(draft, owner.userId())
          .ifPresent(
              elsewhere -> {
                throw elsewhere;
              });
    }
  }

  /** The same of an emergency, which fails for the sake of no draft. */
  @Transactional
  public void becameEmergency(String id, Actor owner) {
    DraftId.told(id).ifPresent(draft -> drafts.finish(draft, owner.userId()));
  }
}
