package hotline.intake.vault;

import hotline.access.PersonNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes who asked out of what a unit tells them (公开答复), perhaps several who asked for the same: of
 * the reader a mask is left, of the others nothing. Their names and numbers are searched as the
 * vault knows them, however they are written; numbers of other persons go by their form, landlines
 * of offices stay.
 *
 * <p>Made once for all who are answered together: what is found in a text is the same for each.
 */
public final class ReplyMask {

  /** Something of a person as it may be written; two persons may have the same. */
  private record Sought(Pattern pattern, int length, boolean word, String mask, Set<UUID> whose) {}

  /** A part of a text that nobody reads: of whom it tells, and what is left of it for those. */
  private record Found(int start, int end, String mask, Set<UUID> whose) {}

  // Of somebody else not even how the name begins.
  private static final String STRANGER = "***";
  // Stands in the searched copy where something was found: no character of any text.
  private static final char TAKEN = '\uffff';

  private static final Set<UUID> ANYBODY = Set.of();

  private static final Pattern SPOKEN_TO_OR_OF =
      Pattern.compile(
          "(?:我是|我叫|姓名|名叫|本人|联系人|诉求人|投诉人|举报人|来电人|尊敬的|市民|居民|群众|业主|住户|户主|租户|用户|村民"
              + "|反映人|当事人|与|向|致电|告知|通知|回复|联系|回访)[:： 是为叫]{0,3}$");
  private static final Pattern AS_A_PERSON =
      Pattern.compile(
          "^ ?(?:先生|女士|小姐|同志|同学|老师|师傅|阿姨|大爷|大妈|老人|您|你好|反映|来电|本人|的诉求|家|表示|对|称|认为|确认|满意)");
  private static final Pattern AS_A_GREETING = Pattern.compile("^[,，:：！!]");
  private static final Pattern AND_AFTER = Pattern.compile("^ ?[、和与及] ?" + TAKEN);
  private static final Pattern AND_BEFORE = Pattern.compile(TAKEN + " ?[、和与及] ?$");
  private static final int CONTEXT = 12;

  private final List<Sought> numbers;
  private final List<Sought> names;
  private final Map<String, List<Found>> foundIn = new HashMap<>();

  /**
   * @param asked who is answered, each by the own case
   */
  public ReplyMask(Map<UUID, Contact> asked) {
    Map<String, Sought> numbers = new HashMap<>();
    Map<String, Sought> names = new HashMap<>();
    asked.forEach(
        (caseId, contact) -> {
          seek(numbers, caseId, contact.phone());
          seek(numbers, caseId, contact.altPhone());
          ReporterName.of(contact.name()).ifPresent(name -> seek(names, caseId, name));
        });
    this.numbers = longestFirst(numbers);
    this.names = longestFirst(names);
  }

  /** The text as the reporter of a case reads it; null of no text. */
  public String mask(String text, UUID reader) {
    if (text == null) {
      return null;
    }
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    for (Found one : foundIn.computeIfAbsent(text, this::search)) {
      boolean stranger = !one.whose().isEmpty() && !one.whose().contains(reader);
      masked.append(text, copied, one.start()).append(stranger ? STRANGER : one.mask());
      copied = one.end();
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static void seek(Map<String, Sought> numbers, UUID caseId, PhoneNumber number) {
    // A number that everybody knows (12345) has no mask.
    if (number != null && number.canonical().startsWith("+")) {
      numbers
          .computeIfAbsent(
              number.canonical(),
              line ->
                  new Sought(
                      number.asWritten(), line.length(), false, number.masked(), new HashSet<>()))
          .whose()
          .add(caseId);
    }
  }

  private static void seek(Map<String, Sought> names, UUID caseId, ReporterName name) {
    names
        .computeIfAbsent(
            name.text(),
            text ->
                new Sought(
                    name.asWritten(),
                    name.length(),
                    name.maybeWord(),
                    name.masked(),
                    new HashSet<>()))
        .whose()
        .add(caseId);
  }

  /** A name within a longer one is not that name. */
  private static List<Sought> longestFirst(Map<String, Sought> sought) {
    return sought.values().stream()
        .sorted(Comparator.comparingInt(Sought::length).reversed())
        .toList();
  }

  private List<Found> search(String text) {
    StringBuilder copy = new StringBuilder(PersonNumbers.narrow(text));
    List<Found> found = new ArrayList<>();
    for (Sought number : numbers) {
      take(number, copy, found, anywhere -> true);
    }
    for (PersonNumbers.Form form : PersonNumbers.FORMS) {
      if (!form.landline()) {
        take(form, copy, found);
      }
    }
    for (Sought name : names) {
      Predicate<Matcher> tellsWho = at -> tellsWho(at, copy);
      take(name, copy, found, name.word() ? tellsWho : anywhere -> true);
    }
    for (Sought name : names) {
      // A list of names: one that was found tells what the other is.
      take(name, copy, found, at -> isOneOfSeveral(at, copy));
    }
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  private static void take(
      Sought sought, StringBuilder copy, List<Found> found, Predicate<Matcher> where) {
    Matcher matcher = sought.pattern().matcher(copy);
    while (matcher.find()) {
      if (where.test(matcher)) {
        found.add(new Found(matcher.start(), matcher.end(), sought.mask(), sought.whose()));
        blank(copy, matcher.start(), matcher.end());
      }
    }
  }

  private static void take(PersonNumbers.Form form, StringBuilder copy, List<Found> found) {
    Matcher matcher = form.pattern().matcher(copy);
    while (matcher.find()) {
      int start = matcher.start(form.group());
      int end = matcher.end(form.group());
      String seen = copy.substring(start, end);
      String left = form.replacement().apply(seen);
      if (!left.equals(seen)) {
        found.add(new Found(start, end, left, ANYBODY));
        blank(copy, start, end);
      }
    }
  }

  private static void blank(StringBuilder copy, int start, int end) {
    for (int i = start; i < end; i++) {
      copy.setCharAt(i, TAKEN);
    }
  }

  /** A name of two characters may be a word (文明): it is taken out only where it says who. */
  private static boolean tellsWho(Matcher name, CharSequence text) {
    CharSequence after = after(name, text);
    return SPOKEN_TO_OR_OF.matcher(before(name, text)).find()
        || AS_A_PERSON.matcher(after).find()
        || (name.start() == 0 && AS_A_GREETING.matcher(after).find());
  }

  private static boolean isOneOfSeveral(Matcher name, CharSequence text) {
    return AND_BEFORE.matcher(before(name, text)).find()
        || AND_AFTER.matcher(after(name, text)).find();
  }

  private static CharSequence before(Matcher name, CharSequence text) {
    return text.subSequence(Math.max(0, name.start() - CONTEXT), name.start());
  }

  private static CharSequence after(Matcher name, CharSequence text) {
    return text.subSequence(name.end(), Math.min(text.length(), name.end() + CONTEXT));
  }
}
