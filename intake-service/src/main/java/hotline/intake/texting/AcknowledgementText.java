package hotline.intake.texting;

/** Whether the citizen gets number and query code by text message (短信). */
public enum AcknowledgementText {
  /** It is on its way. */
  ON_ITS_WAY,
  /** No mobile number was given. */
  NO_MOBILE,
  /** The number wants no messages (退订). */
  STOPPED,
  /** This centre sends none. */
  OFF
}
