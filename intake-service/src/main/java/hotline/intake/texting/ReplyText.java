package hotline.intake.texting;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a citizen answers to a message: a digit, where several cases wait the end of the number of
 * one of them, and words; or that no more messages are wanted. When in doubt it is not understood,
 * since a rating cannot be taken back.
 *
 * @param digit null where none was understood
 * @param caseEnd the last digits of the number of the case that is meant; null where none is named
 * @param words what else was written; null for nothing
 * @param stop whether no more messages are wanted (退订)
 */
record ReplyText(RatingDigit digit, String caseEnd, String words, boolean stop) {
  private static final ReplyText NOT_UNDERSTOOD = new ReplyText(null, null, null, false);
  private static final ReplyText STOP = new ReplyText(null, null, null, true);

  private static final Set<String> STOPS = Set.of("T", "TD", "退订", "STOP");
  private static final String AROUND = "[\\s\\p{P}\\p{S}]";

  /** "回复：1", "选 1" and "评价1" are what people write who repeat the question. */
  private static final Pattern LEAD =
      Pattern.compile("^" + AROUND + "*(?:回复|选择|评价|答复|回|选|答)?" + AROUND + "*");

  /** A digit that stands alone: "3天没人管" and "2楼的灯" are words. */
  private static final Pattern RATING =
      Pattern.compile(
          "^(\\d)"
              + "(?:[\\s\\p{P}\\p{S}]+(\\d[\\d-]{2,14}\\d)(?=$|[\\s\\p{P}\\p{S}]))?"
              + "(?:[\\s\\p{P}\\p{S}]+(.*))?$",
          Pattern.DOTALL);

  /**
   * Ranges, decimals, dates and hours are no ratings ("3-5天", "1.5个月", "2:30来人", "1/2"), nor are
   * several digits ("1 3"): only behind a space words may begin with a number.
   */
  private static final Pattern NUMBER =
      Pattern.compile("^\\d\\s*[\\p{P}\\p{S}][\\s\\p{P}\\p{S}]*\\d.*", Pattern.DOTALL);

  private static final Pattern DIGITS_ALONE =
      Pattern.compile("[\\d\\s\\p{P}\\p{S}]*\\d[\\d\\s\\p{P}\\p{S}]*");

  /** In words after a good rating they may say the opposite of the digit. */
  private static final Pattern DOUBT = Pattern.compile("[不没未无差烂假]|投诉|敷衍");

  private static final int SHORTEST_END = 4;
  private static final int LONGEST_WORDS = 1_000;

  static ReplyText read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (STOPS.contains(
        text.replaceAll("^" + AROUND + "+|" + AROUND + "+$", "").toUpperCase(Locale.ROOT))) {
      return STOP;
    }
    String told = LEAD.matcher(text).replaceFirst("");
    Matcher rating = RATING.matcher(told);
    if (!rating.matches() || isNumber(rating, told)) {
      return NOT_UNDERSTOOD;
    }
    RatingDigit digit = RatingDigit.of(rating.group(1).charAt(0));
    String end = rating.group(2) == null ? null : rating.group(2).replace("-", "");
    String words = rating.group(3) == null || rating.group(3).isBlank() ? null : rating.group(3);
    if (digit == null || (end != null && end.length() < SHORTEST_END)) {
      return NOT_UNDERSTOOD;
    }
    if (digit.isGood() && words != null && DOUBT.matcher(words).find()) {
      return NOT_UNDERSTOOD;
    }
    return new ReplyText(digit, end, words == null ? null : cut(words.strip()), false);
  }

  /** One written sign can stand for eighteen letters, and what a rating takes is limited. */
  private static String cut(String words) {
    return words.codePointCount(0, words.length()) > LONGEST_WORDS
        ? words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS))
        : words;
  }

  private static boolean isNumber(Matcher rating, String told) {
    String words = rating.group(3);
    return (rating.group(2) == null && NUMBER.matcher(told).matches())
        || (words != null && DIGITS_ALONE.matcher(words).matches());
  }

  boolean isRating() {
    return digit != null;
  }
}
