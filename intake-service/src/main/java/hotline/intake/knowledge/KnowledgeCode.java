package hotline.intake.knowledge;

import hotline.access.NotFound;
import java.util.Locale;
import java.util.regex.Pattern;

/** The code of an item of this knowledge base (知识编号), {@code ZSK-000017}. */
public final class KnowledgeCode {
  private static final String PREFIX = "ZSK-";
  private static final Pattern CODE = Pattern.compile("ZSK-[0-9]{6,12}");

  private KnowledgeCode() {}

  static String of(long number) {
    return PREFIX + String.format(Locale.ROOT, "%06d", number);
  }

  /** Whether a code says that it is of this knowledge base; others are of outside ones. */
  public static boolean isOwn(String code) {
    return code.toUpperCase(Locale.ROOT).startsWith(PREFIX);
  }

  static String parse(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      throw unknown();
    }
    return code;
  }

  static boolean isOne(String typed) {
    return CODE.matcher(typed.strip().toUpperCase(Locale.ROOT)).matches();
  }

  static NotFound unknown() {
    return new NotFound("知识条目", "item of knowledge");
  }
}
