package hotline.access;

/** An act came without an idempotency key, or with one that cannot be used. */
public class KeyRequired extends Refusal {
  private static final long serialVersionUID = 1L;

  public KeyRequired() {
    super(
        "idempotency-key-required",
        400,
        "缺少请求标识",
        "Idempotency-Key required",
        "请在 Idempotency-Key 请求头中给出本次操作的唯一标识（1 至 200 个可见 ASCII 字符，建议用 UUID）；重试时使用同一标识。",
        "Give this act a key of its own in the Idempotency-Key header (1 to 200 visible ASCII characters, a UUID is best) and use the same one to retry.");
  }
}
