package hotline.intake.texting;

import hotline.access.IllegalMove;

/** Number and query code of this case are not sent again. */
final class AcknowledgementRefused extends IllegalMove {
  private static final long serialVersionUID = 1L;

  private AcknowledgementRefused(String slug, String zh, String en) {
    super(slug, zh, en);
  }

  static AcknowledgementRefused off() {
    return new AcknowledgementRefused(
        "texting-off", "本中心未开通短信，请口头告知。", "This centre sends no text messages; tell the citizen.");
  }

  static AcknowledgementRefused noMobile() {
    return new AcknowledgementRefused(
        "no-mobile", "诉求人未留手机号码，无法发送短信。", "The citizen left no mobile number to write to.");
  }

  static AcknowledgementRefused stopped() {
    return new AcknowledgementRefused(
        "number-stopped",
        "该号码已退订短信；诉求人同意后可先恢复短信，再重发。",
        "This number wants no messages; once the citizen agrees, allow them again and then send.");
  }

  static AcknowledgementRefused waits() {
    return new AcknowledgementRefused(
        "message-waits",
        "上一条短信还在等待发送，请稍后再试。",
        "The last message still waits to be sent; try again later.");
  }

  static AcknowledgementRefused often(int most) {
    return new AcknowledgementRefused(
        "sent-often",
        "登记短信已发送 " + most + " 次，不再重发。",
        "Number and code were sent " + most + " times already.");
  }

  static AcknowledgementRefused codeForgotten() {
    return new AcknowledgementRefused(
        "code-forgotten",
        "查询码已不可恢复，无法重发；请按工单编号口头告知进度。",
        "The query code is not known any more; tell the citizen how the case stands.");
  }
}
