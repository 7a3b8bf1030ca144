package hotline.intake.disclosure;

import hotline.access.NotFound;

/** The person was erased from the vault; the case stays. */
public class ContactErased extends NotFound {
  private static final long serialVersionUID = 1L;

  public ContactErased() {
    super("联系方式", "contact");
  }
}
