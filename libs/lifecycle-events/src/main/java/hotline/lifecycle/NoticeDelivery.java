package hotline.lifecycle;

/** How a copy of a notice came to its recipient (送达方式). */
public enum NoticeDelivery implements Coded {
  IN_SYSTEM("系统送达", "In the system"),
  BY_HAND("当面送达", "By hand"),
  BY_POST("邮寄送达", "By post");

  private final String zh;
  private final String en;

  NoticeDelivery(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
