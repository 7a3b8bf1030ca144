package hotline.access;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers by which a person can be told, in a text that many will read. {@link #FORMS} knows them
 * by their form and leaves house numbers, dates, amounts and the numbers of meters; {@link
 * #withoutAnyLong} takes out whatever is long enough, where nothing else that is long is needed.
 */
public final class PersonNumbers {

  private static final String GAP = "[ \\u00a0\\u3000.\\-\\u2010-\\u2015\\uff0d]";

  /**
   * What a number of a person looks like, and what is left of it.
   *
   * @param group of the pattern that is the number; 0 for all of it
   * @param landline whether it may be that of an office
   */
  public record Form(
      Pattern pattern, int group, UnaryOperator<String> replacement, boolean landline) {
    Form(Pattern pattern, int group, UnaryOperator<String> replacement) {
      this(pattern, group, replacement, false);
    }
  }

  public static final List<Form> FORMS =
      List.of(
          new Form(
              Pattern.compile(
                  "(?<![\\w.%+-])[\\w.%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}+\\.){1,8}[A-Za-z]{2,24}"),
              0,
              found -> found.charAt(0) + "***" + found.substring(found.indexOf('@'))),
          new Form(
              Pattern.compile(
                  "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![\\dA-Za-z])"),
              0,
              found -> ends(found, 2, 2)),
          new Form(
              Pattern.compile(
                  "(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)"),
              0,
              found -> ends(found, 2, 2)),
          new Form(
              Pattern.compile(
                  "(?<!\\d)\\d{4}(?:" + GAP + "?\\d{4}){3}(?:" + GAP + "?\\d{1,3})?(?!\\d)"),
              0,
              found -> isCardNumber(found) ? ends(found, 0, 4) : found),
          new Form(
              Pattern.compile(
                  "(?<!\\d)(?:(?:\\+|00)?86"
                      + GAP
                      + "?)?1"
                      + GAP
                      + "?[3-9](?:"
                      + GAP
                      + "?\\d){9}(?!\\d)"),
              0,
              found -> ends(lastDigits(found, 11), 3, 4)),
          new Form(
              Pattern.compile(
                  "(?<!\\d)(?:(?:\\+|00)86"
                      + GAP
                      + "?)?[(]?(?:(?:010|02\\d)[)]?"
                      + GAP
                      + "{0,2}\\d{4}|0[3-9]\\d{2}[)]?"
                      + GAP
                      + "{0,2}\\d{3,4})"
                      + GAP
                      + "?\\d{4}(?!\\d)"),
              0,
              found -> areaCodeAndEnd(found.replaceAll("[^0-9]", "")),
              true),
          new Form(
              Pattern.compile(
                  "(?:电话|手机|座机|联系方式|联系号码|致电|拨打|(?i:tel|phone))[^\\d\\n]{0,6}([2-8]\\d{6,7})(?!\\d)"),
              1,
              found -> ends(found, 0, 4),
              true));

  /** Eleven digits and more, perhaps set apart. */
  private static final Pattern ANY_LONG =
      Pattern.compile("(?<!\\d)(?:\\d" + GAP + "?){10,20}[\\dXx](?!\\d)");

  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d[-.]\\d\\d?[-.]\\d\\d?(?!\\d)");

  /** Case numbers are thirteen digits that begin with a day: they are no person's. */
  private static final Pattern CASE_NUMBER =
      Pattern.compile("\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{7}");

  private static final int KEPT = 4;

  private PersonNumbers() {}

  /**
   * The text with the last four digits of every number of eleven to twenty-one digits; null of
   * none.
   */
  public static String withoutAnyLong(String text) {
    if (text == null) {
      return null;
    }
    // Full-width digits count like others: the pattern sees a copy of the same length.
    Matcher found = ANY_LONG.matcher(narrow(text));
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    int from = 0;
    while (found.find(from)) {
      Matcher day = DAY.matcher(found.group());
      if (day.lookingAt()) {
        // What follows the day may be a number of its own.
        from = found.start() + day.end();
        continue;
      }
      from = found.end();
      if (CASE_NUMBER.matcher(found.group()).matches()) {
        continue;
      }
      String digits = found.group().replaceAll("[^0-9Xx]", "");
      masked
          .append(text, copied, found.start())
          .append("****")
          .append(digits.substring(digits.length() - KEPT));
      copied = found.end();
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** Of the same length, with full-width signs as the others. */
  public static String narrow(String text) {
    char[] narrow = text.toCharArray();
    for (int i = 0; i < narrow.length; i++) {
      char c = narrow[i];
      if (c >= '\uff01' && c <= '\uff5e') {
        narrow[i] = (char) (c - 0xfee0);
      }
    }
    return new String(narrow);
  }

  private static String areaCodeAndEnd(String digits) {
    String number = digits.replaceFirst("^(00)?86(?=0)", "");
    return ends(number, number.matches("0[12].*") ? 3 : 4, 4);
  }

  private static String ends(String value, int first, int last) {
    return value.substring(0, first) + "****" + value.substring(value.length() - last);
  }

  private static String lastDigits(String value, int count) {
    String digits = value.replaceAll("[^0-9]", "");
    return digits.substring(digits.length() - count);
  }

  /** Luhn: nearly every other number of that length is none. */
  private static boolean isCardNumber(String value) {
    String digits = value.replaceAll("[^0-9]", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
