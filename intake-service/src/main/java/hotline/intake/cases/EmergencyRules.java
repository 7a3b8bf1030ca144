package hotline.intake.cases;

import hotline.access.Invalid;
import hotline.intake.cases.RegistrationForm.ReporterForm;
import hotline.intake.reference.Directory;
import hotline.intake.reference.DirectoryNotReady;
import hotline.intake.vault.Contact;
import hotline.intake.vault.PhoneNumber;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Channel;
import hotline.lifecycle.Coded;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import hotline.lifecycle.TransferTarget;
import hotline.lifecycle.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an emergency is registered with (紧急情况一键转): what is there and can be read, and for the rest
 * what says that it is still to be told. Nothing but the service itself is asked for; half a number
 * keeps nobody waiting.
 */
final class EmergencyRules {

  /**
   * @param leftOut fields that were filled in and could not be kept
   */
  record Read(Registration registration, List<String> leftOut) {}

  private final EmergencyForm form;
  private final TransferTarget target;
  private final String grid;
  private final Directory directory;
  private final List<String> leftOut = new ArrayList<>();

  /** What did not fit where it was typed, for the content. */
  private final List<String> moved = new ArrayList<>();

  private EmergencyRules(
      EmergencyForm form, TransferTarget target, String grid, Directory directory) {
    this.form = form;
    this.target = target;
    this.grid = grid;
    this.directory = directory;
  }

  /** Refuses everything but an emergency service, since nobody else takes over on one key. */
  static TransferTarget target(String typed) {
    return emergencies()
        .filter(one -> one.name().equals(typed) || one.zh().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "target",
                    "unknown-value",
                    "一键转只转应急服务，请选择："
                        + emergencies().map(Coded::zh).collect(Collectors.joining("、"))
                        + "。",
                    "One key hands over to an emergency service only: "
                        + emergencies().map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * @param usualCategory of this service, where none was chosen; another one where the catalogue
   *     does not have it
   * @param grid path of the grid to which the operator is limited, where it is filed if no place
   *     was told: on the whole city the operator could do nothing more about it; null for no grid
   */
  static Read read(
      EmergencyForm form,
      TransferTarget target,
      String usualCategory,
      String grid,
      Directory directory,
      Instant now) {
    return new EmergencyRules(form, target, grid, directory).read(usualCategory, now);
  }

  /** Whether it is a matter of a mind in distress: kept from who need not know, and watched. */
  static boolean isOfTheMind(TransferTarget target) {
    return target == TransferTarget.PSYCHOLOGY_12356;
  }

  private Read read(String usualCategory, Instant now) {
    CaseKind kind = oneOf(CaseKind.values(), form.kind(), CaseKind.HELP);
    Channel channel = oneOf(Channel.values(), form.channel(), Channel.PHONE);
    Category category = category(usualCategory);
    Place place = place();
    String address = fitting(form.address(), RegistrationRules.LONGEST_ADDRESS, null);
    String title = fitting(form.title(), RegistrationRules.LONGEST_TITLE, title(target));
    String demand = fitting(form.demand(), RegistrationRules.LONGEST_DEMAND, null);
    ReporterForm who = form.reporter();
    Contact contact = contact(who);
    boolean anonymous =
        who != null && who.anonymous() != null && who.anonymous()
            || contact.name() == null && !contact.hasNumber();
    boolean confidential =
        isOfTheMind(target)
            || (who != null && who.confidential() != null
                ? who.confidential()
                : kind == CaseKind.REPORT);
    boolean wantsCallback =
        contact.hasNumber() && (who.wantsCallback() == null || who.wantsCallback());
    String respondent = respondent();
    return new Read(
        new Registration(
            kind,
            Urgency.CRITICAL,
            channel,
            category,
            place,
            address,
            title,
            content(),
            demand,
            now,
            contact,
            anonymous,
            confidential,
            wantsCallback,
            respondent,
            null,
            null,
            null),
        List.copyOf(leftOut));
  }

  private static Stream<TransferTarget> emergencies() {
    return Arrays.stream(TransferTarget.values()).filter(TransferTarget::emergency);
  }

  private static <T extends Coded> T oneOf(T[] values, String typed, T otherwise) {
    return Arrays.stream(values)
        .filter(one -> one.name().equals(typed) || one.zh().equals(typed))
        .findFirst()
        .orElse(otherwise);
  }

  private Category category(String usual) {
    return Stream.of(form.categoryCode(), usual)
        .flatMap(code -> directory.category(code).stream())
        .filter(known -> known.active() && directory.isLeaf(known))
        .findFirst()
        .or(directory::lastLeaf)
        .orElseThrow(DirectoryNotReady::new);
  }

  private Place place() {
    Optional<Place> told = directory.place(form.placeCode()).filter(Place::active);
    return told.or(this::ownGrid).or(directory::city).orElseThrow(DirectoryNotReady::new);
  }

  private Optional<Place> ownGrid() {
    return grid == null
        ? Optional.empty()
        : directory
            .place(grid.substring(grid.lastIndexOf('/') + 1))
            .filter(own -> own.active() && own.path().equals(grid));
  }

  private String respondent() {
    String typed = plain(form.respondentUnitId());
    return directory.unit(typed).isPresent() ? typed : null;
  }

  /** Whoever reads a list need not learn that somebody thought of dying. */
  private static String title(TransferTarget target) {
    return isOfTheMind(target) ? "紧急转接" : "紧急情况（" + target.zh() + "）";
  }

  /** What is too long there is read in the content. */
  private String fitting(String typed, int longest, String otherwise) {
    String text = plain(typed);
    if (text != null && length(text) > longest) {
      moved.add(text);
      return otherwise;
    }
    return text == null ? otherwise : text;
  }

  private String content() {
    String told =
        Stream.concat(Stream.ofNullable(plain(form.content())), moved.stream())
            .collect(Collectors.joining("\n"));
    if (told.isEmpty()) {
      return "来电涉及紧急情况，已先行转接" + target.zh() + "，详情待补充。";
    }
    if (length(told) > RegistrationRules.LONGEST_CONTENT) {
      leftOut.add("content");
      return told.substring(0, told.offsetByCodePoints(0, RegistrationRules.LONGEST_CONTENT));
    }
    return told;
  }

  private Contact contact(ReporterForm who) {
    if (who == null) {
      return new Contact(null, null, null);
    }
    String name = plain(who.name());
    if (name != null && length(name) > RegistrationRules.LONGEST_NAME) {
      leftOut.add("reporter.name");
      name = null;
    }
    return new Contact(
        name, phone(who.phone(), "reporter.phone"), phone(who.altPhone(), "reporter.altPhone"));
  }

  /** Half a number stays out of the case, and of its texts, where no mask would know it. */
  private PhoneNumber phone(String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    PhoneNumber phone = PhoneNumber.parse(typed).orElse(null);
    if (phone == null) {
      leftOut.add(field);
    }
    return phone;
  }

  /** Without what cannot be kept; null when nothing is left. */
  private static String plain(String typed) {
    if (typed == null) {
      return null;
    }
    String text =
        typed
            .codePoints()
            .filter(FormText::isPlain)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return text.isEmpty() ? null : text;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
