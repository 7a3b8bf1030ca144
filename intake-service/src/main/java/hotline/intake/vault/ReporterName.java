package hotline.intake.vault;

import hotline.access.PersonNumbers;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of who reported as a text may say it: what was typed into the field without blanks and
 * forms of address, and nothing where no name was typed (市民, 匿名).
 */
record ReporterName(String text) {

  private static final String FORMS =
      "(?:先生|女士|小姐|太太|同志|同学|老师|师傅|阿姨|叔叔|大爷|大妈|大叔|大姐|大哥|奶奶|爷爷|老人|老板|经理|医生"
          + "|热心|匿名|诉求人|投诉人|举报人|反映人|来电人|联系人|当事人|本人|市民|居民|群众|业主|住户|户主|租户|租客|用户"
          + "|客户|商户|村民|家长|学生|乘客|司机|网友|游客|路人|某某|某)";
  private static final Pattern LEADING =
      Pattern.compile("^(?:" + FORMS + "|(?i:(?:mr|mrs|ms|miss|dr)[.\\s]+))+");
  private static final Pattern TRAILING = Pattern.compile(FORMS + "+$");
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:无|无名|无名氏|没有|未知|不详|不明|保密|未提供|未留|未留姓名|拒绝提供|不愿透露|不便透露|姓名|名字|某"
              + FORMS
              + "*|(?i:anonymous|unknown|none|n/a|citizen|resident|caller))");
  private static final Pattern REMARK = Pattern.compile("[(\\[【][^)\\]】]*[)\\]】]?");
  private static final String HAN = "\\p{IsHan}";
  private static final Pattern GAPS_OF_HAN =
      Pattern.compile("(?<=" + HAN + ")[\\s\\u3000]+|[\\s\\u3000]+(?=" + HAN + ")");

  /** Of what was typed; empty where it names nobody. */
  static Optional<ReporterName> of(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String tidy = REMARK.matcher(PersonNumbers.narrow(typed)).replaceAll("");
    String asCalled =
        LEADING.matcher(GAPS_OF_HAN.matcher(tidy.strip()).replaceAll("")).replaceFirst("");
    String name = TRAILING.matcher(asCalled).replaceFirst("");
    // Of a surname alone the form of address is the rest of the name.
    ReporterName found =
        new ReporterName(name.codePointCount(0, name.length()) < 2 ? asCalled : name);
    return name.isEmpty() || found.length() < 2 || NOBODY.matcher(found.text()).matches()
        ? Optional.empty()
        : Optional.of(found);
  }

  int length() {
    return text.codePointCount(0, text.length());
  }

  /** Whether it may be a word as well (文明). */
  boolean maybeWord() {
    return length() == 2;
  }

  /** The first character and two stars: {@code 王**}. */
  String masked() {
    return text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
  }

  /** With blanks between its characters, in letters of any case, and not within a longer word. */
  Pattern asWritten() {
    String written =
        text.codePoints()
            .mapToObj(Character::toString)
            .map(ReporterName::asWritten)
            .collect(Collectors.joining(text.matches(".*" + HAN + ".*") ? "[\\s\\u3000]?" : ""));
    return Pattern.compile(
        "(?<![A-Za-z](?=[A-Za-z]))" + written + "(?<![A-Za-z](?=[A-Za-z]))",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String asWritten(String character) {
    return switch (character) {
      case " " -> "\\s+";
      case "·" -> "[·•.]?";
      default -> Pattern.quote(character);
    };
  }
}
