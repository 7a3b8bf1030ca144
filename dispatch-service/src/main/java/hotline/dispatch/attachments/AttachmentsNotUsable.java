package hotline.dispatch.attachments;

import hotline.access.Refusal;
import java.util.List;
import java.util.UUID;

/**
 * Some of the files cannot be attached to this act: removed meanwhile, or another unit's or case's.
 * Member {@code attachments} names them.
 */
class AttachmentsNotUsable extends Refusal {

  private static final long serialVersionUID = 1L;

  AttachmentsNotUsable(List<UUID> missing) {
    super(
        "attachments-not-usable",
        422,
        "附件不能使用",
        "Attachments cannot be used",
        "有 " + missing.size() + " 个附件已失效，或不是本单位为本工单上传的。没有提交任何内容，请移除后重新上传再提交。",
        missing.size()
            + " of the attachments are there no more, or were not uploaded by this unit for this"
            + " case. Nothing was submitted: remove them, upload them again and submit.");
    with("attachments", missing);
  }
}
