package hotline.intake.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes numbers of persons out of a text that many will read: telephone numbers, identity cards,
 * bank cards, e-mail addresses, and the reporter's own name. House numbers, dates, amounts and the
 * numbers of meters stay.
 */
public final class TextMask {

  /** What is left of the text, and what was taken out in the order of the text. */
  public record Masked(String text, List<String> found) {
    public boolean changed() {
      return !found.isEmpty();
    }
  }

  /** What a number of a person looks like, and what is left of it. */
  record Rule(Pattern pattern, int group, UnaryOperator<String> replacement, boolean landline) {
    Rule(Pattern pattern, int group, UnaryOperator<String> replacement) {
      this(pattern, group, replacement, false);
    }
  }

  private static final String GAP = "[ \\u00a0\\u3000.\\-\\u2010-\\u2015\\uff0d]";

  static final List<Rule> RULES =
      List.of(
          new Rule(
              Pattern.compile(
                  "(?<![\\w.%+-])[\\w.%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}+\\.){1,8}[A-Za-z]{2,24}"),
              0,
              found -> found.charAt(0) + "***" + found.substring(found.indexOf('@'))),
          new Rule(
              Pattern.compile(
                  "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![\\dA-Za-z])"),
              0,
              found -> ends(found, 2, 2)),
          new Rule(
              Pattern.compile(
                  "(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)"),
              0,
              found -> ends(found, 2, 2)),
          new Rule(
              Pattern.compile(
                  "(?<!\\d)\\d{4}(?:" + GAP + "?\\d{4}){3}(?:" + GAP + "?\\d{1,3})?(?!\\d)"),
              0,
              found -> isCardNumber(found) ? ends(found, 0, 4) : found),
          new Rule(
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
          new Rule(
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
          new Rule(
              Pattern.compile(
                  "(?:电话|手机|座机|联系方式|联系号码|致电|拨打|(?i:tel|phone))[^\\d\\n]{0,6}([2-8]\\d{6,7})(?!\\d)"),
              1,
              found -> ends(found, 0, 4),
              true));

  private static final String SAYS_WHO = "(?:我是|我叫|姓名|名叫|本人|联系人|诉求人|投诉人|举报人|来电人)[:： 是为叫]{0,3}";

  private TextMask() {}

  /** Masks the text of somebody's request. */
  public static Masked mask(String text, Contact reporter) {
    return mask(text, reporter, landline -> true);
  }

  /**
   * The same of what the centre tells a citizen (答复): the landline of an office that it names is no
   * person's, unless it is the reporter's own.
   */
  public static Masked maskAnswer(String text, Contact reporter) {
    return mask(text, reporter, landline -> isOf(reporter, landline));
  }

  private static Masked mask(String text, Contact reporter, Predicate<String> landlines) {
    if (text == null) {
      return new Masked(null, List.of());
    }
    List<String> found = new ArrayList<>();
    String masked = text;
    for (Rule rule : RULES) {
      masked = apply(rule, masked, rule.landline() ? landlines : any -> true, found);
    }
    return new Masked(withoutName(masked, reporter, found), List.copyOf(found));
  }

  private static boolean isOf(Contact reporter, String landline) {
    String line = PhoneNumber.parse(landline).map(PhoneNumber::canonical).orElse(null);
    return reporter != null
        && line != null
        && Stream.of(reporter.phone(), reporter.altPhone())
            .anyMatch(own -> own != null && own.canonical().equals(line));
  }

  /**
   * A text that somebody has read masked and changed, as it would have been told: each mask that is
   * left in it stands for what it stood for.
   *
   * @param original the text as it was told, before the change
   */
  public static String unmask(String changed, String original, Contact reporter) {
    String told = changed;
    for (String found : mask(original, reporter).found()) {
      String mask = mask(found, reporter).text();
      if (!mask.equals(found)) {
        told = told.replaceFirst(Pattern.quote(mask), Matcher.quoteReplacement(found));
      }
    }
    return told;
  }

  private static String apply(Rule rule, String text, Predicate<String> masks, List<String> found) {
    // Full-width digits count like others: patterns see a copy of the same length.
    Matcher matcher = rule.pattern().matcher(narrow(text));
    StringBuilder masked = null;
    int copied = 0;
    while (matcher.find()) {
      String seen = matcher.group(rule.group());
      String replacement = rule.replacement().apply(seen);
      if (!replacement.equals(seen) && masks.test(seen)) {
        masked = masked == null ? new StringBuilder() : masked;
        masked.append(text, copied, matcher.start(rule.group())).append(replacement);
        copied = matcher.end(rule.group());
        found.add(seen);
      }
    }
    return masked == null ? text : masked.append(text, copied, text.length()).toString();
  }

  /** A name of two characters may be a word (文明): it is taken out only where it says who. */
  private static String withoutName(String text, Contact reporter, List<String> found) {
    if (reporter == null || reporter.name() == null) {
      return text;
    }
    String name = reporter.name();
    int length = name.codePointCount(0, name.length());
    if (length < 2 || !text.contains(name)) {
      return text;
    }
    Pattern where =
        length == 2
            ? Pattern.compile("(?<=" + SAYS_WHO + ")" + Pattern.quote(name))
            : Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE);
    Matcher matcher = where.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    found.add(name);
    return matcher.replaceAll(Matcher.quoteReplacement(reporter.maskedName()));
  }

  /** Of the same length, with full-width signs as the others. */
  static String narrow(String text) {
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
