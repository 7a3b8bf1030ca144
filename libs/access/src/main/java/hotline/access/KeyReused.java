package hotline.access;

/** An idempotency key came again with another request. */
public class KeyReused extends Refusal {
  private static final long serialVersionUID = 1L;

  public KeyReused() {
    super(
        "idempotency-key-reused",
        422,
        "请求标识重复使用",
        "Idempotency key reused",
        "该 Idempotency-Key 已用于另一内容不同的请求。新的操作请使用新的标识。",
        "This Idempotency-Key was used for a request with other content. Use a new key for a new act.");
  }
}
