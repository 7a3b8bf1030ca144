package hotline.dispatch.attachments;

import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.endorsement.DraftReaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Who reads a file: whoever reads a record that has it. Until one that the unit has submitted has
 * it, nobody but the unit does, as with its drafts.
 */
@ApplicationScoped
class AttachmentReaders {

  private final AttachmentStore store;
  private final DraftReaders drafts;

  AttachmentReaders(AttachmentStore store, DraftReaders drafts) {
    this.store = store;
    this.drafts = drafts;
  }

  /**
   * @throws NotFound when there is none, none any more, or none that may be read
   */
  AttachmentView find(Scope scope, UUID id) {
    return store
        .find(id)
        .filter(found -> !found.view().erased())
        .filter(
            found ->
                found.submitted()
                    ? scope.seesUnit(found.unitPath())
                    : drafts.read(scope, found.unitPath()))
        .map(AttachmentStore.Meta::view)
        .orElseThrow(() -> new NotFound("附件", "attachment"));
  }
}
