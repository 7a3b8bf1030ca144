package hotline.intake.drafts;

import hotline.intake.vault.Contact;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;

/**
 * What lists show of a draft: enough to know it again, nothing to reach the reporter by.
 *
 * @param title at most 60 characters, without numbers and the name of the reporter; null without
 *     one
 * @param phone masked; null while it is no number
 */
record DraftHead(String title, String phone) {
  static final int LONGEST_TITLE = 60;

  /** Of what cannot be opened any more. */
  static final DraftHead UNREADABLE = new DraftHead(null, null);

  static DraftHead of(DraftForm form) {
    PhoneNumber phone = PhoneNumber.parse(form.phone()).orElse(null);
    Contact reporter = new Contact(text(form.name()), phone, null);
    // Masked before it is cut: half a number would no longer be known as one.
    String title = text(TextMask.mask(text(form.title()), reporter).text());
    return new DraftHead(shortened(title), phone == null ? null : phone.masked());
  }

  private static String text(String typed) {
    String one = typed == null ? "" : typed.replaceAll("\\s+", " ").strip();
    return one.isEmpty() ? null : one;
  }

  private static String shortened(String title) {
    return title == null || title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
  }
}
