package hotline.intake.drafts;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.StaleVersion;
import hotline.intake.drafts.DraftStore.Saved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Saves an unfinished registration (存草稿). Each seat does so every few seconds: one statement, no
 * event, and no kept answer, since the row knows the act that wrote it last.
 */
@ApplicationScoped
class SaveDraft {
  /** Begun by one person; what is handed over to them comes on top. */
  static final int MOST = 30;

  private final DraftStore drafts;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  SaveDraft(DraftStore drafts, ObjectMapper json, Clock clock) {
    this.drafts = drafts;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param expected 0 for one that was not saved before
   * @param act the same for the same save sent again
   */
  @Transactional
  Saved save(UUID id, IfMatch expected, UUID act, DraftForm form, Actor owner) {
    byte[] content = DraftContent.of(form, json);
    DraftHead head = DraftHead.of(form);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return (expected.version() == 0
            ? drafts.begin(id, act, head, content, owner, MOST, now)
            : drafts.save(id, expected.version(), act, head, content, owner, now))
        .orElseThrow(() -> refusal(id, expected, owner));
  }

  private Refusal refusal(UUID id, IfMatch expected, Actor owner) {
    Draft there = drafts.find(id).orElse(null);
    if (there != null && there.belongsTo(owner)) {
      return new StaleVersion(expected.version(), there.version());
    }
    return drafts
        .handedOver(id, owner.userId())
        .map(Refusal.class::cast)
        .orElseGet(
            () ->
                there == null && expected.version() == 0
                    ? new TooManyDrafts(MOST)
                    : new NotFound("草稿", "draft"));
  }
}
