package hotline.intake.vault;

import hotline.access.PersonNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
    for (PersonNumbers.Form form : PersonNumbers.FORMS) {
      masked = apply(form, masked, form.landline() ? landlines : any -> true, found);
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

  private static String apply(
      PersonNumbers.Form form, String text, Predicate<String> masks, List<String> found) {
    // Full-width digits count like others: patterns see a copy of the same length.
    Matcher matcher = form.pattern().matcher(PersonNumbers.narrow(text));
    StringBuilder masked = null;
    int copied = 0;
    while (matcher.find()) {
      String seen = matcher.group(form.group());
      String replacement = form.replacement().apply(seen);
      if (!replacement.equals(seen) && masks.test(seen)) {
        masked = masked == null ? new StringBuilder() : masked;
        masked.append(text, copied, matcher.start(form.group())).append(replacement);
        copied = matcher.end(form.group());
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
}
