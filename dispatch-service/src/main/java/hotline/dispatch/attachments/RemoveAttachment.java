package hotline.dispatch.attachments;

import hotline.access.Actor;
import hotline.access.NotFound;
import hotline.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * A unit takes away a file that it has uploaded and not submitted (移除), also one that only a draft
 * had which was taken back or sent back.
 */
@ApplicationScoped
public class RemoveAttachment {

  private final AttachmentStore store;

  RemoveAttachment(AttachmentStore store) {
    this.store = store;
  }

  /**
   * @throws AttachmentOfRecord when a record has it, which keeps it
   */
  @Transactional
  public void remove(Actor actor, UUID id) {
    AttachmentStore.Meta file = store.find(id).orElseThrow(() -> new NotFound("附件", "attachment"));
    Scope.of(actor).requireMayActForUnit(file.unitPath());
    if (!store.remove(id)) {
      throw new AttachmentOfRecord();
    }
  }
}
