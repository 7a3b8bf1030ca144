package hotline.intake.texting;

/** Where a text message stands. */
public enum TextState {
  /** For the gateway, for the morning, or for another attempt. */
  WAITING,
  /** Told in the message of another case of the same call. */
  TOGETHER,
  /** The gateway has it. */
  SENT,
  /** On the telephone of the citizen. */
  DELIVERED,
  /** The network gave it up. */
  UNDELIVERED,
  /** The gateway refused it. */
  FAILED,
  /** It was too old to make sense before it could be sent. */
  EXPIRED,
  /** Not sent: the number wants no messages (退订). */
  STOPPED,
  /** Not sent: who reported is no longer in the vault. */
  ERASED
}
