package hotline.intake.knowledge;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a text is found by: its pairs of neighbouring characters, as Chinese has no spaces between
 * words and most words are two characters; and of a title the pairs of its pinyin initials, which
 * begin with {@value #INITIALS}, so that {@code sfz} finds 身份证.
 */
final class SearchWords {
  private static final String INITIALS = "~";
  private static final Charset GB = Charset.forName("GB18030");

  /**
   * The first-level characters of GB 2312 stand in the order of their pinyin: where each initial
   * begins, and where the last one ends. A character with two readings has the one it is sorted by.
   */
  private static final int[] BEGINS = {
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
  };

  private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
  private static final int LAST = 0xD7F9;

  private static final Set<String> IN_EVERY_QUESTION =
      Set.of("请问", "咨询", "询问", "怎么", "么办", "如何", "什么", "哪里", "哪些", "多少", "需要", "可以", "办理", "是否");

  private SearchWords() {}

  /** Of one text or several, each pair once. */
  static Set<String> pairs(Collection<String> texts) {
    Set<String> pairs = new LinkedHashSet<>();
    texts.forEach(text -> addPairs(pairs, "", plain(text)));
    return pairs;
  }

  static Set<String> pairs(String text) {
    return pairs(List.of(text));
  }

  /** The pairs of the initials of a title. */
  static Set<String> initialPairs(String title) {
    StringBuilder initials = new StringBuilder();
    plain(title)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> initials.append(initial(c)));
    Set<String> pairs = new LinkedHashSet<>();
    addPairs(pairs, INITIALS, initials.toString());
    return pairs;
  }

  /**
   * What somebody who types these words may mean; letters may be initials. Pairs that stand in
   * nearly every question would find nearly every item, and are left out unless there is nothing
   * else.
   */
  static Set<String> asked(String words) {
    Set<String> asked = telling(words);
    if (isLetters(words)) {
      addPairs(asked, INITIALS, plain(words));
    }
    return asked;
  }

  /** How many of the pairs an item must have: a third of what was typed, since people type more. */
  static int least(String words) {
    return Math.max(1, (telling(words).size() + 2) / 3);
  }

  private static Set<String> telling(String words) {
    Set<String> all = pairs(words);
    Set<String> telling = new LinkedHashSet<>(all);
    telling.removeAll(IN_EVERY_QUESTION);
    return telling.isEmpty() ? all : telling;
  }

  private static boolean isLetters(String words) {
    return plain(words).chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static void addPairs(Set<String> pairs, String mark, String text) {
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i + 1 < characters.length; i++) {
      if (Character.isLetterOrDigit(characters[i])
          && Character.isLetterOrDigit(characters[i + 1])) {
        pairs.add(mark + new String(characters, i, 2));
      }
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  /** Letters and digits stand for themselves; {@code *} for a character without a known initial. */
  private static char initial(int character) {
    if (character < 128) {
      return (char) character;
    }
    byte[] code = Character.toString(character).getBytes(GB);
    if (code.length != 2) {
      return '*';
    }
    int number = (code[0] & 0xff) << 8 | (code[1] & 0xff);
    if (number > LAST || (code[1] & 0xff) < 0xA1) {
      return '*';
    }
    for (int i = BEGINS.length - 1; i >= 0; i--) {
      if (number >= BEGINS[i]) {
        return LETTERS.charAt(i);
      }
    }
    return '*';
  }
}
