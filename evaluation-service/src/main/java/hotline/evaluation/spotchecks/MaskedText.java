package hotline.evaluation.spotchecks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a checker writes, without the numbers of persons: telephones, identity cards and bank cards
 * keep their last four digits only.
 */
final class MaskedText {

  private static final String GAP = "[ \\u00a0\\u3000.\\-\\u2010-\\u2015\\uff0d]?";

  /** Eleven digits and more, perhaps set apart. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?:\\d" + GAP + "){10,20}[\\dXx](?!\\d)");

  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d[-.]\\d\\d?[-.]\\d\\d?(?!\\d)");

  /** Case numbers are thirteen digits that begin with a day: they are no person's. */
  private static final Pattern CASE_NUMBER =
      Pattern.compile("\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{7}");

  private static final int KEPT = 4;

  private MaskedText() {}

  static String of(String text) {
    if (text == null) {
      return null;
    }
    // Full-width digits count like others: the pattern sees a copy of the same length.
    Matcher found = NUMBER.matcher(narrow(text));
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

  private static String narrow(String text) {
    char[] narrow = text.toCharArray();
    for (int i = 0; i < narrow.length; i++) {
      if (narrow[i] >= '\uff10' && narrow[i] <= '\uff19') {
        narrow[i] = (char) (narrow[i] - 0xfee0);
      }
    }
    return new String(narrow);
  }
}
