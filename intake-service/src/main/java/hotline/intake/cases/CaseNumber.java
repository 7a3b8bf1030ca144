package hotline.intake.cases;

import hotline.access.Invalid;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The number of a case (工单编号), made to be read aloud: day, number of the day, and a check digit
 * that catches every wrong digit and every swapped pair.
 *
 * @param digits thirteen digits: YYMMDD, six of the day, one to check
 */
public record CaseNumber(String digits) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}._]");
  private static final Pattern THIRTEEN_DIGITS = Pattern.compile("\\d{13}");

  /**
   * Damm's quasigroup of order ten: no two different digits in a row or column lead to the same.
   */
  private static final int[][] DAMM = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  public CaseNumber {
    if (!isWellFormed(digits)) {
      throw new IllegalArgumentException("Not a case number");
    }
  }

  static CaseNumber of(LocalDate day, int numberOfTheDay) {
    if (numberOfTheDay < 1 || numberOfTheDay > 999_999) {
      throw new IllegalArgumentException("A day has the numbers 1 to 999999: " + numberOfTheDay);
    }
    String number = DAY.format(day) + String.format("%06d", numberOfTheDay);
    return new CaseNumber(number + check(number));
  }

  /** Reads what a person typed or said, with spaces and dashes; refuses saying what is wrong. */
  public static CaseNumber parse(String typed, String field) {
    String digits = digitsOf(typed);
    if (!THIRTEEN_DIGITS.matcher(digits).matches()) {
      throw new Invalid(
          field,
          "not-a-case-number",
          "工单编号是 13 位数字，例如 261122-000017-4。",
          "A case number has 13 digits, as in 261122-000017-4.");
    }
    if (check(digits) != 0) {
      throw new Invalid(
          field,
          "check-digit",
          "工单编号的校验位不符，有数字写错或写反，请逐位核对。",
          "The check digit of the case number does not fit: a digit is wrong or two are swapped.");
    }
    return new CaseNumber(digits);
  }

  /** Whether this could be meant as a case number: thirteen digits that fit. */
  public static boolean isOne(String typed) {
    return isWellFormed(digitsOf(typed));
  }

  /** As it is printed and read aloud: {@code 261122-000017-4}. */
  public String printed() {
    return digits.substring(0, 6) + "-" + digits.substring(6, 12) + "-" + digits.substring(12);
  }

  static int check(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = DAMM[interim][digits.charAt(i) - '0'];
    }
    return interim;
  }

  static int step(int interim, int digit) {
    return DAMM[interim][digit];
  }

  private static boolean isWellFormed(String digits) {
    return THIRTEEN_DIGITS.matcher(digits).matches() && check(digits) == 0;
  }

  private static String digitsOf(String typed) {
    return typed == null
        ? ""
        : IGNORED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
  }
}
