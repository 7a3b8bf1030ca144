package hotline.dispatch.attachments;

import hotline.access.Refusal;

/** The client stopped sending in the middle of a file. */
class UploadBrokeOff extends Refusal {

  private static final long serialVersionUID = 1L;

  UploadBrokeOff() {
    super(
        "upload-broke-off",
        408,
        "上传中断",
        "The upload broke off",
        "文件没有传完，没有保存。请检查网络后重新上传。",
        "The file did not arrive whole and was not kept. Check the network and upload it again.");
  }
}
