package hotline.intake.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * How a name is read, syllable by syllable, without tones. Of a character with several readings all
 * are told: which one a place has (重庆 chong, 单县 shan) is known where it lies and to no rule.
 */
final class Pinyin {
  private static final HanyuPinyinOutputFormat FORMAT = new HanyuPinyinOutputFormat();
  private static final Map<Character, String> KNOWN = new ConcurrentHashMap<>();

  static {
    FORMAT.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    FORMAT.setVCharType(HanyuPinyinVCharType.WITH_V);
  }

  private Pinyin() {}

  /**
   * @return syllables with a space between them and a slash between readings, as in {@code
   *     chong/zhong qing lu}; letters and digits stand for themselves, other characters are left
   *     out
   */
  static String of(String name) {
    if (name == null) {
      return "";
    }
    return name.chars()
        .mapToObj(c -> KNOWN.computeIfAbsent((char) c, Pinyin::readings))
        .filter(syllable -> !syllable.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String readings(char c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c) ? String.valueOf(c).toLowerCase(Locale.ROOT) : "";
    }
    try {
      String[] readings = PinyinHelper.toHanyuPinyinStringArray(c, FORMAT);
      return readings == null
          ? ""
          : Arrays.stream(readings)
              .filter(Objects::nonNull)
              .distinct()
              .sorted()
              .collect(Collectors.joining("/"));
    } catch (BadHanyuPinyinOutputFormatCombination never) {
      throw new IllegalStateException(never);
    }
  }
}
