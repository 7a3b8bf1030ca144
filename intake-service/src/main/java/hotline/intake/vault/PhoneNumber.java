package hotline.intake.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number, however it was typed: the same line has the same canonical form.
 *
 * @param canonical E.164 such as {@code +8613800000000}, or a short code such as {@code 12345}
 * @param extension digits to dial afterwards, or null; belongs to the line, not to its identity
 */
public record PhoneNumber(String canonical, String extension) {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String HOME = "CN";
  private static final String COUNTRY = "+86";
  private static final String HOME_AREA_CODE = "0532";
  private static final int LONGEST = 40;

  private static final Pattern EXTENSION =
      Pattern.compile(
          "^(.*?\\d)\\s*(?:转|轉|分机|内线|ext\\.?|extension|x|#|,|;ext=)\\s*[:号]?\\s*(\\d{1,6})$",
          Pattern.CASE_INSENSITIVE);

  /** A landline with its extension after another dash: 0532-8555 0000-801. */
  private static final Pattern DASHED_EXTENSION =
      Pattern.compile("^(0\\d{2,3}[-\\s]?\\d{7,8}|\\d{7,8})-(\\d{1,6})$");

  /** Between the digits of a number that stands in a text. */
  private static final String GAP = "[ \\u00a0\\u3000.\\-\\u2010-\\u2015\\u200b-\\u200f/·]{0,3}";

  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/·]");
  private static final Pattern TYPED = Pattern.compile("[(\\s]*[+]?[\\d\\s().\\-/·]+");
  private static final Pattern SHORT_CODE =
      Pattern.compile("1\\d{2}|1[02]\\d{3}|123\\d{2}|9[56]\\d{3,4}|10[06]\\d{2}|100\\d{2}");
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern LOCAL_LANDLINE = Pattern.compile("[2-8]\\d{6,7}");

  /** Reads what a person typed; empty when it is no telephone number. */
  public static Optional<PhoneNumber> parse(String typed) {
    String text = tidy(typed);
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    String extension = null;
    Matcher marked = EXTENSION.matcher(text);
    Matcher dashed = DASHED_EXTENSION.matcher(text);
    if (marked.matches()) {
      text = marked.group(1);
      extension = marked.group(2);
    } else if (dashed.matches()) {
      text = dashed.group(1);
      extension = dashed.group(2);
    }
    if (!TYPED.matcher(text).matches()) {
      return Optional.empty();
    }
    String ext = extension;
    return canonical(SEPARATORS.matcher(text).replaceAll(""))
        .map(found -> new PhoneNumber(found, ext));
  }

  /** As a clerk dials it from within the country. */
  public String dialable() {
    String number =
        canonical.startsWith("+86")
            ? NUMBERS.format(parsed(), PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "")
            : canonical;
    return extension == null ? number : number + "转" + extension;
  }

  /** Whether a text message reaches it: a mobile number of this country. */
  public boolean isMobile() {
    return canonical.startsWith(COUNTRY)
        && MOBILE.matcher(canonical.substring(COUNTRY.length())).matches();
  }

  /** As it is shown to who must not dial it: {@code 138****0000}. */
  public String masked() {
    if (!canonical.startsWith("+")) {
      return canonical;
    }
    String number = new PhoneNumber(canonical, null).dialable();
    int shown = number.startsWith("0") ? 4 : 3;
    return number.substring(0, Math.min(shown, number.length()))
        + "****"
        + number.substring(Math.max(0, number.length() - 4));
  }

  /**
   * The line as it may stand in a text: with or without the code of its country and its area, with
   * gaps between the digits, and not within a longer number. Only of a canonical form of E.164.
   */
  Pattern asWritten() {
    Phonenumber.PhoneNumber number = parsed();
    String national = NUMBERS.getNationalSignificantNumber(number);
    int area = NUMBERS.getLengthOfGeographicalAreaCode(number);
    String country = "(?:(?:\\+|00)?" + number.getCountryCode() + GAP + ")?";
    String before =
        area == 0
            ? country + "0?"
            : "(?:"
                + country
                + "[(]?0?[)]?"
                + spread(national.substring(0, area))
                + "[)]?"
                + GAP
                + ")?";
    return Pattern.compile("(?<!\\d)" + before + spread(national.substring(area)) + "(?!\\d)");
  }

  private static String spread(String digits) {
    return String.join(GAP, digits.split(""));
  }

  /** Never the number itself: this ends up in logs. */
  @Override
  public String toString() {
    return "PhoneNumber[" + masked() + "]";
  }

  private static String tidy(String typed) {
    if (typed == null) {
      return "";
    }
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\u2010-\\u2015\\u2212\\u30fc\\uff70~]", "-")
        .replaceAll("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
        .strip();
  }

  private static Optional<String> canonical(String digits) {
    if (SHORT_CODE.matcher(digits).matches()) {
      return Optional.of(digits);
    }
    if (MOBILE.matcher(digits).matches()) {
      // Also of a range that was opened after the list of ranges was made.
      return Optional.of("+86" + digits);
    }
    if (LOCAL_LANDLINE.matcher(digits).matches()) {
      return valid(HOME_AREA_CODE + digits);
    }
    return valid(digits);
  }

  private static Optional<String> valid(String digits) {
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(digits, HOME);
      return NUMBERS.isValidNumber(number)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  private Phonenumber.PhoneNumber parsed() {
    try {
      return NUMBERS.parse(canonical, HOME);
    } catch (NumberParseException e) {
      throw new IllegalStateException("A canonical number cannot be read", e);
    }
  }
}
