package hotline.dispatch.notices;

import static hotline.dispatch.notices.CopyPart.CHAIN;
import static hotline.dispatch.notices.CopyPart.CO_UNITS;
import static hotline.dispatch.notices.CopyPart.DEMAND;
import static hotline.dispatch.notices.CopyPart.ORIGINAL;
import static hotline.dispatch.notices.CopyPart.PETITION;
import static hotline.dispatch.notices.CopyPart.PHONES;
import static hotline.dispatch.notices.CopyPart.PROMISE;
import static hotline.dispatch.notices.CopyPart.RECEIPTS;
import static hotline.dispatch.notices.CopyPart.RECORD;
import static hotline.dispatch.notices.CopyPart.REMARK;
import static hotline.dispatch.notices.CopyPart.RESPONSIBLE;
import static hotline.dispatch.notices.CopyPart.TITLE;

import hotline.lifecycle.NoticeCopy;
import java.util.EnumSet;
import java.util.Set;

/** Which copy carries what: no two are the same. */
final class CopyContents {

  private CopyContents() {}

  static Set<CopyPart> of(NoticeCopy copy) {
    return switch (copy) {
      case LEADER ->
          EnumSet.of(
              TITLE, ORIGINAL, DEMAND, PROMISE, REMARK, RESPONSIBLE, PHONES, CO_UNITS, RECORD);
      // Whom to call and what will be done; nothing that the centre says about its units.
      case PETITIONER -> EnumSet.of(TITLE, PETITION, PROMISE, RESPONSIBLE, PHONES);
      // What was demanded of whom, and how it came to this.
      case PARTY_OFFICE -> EnumSet.of(TITLE, PETITION, DEMAND, RESPONSIBLE, RECORD);
      // Coordinates the units, so it has the telephones.
      case GOVERNMENT_OFFICE ->
          EnumSet.of(TITLE, PETITION, DEMAND, PROMISE, RESPONSIBLE, PHONES, CO_UNITS);
      // Judges officials: their record, and nothing of what the petitioner wrote.
      case ORGANISATION_DEPARTMENT -> EnumSet.of(DEMAND, RESPONSIBLE, RECORD);
      // The file: who, what, when, and the whole chain.
      case PETITION_OFFICE ->
          EnumSet.of(TITLE, PETITION, DEMAND, PROMISE, RESPONSIBLE, CO_UNITS, CHAIN, RECEIPTS);
    };
  }
}
