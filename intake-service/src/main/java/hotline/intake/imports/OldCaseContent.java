package hotline.intake.imports;

import hotline.intake.cases.CaseOrigin;
import hotline.intake.cases.Registration;
import hotline.intake.vault.Contact;
import hotline.intake.vault.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a line says once it was read and checked, as one text: the same for a file that a
 * spreadsheet has saved anew, with other columns or times written in another way, and by every
 * later version.
 */
final class OldCaseContent {
  // A field that is added later goes to the end, and only where a line has it.
  private static final String VERSION = "1";

  private OldCaseContent() {}

  static String of(Registration line) {
    CaseOrigin origin = line.origin();
    Contact reporter = line.reporter();
    List<Object> said = new ArrayList<>();
    said.add(VERSION);
    said.add(line.externalSource());
    said.add(line.externalRef());
    said.add(line.kind().name());
    said.add(line.urgency().name());
    said.add(line.channel().name());
    said.add(line.category().code());
    said.add(line.place().code());
    said.add(line.address());
    said.add(line.title());
    said.add(line.content());
    said.add(line.demand());
    said.add(line.receivedAt());
    said.add(reporter.name());
    said.add(number(reporter.phone()));
    said.add(number(reporter.altPhone()));
    said.add(line.anonymous());
    said.add(line.confidential());
    said.add(line.wantsCallback());
    said.add(line.respondentUnitId());
    said.add(origin.originalDue());
    said.add(origin.formerUnitId());
    said.add(origin.formerExtensions());
    StringBuilder text = new StringBuilder();
    for (Object field : said) {
      String value = Objects.toString(field, "");
      // With its length: no text can look like the border of a field.
      text.append(field == null ? -1 : value.length()).append(':').append(value).append('\n');
    }
    return text.toString();
  }

  private static String number(PhoneNumber phone) {
    return phone == null
        ? null
        : phone.canonical() + (phone.extension() == null ? "" : "#" + phone.extension());
  }
}
