package hotline.dispatch.attachments;

import hotline.access.Refusal;

/** A file that a record has stays with it. */
class AttachmentOfRecord extends Refusal {

  private static final long serialVersionUID = 1L;

  AttachmentOfRecord() {
    super(
        "attachment-of-record",
        409,
        "附件已提交",
        "The attachment was submitted",
        "该附件已随答复、申请、整改或送签稿提交，不能移除。送签稿中的，请先撤回送签。",
        "A reply, a request, a rectification or a draft has it, so that it stays. Take the draft back"
            + " first if it is one.");
  }
}
