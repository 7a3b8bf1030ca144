package hotline.intake.cases;

import hotline.access.Violations;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.intake.reference.Directory;
import hotline.intake.vault.Contact;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Coded;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a request must say before it gets a number; names everything that is wrong at once. */
public final class RegistrationRules {
  static final int LONGEST_TITLE = 100;
  static final int LONGEST_CONTENT = 20_000;
  static final int LONGEST_DEMAND = 2_000;
  static final int LONGEST_ADDRESS = 200;
  static final int LONGEST_NAME = 50;
  static final int LONGEST_REFERENCE = 100;

  /** The clock of another machine may be a little ahead. */
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

  private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Travels in events and into spreadsheets: no spaces, nothing a spreadsheet would compute. */
  private static final Pattern REFERENCE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._:/#()（）-]*");

  /** Only the forms of an outage have it: nobody takes the number of one by another way. */
  private static final Pattern SOURCE_OF_PAPER = Pattern.compile("PAPER-\\d{12}");

  private static final Pattern IDENTITY_NUMBER = Pattern.compile("[1-9]\\d{16}[\\dXx]");

  private final RegistrationForm form;
  private final Directory directory;
  private final Instant now;
  private final Violations violations = new Violations();

  /**
   * What is corrected or split: a code that was good when it was filed stays good, and a place that
   * nobody could say in an emergency is no reason not to put right the rest. Null of a new request.
   */
  private final CaseSubject filed;

  /** Filed elsewhere while the trees were others: what was in use then stays good. */
  private final boolean takenOver;

  private RegistrationRules(
      RegistrationForm form,
      CaseSubject filed,
      boolean takenOver,
      Directory directory,
      Instant now) {
    this.form = form;
    this.filed = filed;
    this.takenOver = takenOver;
    this.directory = directory;
    this.now = now;
  }

  /** Refuses with one violation per wrong field. */
  public static Registration check(RegistrationForm form, Directory directory, Instant now) {
    return new RegistrationRules(form, null, false, directory, now).check();
  }

  /**
   * The same of an open case of the former system (旧系统在办件): its category or place may have been
   * switched off since it was filed there.
   */
  public static Registration checkTakenOver(
      RegistrationForm form, Directory directory, Instant now) {
    return new RegistrationRules(form, null, true, directory, now).check();
  }

  /**
   * The same of a request that is registered already; who reported is no part of it.
   *
   * @param registeredAt it cannot have come in later
   */
  static Registration checkCorrected(
      RegistrationForm form,
      CaseSubject filed,
      Instant registeredAt,
      Directory directory,
      Instant now) {
    RegistrationRules rules = new RegistrationRules(form, filed, false, directory, now);
    Registration corrected = rules.check();
    rules.violations.require(
        !corrected.receivedAt().isAfter(registeredAt),
        "receivedAt",
        "after-registration",
        "受理时间不能晚于登记时间。",
        "A request cannot have come in after it was registered.");
    rules.violations.throwIfAny();
    return corrected;
  }

  /**
   * The same of one demand among several of a call (一诉多求): what was good for the call is good for
   * it; who reported is no part of it.
   */
  static Registration checkSplit(
      RegistrationForm form, CaseSubject call, Directory directory, Instant now) {
    return new RegistrationRules(form, call, false, directory, now).check();
  }

  private Registration check() {
    CaseKind kind = oneOf(CaseKind.values(), form.kind(), null, "kind");
    Urgency urgency = oneOf(Urgency.values(), form.urgency(), Urgency.NORMAL, "urgency");
    Channel channel = oneOf(Channel.values(), form.channel(), null, "channel");
    String address = FormText.read(violations, form.address(), LONGEST_ADDRESS, "address");
    Category category = category();
    Place place = place(address);
    String title = FormText.require(violations, form.title(), LONGEST_TITLE, "title");
    String content = FormText.require(violations, form.content(), LONGEST_CONTENT, "content");
    String demand = FormText.read(violations, form.demand(), LONGEST_DEMAND, "demand");
    Instant receivedAt = receivedAt();
    ReporterForm reporter = form.reporter();
    Contact contact = contact(reporter);
    boolean anonymous = reporter == null || (reporter.anonymous() != null && reporter.anonymous());
    boolean wantsCallback = wantsCallback(reporter, contact);
    String respondent = respondent();
    String source = reference(form.externalSource(), "externalSource");
    violations.require(
        filed != null || source == null || !SOURCE_OF_PAPER.matcher(source).matches(),
        "externalSource",
        "source-of-paper",
        "该来源只用于纸质补录，请在“停用与补录”中录入。",
        "This is the source of paper forms; type the form in under its outage.");
    String ref = reference(form.externalRef(), "externalRef");
    violations.require(
        (source == null) == (ref == null),
        source == null ? "externalSource" : "externalRef",
        "required",
        "来源系统和来源编号须同时填写。",
        "externalSource and externalRef go together.");
    violations.throwIfAny();
    return new Registration(
        kind,
        urgency,
        channel,
        category,
        place,
        address,
        title,
        content,
        demand,
        receivedAt,
        contact,
        anonymous,
        confidential(reporter, kind),
        wantsCallback,
        respondent,
        source,
        ref,
        null);
  }

  private <T extends Coded> T oneOf(T[] values, String typed, T whenAbsent, String field) {
    if (typed == null || typed.isBlank()) {
      violations.require(whenAbsent != null, field, "required", "必填。", "This is required.");
      return whenAbsent;
    }
    String text = typed.strip();
    for (T value : values) {
      if (value.name().equalsIgnoreCase(text) || value.zh().equals(text)) {
        return value;
      }
    }
    violations.add(
        field,
        "unknown-value",
        "可选值：" + Arrays.stream(values).map(Coded::zh).collect(Collectors.joining("、")) + "。",
        "One of: "
            + Arrays.stream(values).map(Coded::name).collect(Collectors.joining(", "))
            + ".");
    return null;
  }

  private Category category() {
    String code = code(form.categoryCode(), "categoryCode");
    if (code == null) {
      return null;
    }
    boolean kept = filed != null && code.equals(filed.categoryCode());
    Category category =
        directory.category(code).filter(known -> kept || takenOver || known.active()).orElse(null);
    if (category == null) {
      boolean off = directory.category(code).isPresent();
      violations.add(
          "categoryCode",
          "unknown-category",
          off ? "该诉求分类已停用，请另选一个。" : "没有这个诉求分类，请从分类目录中选择。",
          off
              ? "This category is no longer in use; choose another."
              : "There is no such category; choose one from the list of categories.");
    } else if (!kept && !directory.isLeaf(category)) {
      violations.add(
          "categoryCode", "not-specific", "请选到最末一级分类。", "Choose one of the categories below it.");
    }
    return category;
  }

  private Place place(String address) {
    String code = code(form.placeCode(), "placeCode");
    if (code == null) {
      return null;
    }
    boolean kept = filed != null && code.equals(filed.placeCode());
    Place place =
        directory.place(code).filter(known -> kept || takenOver || known.active()).orElse(null);
    if (place == null) {
      boolean off = directory.place(code).isPresent();
      violations.add(
          "placeCode",
          "unknown-place",
          off ? "该区划已停用，请另选一个。" : "没有这个区划，请从区划目录中选择。",
          off
              ? "This place is no longer in use; choose another."
              : "There is no such place; choose one from the list of places.");
    } else if (!kept && code.length() < 6) {
      violations.add(
          "placeCode",
          "not-specific",
          "请至少选到区（市），最好选到街道或社区。",
          "Choose at least the district, better the street or community.");
    } else if (code.length() == 6 && address == null && !(kept && filed.address() == null)) {
      violations.add(
          "address",
          "required",
          "只选到区（市）时，请填写详细地址。",
          "With a district only, the address is needed.");
    }
    return place;
  }

  private String code(String typed, String field) {
    violations.required(typed, field);
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private Instant receivedAt() {
    if (form.receivedAt() == null || form.receivedAt().isBlank()) {
      return now;
    }
    Instant time = FormTime.parse(form.receivedAt()).orElse(null);
    if (time == null) {
      violations.add(
          "receivedAt",
          "not-a-time",
          "不是有效的时间，请按 2026-11-22 09:30 的格式填写。",
          "Not a time that exists; write it as 2026-11-22 09:30 or 2026-11-22T09:30:00+08:00.");
      return null;
    }
    violations.require(
        !time.isAfter(now.plus(CLOCKS_DIFFER)),
        "receivedAt",
        "in-the-future",
        "受理时间不能晚于现在。",
        "A request cannot have come in later than now.");
    violations.require(
        !time.isBefore(OLDEST),
        "receivedAt",
        "too-early",
        "受理时间过早，请核对年份。",
        "That is too long ago; check the year.");
    return time.isAfter(now) ? now : time;
  }

  private Contact contact(ReporterForm reporter) {
    if (reporter == null) {
      return new Contact(null, null, null);
    }
    return new Contact(
        FormText.read(violations, reporter.name(), LONGEST_NAME, "reporter.name"),
        phone(reporter.phone(), "reporter.phone"),
        phone(reporter.altPhone(), "reporter.altPhone"));
  }

  private PhoneNumber phone(String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    PhoneNumber phone = PhoneNumber.parse(typed).orElse(null);
    violations.require(
        phone != null,
        field,
        "not-a-phone-number",
        "不是有效的电话号码，请填写手机号，或带区号的座机号，例如 13800000000、0532-85550000 转 801。",
        "Not a telephone number; give a mobile, or a landline with its area code, as in 13800000000 or 0532-85550000 ext 801.");
    return phone;
  }

  private boolean wantsCallback(ReporterForm reporter, Contact contact) {
    boolean hasNumber = contact.hasNumber();
    if (reporter == null || reporter.wantsCallback() == null) {
      return hasNumber;
    }
    boolean typed = reporter.phone() != null && !reporter.phone().isBlank();
    violations.require(
        !reporter.wantsCallback() || hasNumber || typed,
        "reporter.phone",
        "required",
        "需要回访时请填写电话。",
        "A number is needed to call back.");
    return reporter.wantsCallback();
  }

  /** Nobody thinks of it while reporting a violation, and it cannot be made good later. */
  private static boolean confidential(ReporterForm reporter, CaseKind kind) {
    return reporter == null || reporter.confidential() == null
        ? kind == CaseKind.REPORT
        : reporter.confidential();
  }

  private String respondent() {
    if (form.respondentUnitId() == null || form.respondentUnitId().isBlank()) {
      return null;
    }
    String code = form.respondentUnitId().strip();
    violations.require(
        directory.unit(code).isPresent(),
        "respondentUnitId",
        "unknown-unit",
        "没有这个单位，请从单位目录中选择。",
        "There is no such unit; choose one from the list of units.");
    return code;
  }

  private String reference(String typed, String field) {
    return filed == null ? reference(violations, typed, field) : written(violations, typed, field);
  }

  /** A number that another system or a paper form gave it; null where none was told. */
  public static String reference(Violations violations, String typed, String field) {
    String text = written(violations, typed, field);
    violations.require(
        text == null || !isOfAPerson(text),
        field,
        "number-of-a-person",
        "不能用手机号或身份证号作编号：编号会进入日志和统计，且不能删除。",
        "No mobile or identity number: a reference goes into logs and figures and is never erased.");
    return text;
  }

  private static String written(Violations violations, String typed, String field) {
    String text = FormText.read(violations, typed, LONGEST_REFERENCE, field);
    violations.require(
        text == null || REFERENCE.matcher(text).matches(),
        field,
        "not-a-reference",
        "只能包含文字、数字和 . _ : / # ( ) -，且以文字或数字开头。",
        "Letters, digits and . _ : / # ( ) - only, beginning with a letter or digit.");
    return text;
  }

  private static boolean isOfAPerson(String reference) {
    return IDENTITY_NUMBER.matcher(reference).matches()
        || PhoneNumber.parse(reference).filter(PhoneNumber::isMobile).isPresent();
  }
}
