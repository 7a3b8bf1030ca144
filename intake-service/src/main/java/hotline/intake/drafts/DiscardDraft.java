package hotline.intake.drafts;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.NotFound;
import hotline.access.Refusal;
import hotline.access.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A draft ends with its key: it is discarded by its owner, or was registered (舍弃、登记). */
@ApplicationScoped
public class DiscardDraft {
  private final DraftStore drafts;

  @Inject
  DiscardDraft(DraftStore drafts) {
    this.drafts = drafts;
  }

  @Transactional
  void discard(UUID id, IfMatch expected, Actor owner) {
    if (!drafts.discard(id, owner.userId(), expected.version())) {
      throw refusal(id, expected, owner);
    }
  }

  private Refusal refusal(UUID id, IfMatch expected, Actor owner) {
    return drafts
        .find(id)
        .filter(there -> there.belongsTo(owner))
        .<Refusal>map(there -> new StaleVersion(expected.version(), there.version()))
        .or(() -> drafts.handedOver(id, owner.userId()))
        .orElseGet(() -> new NotFound("草稿", "draft"));
  }

  /**
   * In the transaction that writes the case. No request of a citizen fails for the sake of a draft:
   * one that is not there, or is somebody else's by now, is left as it is.
   *
   * @param id as the page says it; null without one
   */
  @Transactional
  public void registered(String id, Actor owner) {
    DraftId.told(id).ifPresent(draft -> drafts.finish(draft, owner.userId()));
  }
}
