package hotline.intake.texting;

/** How long a text may be, and what it costs: UCS-2, as every text here has Chinese in it. */
final class TextLength {
  /** UTF-16 units of one short message. */
  static final int ALONE = 70;

  /** Of each part of a longer one, whose header takes three. */
  static final int OF_A_PART = 67;

  /** Parts that are sent at most; what is longer is a mistake of whoever configured the words. */
  static final int MOST_PARTS = 8;

  private TextLength() {}

  /** As many short messages as the network carries and the operator counts. */
  static int parts(String text) {
    int units = text.length();
    return units <= ALONE ? 1 : (units + OF_A_PART - 1) / OF_A_PART;
  }

  /** The text, cut behind a whole character when nobody could send it. */
  static String limited(String text) {
    int most = OF_A_PART * MOST_PARTS;
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
