package hotline.dispatch.attachments;

import hotline.access.Refusal;

/**
 * Some of the files cannot be attached to this act: removed meanwhile, or another unit's or case's.
 */
class AttachmentsNotUsable extends Refusal {

  private static final long serialVersionUID = 1L;

  AttachmentsNotUsable(int missing) {
    super(
        "attachments-not-usable",
        422,
        "附件不能使用",
        "Attachments cannot be used",
        "有 " + missing + " 个附件已失效，或不是本单位为本工单上传的。没有提交任何内容，请移除后重新上传再提交。",
        missing
            + " of the attachments are there no more, or were not uploaded by this unit for this"
            + " case. Nothing was submitted: remove them, upload them again and submit.");
  }
}
