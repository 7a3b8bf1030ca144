package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Scope;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.EnteredAs;
import hotline.lifecycle.TransferTarget;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which cases are asked for, as conditions of one statement; built once for page and count. */
final class CaseFilter {
  private static final int LONGEST_QUESTION = 100;

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private boolean byPhone;

  CaseFilter() {
    conditions.add("true");
  }

  CaseFilter within(Scope scope) {
    scope
        .sqlGridPathPrefix()
        .ifPresent(
            prefix -> and("(place_path = ? OR starts_with(place_path, ? || '/'))", prefix, prefix));
    return this;
  }

  CaseFilter status(String typed) {
    if (isGiven(typed)) {
      and("status = ?", oneOf(CaseStatus.values(), typed, "status").name());
    }
    return this;
  }

  CaseFilter kind(String typed) {
    if (isGiven(typed)) {
      and("kind = ?", oneOf(CaseKind.values(), typed, "kind").name());
    }
    return this;
  }

  /** Entered after its true time (补登): PAPER or OLD_SYSTEM. */
  CaseFilter enteredAs(String typed) {
    if (isGiven(typed)) {
      and("entered_as = ?", oneOf(EnteredAs.values(), typed, "enteredAs").name());
    }
    return this;
  }

  /** Waiting for a screener. */
  CaseFilter screening() {
    and("status IN ('REGISTERED', 'SCREENING')");
    return this;
  }

  /** A refusal of it waits for the second person. */
  CaseFilter refusalToConfirm() {
    and("refusal_reason IS NOT NULL");
    return this;
  }

  /** A body outside has it. */
  CaseFilter transferred(TransferTab tab, Instant now) {
    and("status = 'TRANSFERRED_OUT'");
    return switch (tab) {
      case WAITING -> and("transfer_acknowledged IS NULL");
      case OVERDUE ->
          and("transfer_acknowledged IS NULL AND transfer_due < ?", now.atOffset(ZoneOffset.UTC));
      case ACKNOWLEDGED -> and("transfer_acknowledged IS NOT NULL");
    };
  }

  /** Handed to this body. */
  CaseFilter transferredTo(String typed) {
    if (isGiven(typed)) {
      and("transfer_target = ?", oneOf(TransferTarget.values(), typed, "target").name());
    }
    return this;
  }

  /**
   * A case number, the number that another system gave it, or words of the title, from an address:
   * addresses are kept in logs, histories and bookmarks, so what tells of a person is refused in
   * one, whoever asks.
   */
  CaseFilter about(String question) {
    if (!isGiven(question)) {
      return this;
    }
    String text = checked(question);
    if (!CaseNumber.isOne(text)
        && (PhoneNumber.parse(text).isPresent() || TextMask.mask(text, null).changed())) {
      throw new Invalid(
          "q",
          "personal-number",
          "网址中不得含有电话或证件号码；按号码查询请用 POST /intake/api/case-searches，将 q 放在请求内容中。",
          "A number of a person does not belong into an address: send q in the body of"
              + " POST /intake/api/case-searches.");
    }
    return numberOrTitle(text);
  }

  /**
   * A case number, a telephone number of the reporter (for those who may see it), or words of the
   * title. By a number nobody finds who complained about the own unit.
   */
  CaseFilter about(String question, boolean mayAskByPhone, Actor asks, ContactVault vault) {
    if (!isGiven(question)) {
      return this;
    }
    String text = checked(question);
    PhoneNumber phone = PhoneNumber.parse(text).orElse(null);
    if (phone == null || !mayAskByPhone || CaseNumber.isOne(text)) {
      return numberOrTitle(text);
    }
    byte[] hash = vault.searchHash(phone);
    byPhone = true;
    return and(
        "(id IN (SELECT case_id FROM vault_contact WHERE phone_hash = ?"
            + " UNION SELECT case_id FROM vault_contact WHERE alt_phone_hash = ?)"
            + " AND position('/' || coalesce(respondent_unit_id, '/') || '/' in ? || '/') = 0"
            + " OR external_ref = ?)",
        hash,
        hash,
        asks.unitPath() == null ? "" : asks.unitPath(),
        text);
  }

  private CaseFilter numberOrTitle(String text) {
    if (CaseNumber.isOne(text)) {
      return and("(case_no = ? OR external_ref = ?)", CaseNumber.parse(text, "q").digits(), text);
    }
    // The pairs of characters are in an index; one character alone has none and reads every title.
    return text.codePointCount(0, text.length()) > 1
        ? and(
            "(external_ref = ? OR (bigrams(title) @> bigrams(?)"
                + " AND position(lower(?) in lower(title)) > 0))",
            text,
            text,
            text)
        : and("position(lower(?) in lower(title)) > 0", text);
  }

  private static String checked(String question) {
    String text = question.strip();
    if (text.length() > LONGEST_QUESTION || text.indexOf('\0') >= 0) {
      throw new Invalid(
          "q",
          "too-long",
          "搜索内容最多 " + LONGEST_QUESTION + " 个字。",
          "Search for at most " + LONGEST_QUESTION + " characters.");
    }
    return text;
  }

  CaseFilter and(String condition, Object... parameters) {
    conditions.add(condition);
    values.addAll(Arrays.asList(parameters));
    return this;
  }

  CaseFilter copy() {
    CaseFilter copy = new CaseFilter();
    copy.conditions.addAll(conditions);
    copy.values.addAll(values);
    return copy;
  }

  /** Whether cases of one person are looked for, by the number. */
  boolean asksByPhone() {
    return byPhone;
  }

  String sql() {
    return String.join(" AND ", conditions);
  }

  List<Object> values() {
    return values;
  }

  private static boolean isGiven(String typed) {
    return typed != null && !typed.isBlank();
  }

  private static <T extends Enum<T>> T oneOf(T[] all, String typed, String field) {
    return Arrays.stream(all)
        .filter(value -> value.name().equalsIgnoreCase(typed.strip()))
        .findFirst()
        .orElseThrow(
            () -> {
              String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
              return new Invalid(
                  field, "unknown-value", "可选值：" + names + "。", "One of: " + names + ".");
            });
  }
}
