package hotline.access;

/** The asker may not do this. */
public class Forbidden extends Refusal {
  private static final long serialVersionUID = 1L;

  public Forbidden(String detailZh, String detailEn) {
    this("forbidden", detailZh, detailEn);
  }

  protected Forbidden(String slug, String detailZh, String detailEn) {
    super(slug, 403, "无权操作", "Not allowed", detailZh, detailEn);
  }

  public static Forbidden byRole() {
    return new Forbidden(
        "您的岗位不能进行此操作。如需权限，请联系管理员。",
        "Your role may not do this. Ask an administrator if you need the right.");
  }

  public static Forbidden otherUnit() {
    return new Forbidden(
        "other-unit",
        "该事项不属于您的单位，不能代其操作。",
        "This belongs to another unit; you may not act for it.");
  }

  public static Forbidden samePerson() {
    return new Forbidden(
        "same-person",
        "同一诉求的办理、审核、回访须由不同人员完成，请交由他人处理。",
        "Handling, review and callback of one case are done by different people; leave it to someone else.");
  }
}
