package hotline.intake.cases;

import hotline.access.Forbidden;

/**
 * Who took a case out of its handling does not say as well that the body outside has it: with that
 * it leaves the accepted cases, and every rate of its unit.
 */
public class TransferByOnePerson extends Forbidden {
  private static final long serialVersionUID = 1L;

  TransferByOnePerson() {
    super(
        "same-person",
        "办理中转出的工单（紧急转警除外），对方接收须由转出人以外的另一人登记，请交由其他人员处理。",
        "Whoever handed a case over in the middle of its handling does not record that it was taken, unless it"
            + " was an emergency; leave it to somebody else.");
  }
}
