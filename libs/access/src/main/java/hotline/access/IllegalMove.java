package hotline.access;

/** The thing is in a state that does not allow this act. */
public class IllegalMove extends Refusal {
  private static final long serialVersionUID = 1L;

  public IllegalMove(String detailZh, String detailEn) {
    this("illegal-move", detailZh, detailEn);
  }

  protected IllegalMove(String slug, String detailZh, String detailEn) {
    super(slug, 409, "当前状态不能进行此操作", "Not possible in the present state", detailZh, detailEn);
  }
}
