package hotline.dispatch.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a template, or one that was written with it: parts that somebody must fill in are
 * marked, such as {@code {{办理日期}}}. Braces of full width are the same; spaces and line breaks do
 * not count.
 */
public final class TemplateText {

  private static final Pattern PART = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{|\\}\\}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

  private final String text;
  private final List<String> labels = new ArrayList<>();

  /** What stands before, between and after the parts: one more than there are parts. */
  private final List<String> fixed = new ArrayList<>();

  private TemplateText(String folded) {
    text = close(folded);
    Matcher part = PART.matcher(folded);
    int at = 0;
    while (part.find()) {
      fixed.add(close(folded.substring(at, part.start())));
      labels.add(part.group(1).strip());
      at = part.end();
    }
    fixed.add(close(folded.substring(at)));
  }

  /**
   * @param text null is an empty one
   */
  public static TemplateText of(String text) {
    return new TemplateText(text == null ? "" : text.replace('｛', '{').replace('｝', '}'));
  }

  private static boolean isPunctuation(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static String close(String words) {
    return SPACE.matcher(words).replaceAll("");
  }

  /** The labels of the parts, in their order. */
  List<String> labels() {
    return labels;
  }

  /** Whether a mark is open, or was deleted by half. */
  boolean hasStrayMark() {
    return fixed.stream().anyMatch(piece -> BRACES.matcher(piece).find());
  }

  /** Whether somebody could tell each part from the next one. */
  boolean partsTouch() {
    return fixed.size() > 2
        && fixed.subList(1, fixed.size() - 1).stream().anyMatch(String::isEmpty);
  }

  /** Whether nothing is left to be filled in, as far as the text itself says. */
  public boolean isFilledIn() {
    return labels.isEmpty() && !hasStrayMark();
  }

  /** What is still marked, to be named to people; the mark itself where only half of it is left. */
  String marked() {
    return labels.isEmpty() ? "{{ }}" : "{{" + String.join("}}、{{", labels) + "}}";
  }

  /**
   * The parts of this template that a text written with it leaves out: cut away, or nothing but
   * punctuation. A sign such as a tick says something, and so may a word that is the label as well.
   * None once the writer has changed what stands around them, since nobody can tell then.
   */
  List<String> leftOutOf(TemplateText written) {
    List<String> left = new ArrayList<>();
    String in = written.text;
    int at = in.indexOf(fixed.get(0));
    if (at < 0) {
      return List.of();
    }
    at += fixed.get(0).length();
    for (int part = 0; part < labels.size(); part++) {
      String next = fixed.get(part + 1);
      int end = next.isEmpty() ? in.length() : in.indexOf(next, at);
      if (end < 0) {
        return List.of();
      }
      String value = in.substring(at, end);
      if (value.codePoints().allMatch(TemplateText::isPunctuation)) {
        left.add(labels.get(part));
      }
      at = end + next.length();
    }
    return left;
  }
}
